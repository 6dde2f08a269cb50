"""A link that lets anybody in is not published."""

from eventapp.agenda.kinds import Visibility
from tests.unit.calendars.programme import a_release, a_session

CLOSED = "https://meet.example.org/j/1?pwd=abc"
OPEN = "https://meet.example.org/j/2"


def links_for(audience: Visibility) -> list[str]:
    release = a_release(a_session("a", join_link=CLOSED), a_session("b", join_link=OPEN))
    return [session.join_link for session in release.agenda.seen_by(audience).sessions]


def test_the_public_gets_links_without_passwords_only() -> None:
    assert links_for(Visibility.PUBLIC) == ["", OPEN]


def test_participants_get_every_link() -> None:
    assert links_for(Visibility.PARTICIPANTS) == [CLOSED, OPEN]
