"""Which sessions a feed holds."""

import pytest

from eventapp.agenda.kinds import Role
from eventapp.agenda.published import PublishedAppearance
from eventapp.calendars import scopes
from tests.unit.calendars.programme import PERSON, a_release, a_session, uid

AGENDA = a_release(
    a_session("all"),
    a_session("track", room=None, appearances=()),
    a_session("room", track=None, appearances=()),
    a_session(
        "person",
        track=None,
        room=None,
        appearances=(
            PublishedAppearance(PERSON.uid, Role.CHAIR),
            PublishedAppearance(PERSON.uid, Role.SPEAKER),
        ),
    ),
).agenda


@pytest.mark.parametrize(
    ("kind", "code", "sessions"),
    [
        ("tracks", "gov", ["all", "track"]),
        ("rooms", "a", ["all", "room"]),
        ("people", "zoe", ["all", "person"]),
        ("sessions", "room", ["room"]),
    ],
)
def test_an_address_names_a_part_of_the_programme(
    kind: str, code: str, sessions: list[str]
) -> None:
    scope = scopes.by_address(AGENDA, kind, code)

    assert scope is not None
    assert [session.code for session in scope.sessions] == sessions


@pytest.mark.parametrize("kind", ["tracks", "rooms", "people", "sessions"])
def test_an_address_of_nothing_names_nothing(kind: str) -> None:
    assert scopes.by_address(AGENDA, kind, "nothing") is None


def test_an_event_feed_holds_the_event_and_every_session() -> None:
    scope = scopes.of_event(AGENDA)

    assert (scope.holds_event, scope.sessions) == (True, AGENDA.sessions)


def test_chosen_sessions_that_left_the_programme_are_left_out() -> None:
    scope = scopes.of_chosen(AGENDA, "calendar", [uid("room"), uid("gone"), uid("all")])

    assert [session.code for session in scope.sessions] == ["all", "room"]
