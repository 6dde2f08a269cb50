import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventapp.values.folding import fold, matches


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Valérie PISANO", "valerie pisano"),
        ("Cœur, Æon, Straße, Łódź, Øre", "coeur, aeon, strasse, lodz, ore"),
        ("l’Est", "l'est"),
        ("Val\u2011d’Or – suite", "val-d'or - suite"),
        ("  14\u00a0h\u202f30\n\tici ", "14 h 30 ici"),
        ("expert·e·s", "expertes"),
        ("e\u0301te\u0301", "ete"),
        ("co\u00adopération", "cooperation"),
        ("Иванов 東京", "иванов 東京"),
    ],
)
def test_a_folded_text_keeps_what_people_type(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_a_query_finds_texts_with_or_without_accents() -> None:
    folded = fold("Valérie Pisano, présidente")
    assert matches("Valerie", folded)
    assert matches("PISANO valérie", folded)
    assert not matches("Valerie Dupont", folded)


def test_an_empty_query_finds_everything() -> None:
    assert matches("  ", fold("Salle 4"))
