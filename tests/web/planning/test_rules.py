"""The rules' page: switches, what the rules are fed, balances with their meters."""

import re
from typing import Any

import pytest
from flask.testing import FlaskClient
from sqlalchemy import func, select

from eventapp.accounts.rights import EventRole
from eventapp.agenda.conflicts.models import Availability, BalanceRule, Precedence, TravelTime
from eventapp.agenda.models import Session
from eventapp.events.models import Event, Venue
from eventapp.plumbing.database import db
from eventapp.values.bilingual import Bilingual
from tests.builders import a_person, a_room, a_session, a_summit, an_account, sign_in
from tests.web.workspace.posting import post, token_on

PAGE = "/en/manage/summit/rules"

TRAVEL = {"origin": "", "target": "", "minutes": "25"}
ORDER = {"first": "A", "second": "B"}
JOINT = {"one": "A", "other": "B"}
AVAILABILITY = {
    "person": "zoe",
    "room": "",
    "day": "2024-12-03",
    "begins": "9 h 30",
    "ends": "2:30 pm",
}
BALANCE = {
    "session": "A",
    "whom": "gender:woman",
    "sense": "at_least",
    "target": "40",
    "measure": "share",
}
GIVEN: dict[str, dict[str, str]] = {
    "travel": TRAVEL,
    "orders": ORDER,
    "joint": JOINT,
    "availabilities": AVAILABILITY,
    "balances": BALANCE,
}
#: Values of many kinds that a browser, or somebody without one, may send for any field.
NASTY = (
    "",
    "\0",
    "a\0b",
    "x" * 50_000,
    "é" * 300,
    "🏳️‍🌈",
    "<script>alert(1)</script>",
    "'; DROP TABLE slot; --",
    "-1",
    "1e9",
    "99999999999999999999999",
    "2147483648",
    "NaN",
    "0000-00-00",
    "9999-12-31",
    "2024-02-30",
    "24:00",
    "25:61",
    "sector:x",
    "gender:",
    "country:ZZ",
    "income:low",
    "A\r\nB",
    "\u202e",
    "\ud7ff",
)


def a_case(client: FlaskClient, role: EventRole = EventRole.PROGRAMME) -> Event:
    event = a_summit()
    event.venues.append(Venue(name=Bilingual("Port", "Harbour")))
    room = a_room(event)
    zoe = a_person(code="zoe", country="CA", region="CA-QC")
    a_session(event, "A", people=(zoe,), room=room)
    a_session(event, "B", at="14:00", room=room)
    sign_in(client, an_account(event, role))
    db.session.commit()
    first, second = event.venues
    TRAVEL.update(origin=str(first.id), target=str(second.id))
    return event


def rows(table: Any) -> int:
    db.session.rollback()  # sees what requests have written since
    return int(db.session.scalar(select(func.count()).select_from(table)) or 0)


def add(client: FlaskClient, section: str, **changed: str) -> Any:
    return post(client, PAGE, GIVEN[section] | changed, to=f"{PAGE}/{section}")


def test_rules_are_switched(client: FlaskClient) -> None:
    a_case(client)
    assert client.get(PAGE).text.count('" checked') == 14
    assert post(client, PAGE, {"rule": ["room_twice", "nonsense"]}).status_code == 303
    page = client.get(PAGE).text
    assert page.count('" checked') == 1
    assert re.search(r'value="room_twice" checked', page)


def test_everything_is_added_shown_and_removed(client: FlaskClient) -> None:
    event = a_case(client)
    assert [add(client, section).status_code for section in GIVEN] == [303] * 5
    page = client.get(PAGE).text
    for told in (
        "Palace – Harbour, 25\u00a0min",
        "Session A before Session B",
        "Session A + Session B",
        "9:30\u00a0a.m.–2:30\u00a0p.m.",
        "at least 40%",
    ):
        assert told in page.replace("&nbsp;", "\u00a0")
    assert [rows(each) for each in (TravelTime, Precedence, Availability, BalanceRule)] == [1] * 4
    assert {session.joint for session in db.session.query(Session)} == {"A"}
    for address in re.findall(r'action="([^"]*/(?:remove|separate))"', page):
        assert post(client, PAGE, {"group": "A"}, to=address).status_code == 303
    db.session.expire_all()
    assert [rows(each) for each in (TravelTime, Precedence, Availability, BalanceRule)] == [0] * 4
    assert {session.joint for session in db.session.query(Session)} == {""}
    assert event.id


def test_a_night_ends_on_the_next_day(client: FlaskClient) -> None:
    a_case(client)
    assert add(client, "availabilities", begins="22:00", ends="2:00").status_code == 303
    assert rows(Availability) == 1
    [row] = db.session.scalars(select(Availability)).all()
    assert row.span is not None
    assert (row.span.end - row.span.start).total_seconds() == 4 * 3600


def test_meters_are_live(client: FlaskClient) -> None:
    a_case(client)
    add(client, "balances", whom="quebec:", target="100")
    page = client.get(PAGE).text
    assert ("100%" in page, ">met<" in page) == (True, True)
    fragment = client.get(f"{PAGE}/meters").text
    assert ('hx-swap-oob="true"' in fragment, "<html" in fragment) == (True, False)


@pytest.mark.parametrize(
    ("section", "changed", "told"),
    [
        ("orders", {"first": "NO"}, "No session of this event has the code “NO”."),
        ("orders", {"second": "A"}, "Choose two different sessions."),
        ("joint", {"other": "A"}, "Choose two different sessions."),
        ("availabilities", {"person": ""}, "Choose either a person or a room."),
        ("availabilities", {"person": "nobody"}, "Nobody in this event has the code “nobody”."),
        ("availabilities", {"day": "someday"}, "someday"),
        ("balances", {"target": "101"}, "A share is 100 percent at most."),
        ("balances", {"target": "many"}, "many"),
        ("balances", {"session": "NO"}, "No session of this event has the code “NO”."),
        ("travel", {"minutes": "1441"}, "A whole number from 0 to 1440 is needed."),
        ("travel", {"minutes": ""}, "This is needed."),
    ],
)
def test_what_cannot_be_is_told_and_kept_as_typed(
    client: FlaskClient, section: str, changed: dict[str, str], told: str
) -> None:
    a_case(client)
    answer = add(client, section, **changed)
    assert (answer.status_code, told in answer.text) == (422, True)
    assert [rows(each) for each in (TravelTime, Precedence, Availability, BalanceRule)] == [0] * 4


def test_the_way_from_a_venue_to_itself_takes_no_time(client: FlaskClient) -> None:
    a_case(client)
    answer = add(client, "travel", target=TRAVEL["origin"])
    assert (answer.status_code, "Choose two different venues." in answer.text) == (422, True)


@pytest.mark.parametrize("section", GIVEN)
def test_no_value_breaks_a_form(client: FlaskClient, section: str) -> None:
    a_case(client)
    token = {"csrf_token": token_on(client, PAGE)}
    headers = {"Origin": "https://events.example.org"}
    for field in GIVEN[section]:
        for value in NASTY:
            sent = token | GIVEN[section] | {field: value}
            answer = client.post(f"{PAGE}/{section}", data=sent, headers=headers)
            assert answer.status_code in (303, 422), (field, value)
    assert client.get(PAGE).status_code == 200
    assert client.get("/fr/manage/summit/conflicts").status_code == 200


def test_readers_see_and_change_nothing(client: FlaskClient) -> None:
    a_case(client, EventRole.READER)
    page = client.get(PAGE)
    assert (page.status_code, 'action="/en/manage/summit/rules' in page.text) == (200, True)
    assert "rule-form" not in page.text
    headers = {"Origin": "https://events.example.org"}
    for address in ("", "/travel", "/orders/1/remove", "/joint/separate"):
        assert client.post(PAGE + address, data={}, headers=headers).status_code == 403


def test_what_another_event_has_set_cannot_be_removed(client: FlaskClient) -> None:
    a_case(client)
    add(client, "orders")
    assert rows(Precedence) == 1
    number = db.session.scalars(select(Precedence.id)).one()
    other = a_summit("other")
    sign_in(client, an_account(other, EventRole.OWNER))
    db.session.commit()
    own = "/en/manage/other/rules"
    for each in (str(number), "2147483648"):
        assert post(client, own, {}, to=f"{own}/orders/{each}/remove").status_code == 404
    assert rows(Precedence) == 1
