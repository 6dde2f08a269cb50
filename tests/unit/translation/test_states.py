import pytest

from eventapp.translation.states import Approved, TextState, digest_of, published_text, state_of
from eventapp.values.bilingual import Bilingual, PublishedText
from eventapp.values.language import Language

FR, EN = Language.FR, Language.EN
PAIR = Bilingual("Ouverture", "Opening")


def approved(own: str, beside: str) -> Approved:
    return Approved(digest_of(own), digest_of(beside))


@pytest.mark.parametrize(
    ("text", "approval", "state"),
    [
        (Bilingual(), None, TextState.EMPTY),
        (Bilingual(en="Opening"), None, TextState.MISSING),
        (PAIR, None, TextState.DRAFT),
        (PAIR, approved("Accueil", "Opening"), TextState.DRAFT),
        (PAIR, approved("Ouverture", "Welcome"), TextState.STALE),
        (PAIR, approved("Ouverture", "Opening"), TextState.APPROVED),
        (PAIR, approved("Ouverture", ""), TextState.APPROVED),
        (Bilingual("Ouverture"), approved("Ouverture", ""), TextState.APPROVED),
    ],
)
def test_the_state_of_a_text_follows_from_what_was_approved(
    text: Bilingual, approval: Approved | None, state: TextState
) -> None:
    assert state_of(text, FR, approval) is state


def test_an_approved_pair_is_published_whole() -> None:
    states = {FR: TextState.APPROVED, EN: TextState.APPROVED}
    assert published_text(PAIR, states) == PublishedText("Ouverture", "Opening")


@pytest.mark.parametrize("state", [TextState.DRAFT, TextState.STALE])
def test_a_translation_without_approval_gives_way_to_the_approved_original(
    state: TextState,
) -> None:
    published = published_text(PAIR, {FR: state, EN: TextState.APPROVED})
    assert published == PublishedText("", "Opening", (FR,))
    wording = published.text(FR)
    assert (wording.text, wording.language, wording.to_follow) == ("Opening", EN, True)
    assert not published.text(EN).to_follow


def test_where_neither_language_is_approved_what_there_is_stands_and_both_are_marked() -> None:
    published = published_text(PAIR, {FR: TextState.DRAFT, EN: TextState.DRAFT})
    assert published == PublishedText("Ouverture", "Opening", (FR, EN))


def test_an_empty_text_lacks_nothing() -> None:
    published = published_text(Bilingual(), {FR: TextState.EMPTY, EN: TextState.EMPTY})
    assert published == PublishedText()
    assert not published.text(FR).to_follow
