"""A visitor's own calendar, at an address that only they know."""

import re
from datetime import UTC, datetime
from typing import Any

import pytest
import time_machine
from flask import Flask
from flask.testing import FlaskClient
from icalendar import Calendar
from werkzeug.test import TestResponse

from eventapp.agenda.models import Session
from eventapp.calendars.models import PersonalCalendar
from eventapp.plumbing.database import db
from tests.builders import NOW, a_release, a_session, a_summit

MAKE = "/fr/summit/my-agenda/calendar"


@pytest.fixture(autouse=True)
def sessions(app: Flask) -> list[Session]:
    """The three sessions of a published summit."""
    event = a_summit()
    sessions = [a_session(event, f"P{number}", at=f"1{number}:00") for number in (1, 2, 3)]
    a_release(event)
    return sessions


def made(client: FlaskClient, codes: Any = "P1,P3") -> str:
    """The address of a new calendar's page."""
    response = client.post(MAKE, data={"codes": codes})
    assert response.status_code == 303
    return response.location


def summaries(response: TestResponse) -> list[str]:
    assert response.status_code == 200
    calendar = Calendar.from_ical(response.data)
    assert isinstance(calendar, Calendar)
    return [str(entry["SUMMARY"]) for entry in calendar.events]


def is_confidential(response: TestResponse) -> bool:
    headers = response.headers
    return (
        headers["Cache-Control"].startswith(("private", "no-store"))
        and headers["Referrer-Policy"] == "no-referrer"
        and "Set-Cookie" not in headers
    )


@pytest.mark.parametrize("codes", ["P1,P3", ["P1", "P3"], " P3 , P1, P1 ", "P3\nP1"])
def test_chosen_sessions_make_a_calendar(client: FlaskClient, codes: Any) -> None:
    page = made(client, codes)

    assert summaries(client.get(f"{page}.ics")) == ["Séance P1", "Séance P3"]


def test_the_address_holds_enough_chance_and_only_its_hash_is_kept(client: FlaskClient) -> None:
    tokens = [made(client).rpartition("/")[2] for _ in range(2)]

    assert tokens[0] != tokens[1]
    assert [token for token in tokens if not re.fullmatch(r"[\w-]{32}", token)] == []
    kept = db.session.scalars(db.select(PersonalCalendar)).all()
    assert [
        calendar for calendar in kept for token in tokens if token in str(vars(calendar).values())
    ] == []


def test_page_feed_and_the_way_there_are_for_their_owner_alone(client: FlaskClient) -> None:
    way = client.post(MAKE, data={"codes": "P1"})
    page, feed = client.get(way.location), client.get(f"{way.location}.ics")

    assert [is_confidential(response) for response in (way, page, feed)] == [True, True, True]
    for response in (page, feed):
        assert response.headers["X-Robots-Tag"] == "noindex, nofollow"
    assert "Access-Control-Allow-Origin" not in feed.headers
    assert feed.headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert feed.headers["Content-Disposition"] == 'inline; filename="summit-my-agenda.ics"'


def test_the_page_offers_the_feed_in_french_in_english_and_in_both(client: FlaskClient) -> None:
    page = made(client)

    html = client.get(page).text

    path = page.removeprefix("/fr/")
    assert re.findall(r'href="webcal://events.example.org/([^"]+)"', html) == [
        f"fr/{path}.ics",
        f"en/{path}.ics",
        f"fr/{path}.ics?languages=both",
    ]
    assert re.findall("<title>(.*)</title>", html) == ["Mon calendrier – Sommet exemple"]


def test_the_page_answers_in_the_other_language_too(client: FlaskClient) -> None:
    page = made(client).replace("/fr/", "/en/")

    assert "<h1>My calendar</h1>" in client.get(page).text


def test_titles_stand_in_both_languages_on_demand(client: FlaskClient) -> None:
    page = made(client, "P1")

    assert summaries(client.get(f"{page}.ics?languages=both")) == ["Séance P1 / Session P1"]


def test_the_choice_can_be_changed_and_the_feed_says_when(client: FlaskClient) -> None:
    with time_machine.travel(datetime(2025, 1, 1, tzinfo=UTC), tick=False):
        page = made(client)
    before = client.get(f"{page}.ics")

    with time_machine.travel(datetime(2025, 1, 2, tzinfo=UTC), tick=False):
        response = client.post(f"{page}/choice", data={"codes": ["P2", "P3,P9"]})

    after = client.get(f"{page}.ics")
    assert response.location == f"{page}?left_out=P9"
    assert summaries(after) == ["Séance P2", "Séance P3"]
    assert [answer.headers["Last-Modified"] for answer in (before, after)] == [
        "Wed, 01 Jan 2025 00:00:00 GMT",
        "Thu, 02 Jan 2025 00:00:00 GMT",
    ]


def test_codes_of_nothing_are_left_out_and_named(client: FlaskClient) -> None:
    response = client.post(MAKE, data={"codes": "P1,<b>,NOPE"})

    html = client.get(response.location).text
    assert "&lt;b&gt;,NOPE" in html
    assert summaries(client.get(response.location.replace("?", ".ics?"))) == ["Séance P1"]


@pytest.mark.parametrize(
    ("codes", "words"),
    [
        ("", "Choisissez au moins une séance de ce programme."),
        ("NOPE", "Choisissez au moins une séance de ce programme."),
        (",".join(map(str, range(501))), "Choisissez au plus 500 séances."),
    ],
)
def test_no_session_and_too_many_are_refused(client: FlaskClient, codes: str, words: str) -> None:
    response = client.post(MAKE, data={"codes": codes})

    assert response.status_code == 400
    assert words in response.text
    assert db.session.scalar(db.select(db.func.count(PersonalCalendar.id))) == 0


def test_a_renewed_calendar_is_dead_at_its_old_address(client: FlaskClient) -> None:
    page = made(client)
    old = client.get(f"{page}.ics")

    renewed = client.post(f"{page}/renew").location

    assert summaries(client.get(f"{renewed}.ics")) == ["Séance P1", "Séance P3"]
    for tag in ("*", old.headers["ETag"]):
        gone = client.get(f"{page}.ics", headers={"If-None-Match": tag})
        assert gone.status_code == 404


def test_a_revoked_calendar_is_gone_and_forgotten(client: FlaskClient) -> None:
    page = made(client)

    response = client.post(f"{page}/revoke", follow_redirects=True)

    assert "Ce calendrier n’existe plus" in response.text
    assert [client.get(f"{page}{end}").status_code for end in ("", ".ics")] == [404, 404]
    assert db.session.scalar(db.select(db.func.count(PersonalCalendar.id))) == 0


def test_wrong_and_revoked_addresses_are_answered_alike(client: FlaskClient) -> None:
    revoked = made(client)
    client.post(f"{revoked}/revoke")
    never = revoked[:-1] + ("A" if revoked[-1] != "A" else "B")

    answers = [client.get(f"{page}.ics") for page in (revoked, never)]

    assert [answer.status_code for answer in answers] == [404, 404]
    bodies = {
        answer.text.replace(page, "")
        for answer, page in zip(answers, (revoked, never), strict=True)
    }
    assert len({re.sub(r"/my/[\w-]{32}", "", body) for body in bodies}) == 1
    assert dict(answers[0].headers) == dict(answers[1].headers)


def test_an_address_is_good_for_its_own_event_only(client: FlaskClient) -> None:
    other = a_summit("other")
    a_release(other)

    page = made(client).replace("/summit/", "/other/")

    assert client.get(f"{page}.ics").status_code == 404


def test_a_session_that_changes_changes_in_the_calendar(
    client: FlaskClient, sessions: list[Session]
) -> None:
    page = made(client, "P1")
    client.get(f"{page}.ics")

    sessions[0].title = sessions[1].title
    a_release(sessions[0].event, now=NOW.replace(day=2))

    assert summaries(client.get(f"{page}.ics")) == ["Séance P2"]


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 303),
        ({"Sec-Fetch-Site": "same-origin", "Origin": "null"}, 303),
        ({"Origin": "https://events.example.org"}, 303),
        ({"Origin": "http://localhost"}, 303),
        ({"Sec-Fetch-Site": "cross-site"}, 400),
        ({"Sec-Fetch-Site": "same-site"}, 400),
        ({"Origin": "https://evil.example"}, 400),
    ],
)
def test_forms_of_other_sites_are_refused(
    client: FlaskClient, headers: dict[str, str], status: int
) -> None:
    page = made(client)

    for address in (MAKE, f"{page}/choice", f"{page}/renew"):
        response = client.post(address, data={"codes": "P1"}, headers=headers)
        assert response.status_code == status
        page = page if address != f"{page}/renew" else response.location


def test_nothing_is_done_by_following_a_link(client: FlaskClient) -> None:
    page = made(client)

    for address in (f"{page}/renew", f"{page}/revoke", f"{page}/choice", MAKE):
        assert client.get(address).status_code == 405
    assert client.get(page).status_code == 200
