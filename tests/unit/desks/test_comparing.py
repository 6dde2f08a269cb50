import pytest

from eventapp.translation.comparing import Part, Piece, compared

K, G, N = Part.KEPT, Part.GONE, Part.NEW


def shown(before: str, after: str) -> list[tuple[Part, str]]:
    return [(piece.part, piece.text) for piece in compared(before, after)]


def test_only_the_words_that_changed_are_marked() -> None:
    assert shown("une bonne séance", "une longue séance") == [
        (K, "une "), (G, "bonne"), (N, "longue"), (K, " séance"),
    ]  # fmt: skip


def test_additions_and_omissions_at_either_end() -> None:
    assert shown("b c", "a b c") == [(N, "a "), (K, "b c")]
    assert shown("a b c", "a b") == [(K, "a b"), (G, " c")]
    assert shown("", "new") == [(N, "new")]
    assert shown("gone", "") == [(G, "gone")]
    assert shown("a a", "a a a") == [(K, "a a"), (N, " a")]


def test_equal_texts_are_kept_whole() -> None:
    assert compared("same text", "same text") == [Piece(K, "same text")]


@pytest.mark.parametrize(("size", "most"), [(50, 200), (20_000, 5)])
def test_both_texts_can_be_read_out_of_the_difference(size: int, most: int) -> None:
    before, after = "x " + "a b " * size + "y", "z " + "b c " * size + "w"
    pieces = compared(before, after)
    assert "".join(piece.text for piece in pieces if piece.part is not N) == before
    assert "".join(piece.text for piece in pieces if piece.part is not G) == after
    assert len(pieces) <= most
