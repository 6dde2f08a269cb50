"""Calendar parts of letters, read back."""

from datetime import UTC, datetime
from email.headerregistry import Address

import pytest

from eventapp.agenda.reading import Reading
from eventapp.calendars.invitations import Asked, Method, invitation
from eventapp.values.language import Language
from tests.unit.calendars.programme import a_feed, a_release, a_session, a_site
from tests.unit.calendars.reading import (
    content_lines,
    entries_of,
    entry_lines,
    head_lines,
    other_calendar_of,
    values_of,
)

NOW = datetime(2024, 11, 30, 12, 0, tzinfo=UTC)
SESSION = a_session("opening")
RELEASE = a_release(SESSION)


def a_part(method: Method = Method.REQUEST, name: str = "Zoé Exemple", **fields: object) -> bytes:
    assert SESSION.span
    given = {
        "method": method,
        "reading": Reading(RELEASE.agenda, Language.FR),
        "session": SESSION,
        "span": SESSION.span,
        "sequence": 3,
        "organizer": Address("Sommet exemple", addr_spec="programme@example.org"),
        "sent_by": "events@events.example.org",
        "attendee": Address(name, addr_spec="zoe@example.org"),
    }
    return invitation(Asked(**(given | fields)), a_site(), now=NOW)  # type: ignore[arg-type]


@pytest.mark.parametrize("method", list(Method))
def test_independent_parsers_read_one_entry_with_one_party_each(method: Method) -> None:
    body = a_part(method)
    [entry] = entries_of(body).values()
    [other] = other_calendar_of(body).events
    assert head_lines(body)[-1] == f"METHOD:{method}"
    assert str(entry["UID"]) == other.uid == SESSION.uid
    assert (entry["SEQUENCE"], other.sequence) == (3, 3)
    assert str(entry["ATTENDEE"]) == "mailto:zoe@example.org"
    assert str(entry["ORGANIZER"]) == "mailto:programme@example.org"


def test_the_entry_is_the_feed_s_but_for_its_number_its_moment_and_its_parties() -> None:
    own = {"DTSTAMP", "SEQUENCE", "ORGANIZER", "ATTENDEE"}

    def told(body: bytes) -> list[str]:
        lines = entry_lines(body)
        return [line for line in lines if line.partition(":")[0].partition(";")[0] not in own]

    assert told(a_part()) == told(a_feed(RELEASE))


def test_the_moment_of_sending_is_said() -> None:
    assert values_of(entry_lines(a_part()), "DTSTAMP") == ["20241130T120000Z"]


def test_who_is_taken_out_finds_the_session_struck() -> None:
    lines = entry_lines(a_part(Method.CANCEL))
    assert values_of(lines, "STATUS") == ["CANCELLED"]
    assert values_of(lines, "TRANSP") == ["TRANSPARENT"]
    [summary] = values_of(lines, "SUMMARY")
    assert "ANNULÉ" in summary


def test_a_letter_from_the_organizer_s_own_address_names_nobody_else() -> None:
    [organizer] = values_of(entry_lines(a_part(sent_by="programme@example.org")), "ORGANIZER")
    assert "SENT-BY" not in organizer


@pytest.mark.parametrize("name", ['A "B" C', "A, B; C: D", "a^nb", "A\u2028B", "É" * 60])
def test_a_name_stays_within_its_parameter(name: str) -> None:
    body = a_part(name=name)
    assert max(len(line) for line in body.split(b"\r\n")) <= 75
    [entry] = entries_of(body).values()
    assert entry["ATTENDEE"].params["CN"] == " ".join(name.split())
    assert len(values_of(content_lines(body), "ATTENDEE")) == 1
