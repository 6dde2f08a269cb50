"""Feeds as calendar applications fetch them."""

import gzip
from email.utils import parsedate_to_datetime

import pytest
from flask import Flask
from flask.testing import FlaskClient
from icalendar import Calendar
from werkzeug.test import TestResponse

from eventapp.agenda.kinds import SlotState, Visibility
from eventapp.agenda.models import Session
from eventapp.plumbing.database import db
from eventapp.values.bilingual import Bilingual
from tests.builders import NOW, a_person, a_release, a_room, a_session, a_summit, a_track

FEEDS = [
    "calendar.ics",
    "summit/agenda.ics",
    "summit/tracks/governance.ics",
    "summit/rooms/a.ics",
    "summit/people/zoe.ics",
    "summit/sessions/P1.ics",
]


@pytest.fixture
def session(app: Flask) -> Session:
    """The one session of a published summit."""
    event = a_summit()
    session = a_session(
        event, "P1", room=a_room(event), track=a_track(event), people=(a_person(code="zoe"),)
    )
    a_release(event)
    return session


def summaries(response: TestResponse) -> list[str]:
    assert response.status_code == 200
    calendar = Calendar.from_ical(response.data)
    assert isinstance(calendar, Calendar)
    return [str(entry["SUMMARY"]) for entry in calendar.events]


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("feed", FEEDS)
@pytest.mark.usefixtures("session")
def test_every_feed_is_a_calendar_for_any_cache(
    client: FlaskClient, language: str, feed: str
) -> None:
    response = client.get(f"/{language}/{feed}")

    assert response.status_code == 200
    headers = response.headers
    assert headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert headers["Cache-Control"] == "public, max-age=300"
    assert headers["Access-Control-Allow-Origin"] == "*"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Content-Disposition"].startswith('inline; filename="')
    assert headers["Content-Disposition"].endswith(f'-{language}.ics"')
    assert headers["Content-Length"] == str(len(response.data))
    assert "Set-Cookie" not in headers
    assert response.data.startswith(b"BEGIN:VCALENDAR\r\n")
    assert f"SOURCE;VALUE=URI:https://events.example.org/{language}/{feed}".encode() in (
        response.data.replace(b"\r\n ", b"")
    )


@pytest.mark.usefixtures("session")
def test_each_feed_holds_its_own(client: FlaskClient) -> None:
    held = {feed: summaries(client.get(f"/en/{feed}")) for feed in FEEDS}

    assert held == {
        "calendar.ics": ["Example Summit"],
        "summit/agenda.ics": ["Example Summit", "Session P1"],
        "summit/tracks/governance.ics": ["Session P1"],
        "summit/rooms/a.ics": ["Session P1"],
        "summit/people/zoe.ics": ["Session P1"],
        "summit/sessions/P1.ics": ["Session P1"],
    }


@pytest.mark.usefixtures("app")
def test_the_organisation_has_a_feed_before_anything_is_published(client: FlaskClient) -> None:
    assert summaries(client.get("/fr/calendar.ics")) == []


@pytest.mark.usefixtures("session")
def test_an_untouched_feed_is_the_same_and_need_not_be_sent_again(client: FlaskClient) -> None:
    first, second = (client.get("/fr/summit/agenda.ics") for _ in range(2))
    assert first.data == second.data

    etag = first.headers["ETag"]
    known = client.get("/fr/summit/agenda.ics", headers={"If-None-Match": f'"x", W/{etag}'})

    assert (known.status_code, known.data, known.headers["ETag"]) == (304, b"", etag)
    assert known.headers["Cache-Control"] == "public, max-age=300"
    assert known.headers["Vary"] == "Accept-Encoding"


@pytest.mark.usefixtures("session")
def test_a_compressed_feed_has_a_tag_of_its_own(client: FlaskClient) -> None:
    plain = client.get("/fr/summit/agenda.ics")
    zipped = client.get("/fr/summit/agenda.ics", headers={"Accept-Encoding": "gzip"})

    assert zipped.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(zipped.data) == plain.data
    assert zipped.headers["ETag"] != plain.headers["ETag"]
    assert zipped.headers["Content-Length"] == str(len(zipped.data))


@pytest.mark.usefixtures("session")
def test_head_is_get_without_the_body_and_post_is_refused(client: FlaskClient) -> None:
    get, head = client.get("/fr/summit/agenda.ics"), client.head("/fr/summit/agenda.ics")
    post = client.post("/fr/summit/agenda.ics")

    assert (head.status_code, head.data) == (200, b"")
    assert head.headers["Content-Length"] == get.headers["Content-Length"]
    assert post.status_code == 405
    assert "GET" in post.headers["Allow"]


@pytest.mark.usefixtures("session")
def test_the_browser_s_wishes_change_nothing(client: FlaskClient) -> None:
    plain = client.get("/fr/summit/agenda.ics")

    wishes = {"Accept": "text/html", "Accept-Language": "en", "User-Agent": "Google-Calendar"}
    asked = client.get("/fr/summit/agenda.ics?utm_source=x", headers=wishes)

    assert asked.data == plain.data


@pytest.mark.usefixtures("session")
def test_people_and_places_are_components_on_demand(client: FlaskClient) -> None:
    assert b"BEGIN:PARTICIPANT" not in client.get("/fr/summit/agenda.ics").data
    assert b"BEGIN:PARTICIPANT" in client.get("/fr/summit/agenda.ics?rich=1").data


def test_a_change_moves_one_entry_and_the_feed(client: FlaskClient, session: Session) -> None:
    a_session(session.event, "P2")
    a_release(session.event, now=NOW.replace(day=2))
    before = client.get("/en/summit/agenda.ics")

    session.title = Bilingual("Autre titre", "Another title")
    a_release(session.event, now=NOW.replace(day=3))
    after = client.get("/en/summit/agenda.ics")

    assert after.headers["ETag"] != before.headers["ETag"]
    assert parsedate_to_datetime(after.headers["Last-Modified"]) == NOW.replace(day=3)
    assert changed_entries(before.data, after.data) == {str(session.uid): (0, 1)}


def test_a_draft_is_in_no_feed_until_it_is_published(client: FlaskClient, session: Session) -> None:
    a_session(session.event, "P2", state=SlotState.DRAFT)
    a_session(session.event, "P3", visibility=Visibility.TEAM)
    a_release(session.event)
    a_session(session.event, "P4")
    db.session.commit()

    assert summaries(client.get("/en/summit/agenda.ics")) == ["Example Summit", "Session P1"]
    for code in ("P2", "P3", "P4"):
        assert client.get(f"/en/summit/sessions/{code}.ics").status_code == 404


def test_a_cancelled_session_stays_in_its_feeds(client: FlaskClient, session: Session) -> None:
    session.state = SlotState.CANCELLED
    a_release(session.event, now=NOW.replace(day=2))

    assert summaries(client.get("/fr/summit/rooms/a.ics")) == ["ANNULÉ - Séance P1"]
    (entry,) = Calendar.from_ical(client.get("/fr/summit/rooms/a.ics").data).walk("VEVENT")
    assert (str(entry["STATUS"]), entry.get("SEQUENCE")) == ("CANCELLED", 1)


@pytest.mark.parametrize(
    "address",
    ["nothing/agenda.ics", "summit/tracks/none.ics", "summit/halls/a.ics", "summit/rooms/.ics"],
)
@pytest.mark.usefixtures("session")
def test_a_feed_of_nothing_is_not_found(client: FlaskClient, address: str) -> None:
    assert client.get(f"/fr/{address}").status_code == 404


def changed_entries(before: bytes, after: bytes) -> dict[str, tuple[int, int]]:
    """The entries that are not the same, with their SEQUENCE before and after."""
    old, new = (
        {str(entry["UID"]): entry for entry in Calendar.from_ical(body).walk("VEVENT")}
        for body in (before, after)
    )
    assert old.keys() == new.keys()
    return {
        uid: (old[uid].get("SEQUENCE"), new[uid].get("SEQUENCE"))
        for uid in old
        if old[uid].to_ical() != new[uid].to_ical()
    }
