"""Other systems' words in ours."""

import pytest

from eventapp.agenda.kinds import Role, SessionKind
from eventapp.exchange.reading.kinds import is_track, kind_of, languages_of, role_of


@pytest.mark.parametrize(
    ("free_type", "kind"),
    [
        ("Long talk (45 minutes)", SessionKind.TALK),
        ("lecture", SessionKind.TALK),
        ("Lightning Talks", SessionKind.TALK),
        ("Keynote", SessionKind.KEYNOTE),
        ("Opening keynote", SessionKind.KEYNOTE),
        ("Conférence d’honneur", SessionKind.KEYNOTE),
        ("Conférence", SessionKind.TALK),
        ("Panel discussion", SessionKind.PANEL),
        ("Table ronde", SessionKind.ROUNDTABLE),
        ("BoF (45 minutes)", SessionKind.ROUNDTABLE),
        ("Workshop (2h)", SessionKind.WORKSHOP),
        ("Atelier", SessionKind.WORKSHOP),
        ("lunch talk", SessionKind.TALK),
        ("Coffee break", SessionKind.BREAK),
        ("Dîner", SessionKind.MEAL),
        ("junior", SessionKind.OTHER),
    ],
)
def test_a_kind_is_known_by_its_words(free_type: str, kind: SessionKind) -> None:
    assert kind_of(free_type, "A title", has_people=True) is kind


def test_a_meal_without_a_type_is_known_by_its_title() -> None:
    assert kind_of("", "Lunch", has_people=False) is SessionKind.MEAL
    assert kind_of("", "Afternoon break", has_people=False) is SessionKind.BREAK


def test_a_title_tells_nothing_where_somebody_speaks_or_a_type_is_given() -> None:
    assert kind_of("", "Lunch", has_people=True) is SessionKind.OTHER
    assert kind_of("junior", "Lunch", has_people=False) is SessionKind.OTHER
    assert kind_of("", "Lunch and what it costs", has_people=False) is SessionKind.OTHER


def test_a_role_is_known_unless_it_is_what_everybody_is_called() -> None:
    assert role_of("Moderator") is Role.MODERATOR
    assert role_of("keynote speaker") is Role.KEYNOTE_SPEAKER
    assert role_of("panellist") is Role.PANELIST
    assert [role_of(""), role_of("speaker"), role_of("wizard")] == [None, None, None]


@pytest.mark.parametrize(
    ("text", "languages"),
    [
        ("en", ("en",)),
        ("fr-CA", ("fr",)),
        ("EN, fr_CA", ("en", "fr")),
        ("en/en", ("en",)),
        ("Deutsch", ()),
        ("", ()),
    ],
)
def test_languages_are_primary_subtags(text: str, languages: tuple[str, ...]) -> None:
    assert languages_of(text) == languages


def test_a_track_that_says_none_is_none() -> None:
    assert [is_track(name) for name in ("Science", "No Track", "-", "")] == [
        True,
        False,
        False,
        False,
    ]
