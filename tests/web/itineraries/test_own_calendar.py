"""The calendar of one's own agenda: as every feed, and private."""

import re
from datetime import timedelta

from flask.testing import FlaskClient
from icalendar import Calendar
from sqlalchemy import event

from eventapp.agenda.kinds import SlotState
from eventapp.agenda.slots import revise
from eventapp.delegations.kinds import MemberFunction
from eventapp.participants.models import SecretAddress
from eventapp.plumbing.database import db
from tests.builders import NOW, a_delegation, a_member, a_span
from tests.unit.calendars.reading import content_lines, entries_of, other_calendar_of, values_of
from tests.web.itineraries.conftest import AddressOf, Summit, a_meeting


def summaries(body: bytes) -> list[str]:
    calendar = Calendar.from_ical(body)
    assert isinstance(calendar, Calendar)
    return [str(entry["SUMMARY"]) for entry in calendar.events]


def test_the_feed_holds_the_agenda_in_the_languages_of_its_address(
    client: FlaskClient, summit: Summit, address_of: AddressOf
) -> None:
    french, english, both = (
        client.get(address_of(summit.zoe, each, language)).data
        for each, language in (("fr", "fr"), ("en", "en"), ("both", "fr"))
    )

    assert summaries(french) == [
        "Séance PANEL", "Rencontre bilatérale\xa0: Japon", "Retour à l’hôtel",
    ]  # fmt: skip
    assert summaries(english) == [
        "Session PANEL", "Bilateral meeting: Japan", "Back to the Hotel",
    ]  # fmt: skip
    assert summaries(both) == [
        f"{one} / {other}" for one, other in zip(summaries(french), summaries(english), strict=True)
    ]
    for body in (french, english, both):
        assert len(other_calendar_of(body).events) == 3
        assert "METHOD:PUBLISH" not in content_lines(body)


def test_a_session_is_the_same_entry_as_in_the_public_feed(
    client: FlaskClient, summit: Summit, address_of: AddressOf
) -> None:
    own = entries_of(client.get(address_of(summit.zoe, "fr")).data)
    public = entries_of(client.get("/fr/summit/sessions/PANEL.ics").data)

    [(uid, session)] = public.items()
    assert own[uid].to_ical() == session.to_ical()


def test_a_private_slot_keeps_its_identity_and_says_what_became_of_it(
    client: FlaskClient, summit: Summit, address_of: AddressOf
) -> None:
    feed, uid = address_of(summit.zoe, "fr"), str(summit.meeting.uid)
    before = entries_of(client.get(feed).data)[uid]
    summit.meeting.span = a_span(summit.event, "16:00", minutes=30)
    revise(summit.meeting, now=NOW + timedelta(hours=1))
    summit.meeting.state = SlotState.CANCELLED
    revise(summit.meeting, now=NOW + timedelta(hours=2))
    db.session.commit()

    after = entries_of(client.get(feed).data)[uid]

    assert (before["SEQUENCE"], after["SEQUENCE"]) == (0, 2)
    assert after.DTSTAMP == after.LAST_MODIFIED == NOW + timedelta(hours=2)
    assert f"{after.start:%H:%M}" == "16:00"
    assert (after["STATUS"], after["TRANSP"], after["CLASS"]) == (
        "CANCELLED", "TRANSPARENT", "PRIVATE",
    )  # fmt: skip
    assert str(after["SUMMARY"]).startswith("ANNULÉ - Rencontre bilatérale")


def test_an_untouched_feed_is_the_same_bytes_and_need_not_be_sent_again(
    client: FlaskClient, summit: Summit, address_of: AddressOf
) -> None:
    feed = address_of(summit.zoe, "fr")
    first, second = client.get(feed), client.get(feed)
    assert first.data == second.data
    assert first.headers["Content-Type"] == "text/calendar; charset=utf-8"

    tag = {"If-None-Match": first.headers["ETag"]}
    assert client.get(feed, headers=tag).status_code == 304

    db.session.delete(summit.ride)
    db.session.commit()
    assert client.get(feed, headers=tag).status_code == 200


def test_calendars_are_made_renewed_and_ended_apart_from_the_page(
    client: FlaskClient, summit: Summit, address_of: AddressOf
) -> None:
    page = address_of(summit.zoe)
    first = made(client, page, "fr")
    assert first.startswith("https://events.example.org/fr/summit/own/")
    english = made(client, page, "en")
    second = made(client, page, "fr")

    assert [client.get(each).status_code for each in (first, second, english)] == [404, 200, 200]
    assert client.post(f"{page}/calendar/end", data={"languages": "fr"}).location == page
    assert [client.get(each).status_code for each in (second, english, page)] == [404, 200, 200]


def test_only_hashes_of_addresses_are_kept(
    client: FlaskClient, summit: Summit, address_of: AddressOf
) -> None:
    token = made(client, address_of(summit.zoe), "both").rpartition("/")[2].removesuffix(".ics")

    rows = db.session.scalars(db.select(SecretAddress)).all()
    assert [row for row in rows if token in str(vars(row).values())] == []


def test_a_language_that_is_none_is_refused(
    client: FlaskClient, summit: Summit, address_of: AddressOf
) -> None:
    page = address_of(summit.zoe)
    for data in ({}, {"languages": "de"}, {"languages": "<b>"}):
        assert client.post(f"{page}/calendar", data=data).status_code == 400


def test_the_calendars_name_says_whose_it_is(
    client: FlaskClient, summit: Summit, address_of: AddressOf
) -> None:
    names = [
        values_of(content_lines(client.get(address_of(whose, "en", "en")).data), "NAME")
        for whose in (summit.zoe, summit.canada)
    ]
    assert names == [
        [";LANGUAGE=en:Example Summit – My agenda"],
        [";LANGUAGE=en:Example Summit – Canada"],
    ]


def made(client: FlaskClient, page: str, languages: str) -> str:
    """The address of a new calendar, as the page that it leads to tells it."""
    answer = client.post(f"{page}/calendar", data={"languages": languages})
    assert answer.status_code == 303
    shown = client.get(answer.location).text
    found = re.search(r'<input id="address-1" type="url" value="([^"]+)"', shown)
    assert found
    return found[1]


def test_a_longer_agenda_asks_the_database_no_more_often(
    client: FlaskClient, summit: Summit, address_of: AddressOf
) -> None:
    feed = address_of(summit.zoe, "fr")
    few = statements(client, feed)
    for number in range(8):
        other = a_delegation(summit.event, f"Z{number}")
        head = a_member(other, f"Ada Exemple {number}", MemberFunction.HEAD)
        at = f"1{number}:30"
        a_meeting(summit.canada, other, summit.zoe, head, at=at, room=summit.room)
    db.session.commit()

    assert statements(client, feed) <= few
    assert len(summaries(client.get(feed).data)) == 11


def statements(client: FlaskClient, address: str) -> int:
    """How many statements an answer takes, once what never changes is known."""
    client.get(address)
    seen: list[str] = []

    def see(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        seen.append(statement)

    engine = db.engine
    event.listen(engine, "before_cursor_execute", see)
    try:
        client.get(address)
    finally:
        event.remove(engine, "before_cursor_execute", see)
    return len(seen)
