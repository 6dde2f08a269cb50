"""The board as a page: what it shows, what it moves, what it refuses."""

import re
from collections.abc import Mapping
from datetime import timedelta
from typing import Any

import pytest
from flask.testing import FlaskClient
from sqlalchemy import event as sqlalchemy_event
from sqlalchemy import select
from werkzeug.test import TestResponse

from eventapp.accounts.models import Account
from eventapp.accounts.rights import EventRole
from eventapp.agenda.models import Session
from eventapp.events.models import Event
from eventapp.history.actions import Action
from eventapp.history.models import Step
from eventapp.history.recording import editing
from eventapp.plumbing.database import db
from eventapp.values.bilingual import Bilingual
from tests.builders import (
    FIRST_DAY,
    NOW,
    a_person,
    a_room,
    a_session,
    a_span,
    a_summit,
    a_track,
    an_account,
    sign_in,
)
from tests.web.workspace.posting import post

PAGE = "/en/manage/summit/board"
SCRIPT = {"Sec-Fetch-Dest": "empty"}
PLACE = {"day": "2024-12-03", "time": "14:00", "minutes": "45", "room": "blue", "version": "1"}


@pytest.fixture
def event(client: FlaskClient) -> Event:
    """A summit with two rooms and three sessions, its programme's editor signed in."""
    event = a_summit()
    hall = a_room(event, "Hall")
    a_room(event, "Blue")
    a_session(event, "OPEN", room=hall, people=(a_person(),), track=a_track(event))
    a_session(event, "TALK", at="10:00", minutes=30, room=hall)
    a_session(event, "LATER", at=None)
    account = an_account(event, EventRole.PROGRAMME, email="editor@example.org")
    db.session.commit()
    sign_in(client, account)
    return event


def session_called(code: str) -> Session:
    db.session.rollback()
    return db.session.scalars(select(Session).where(Session.code == code)).one()


def whereabouts(code: str) -> str:
    session = session_called(code)
    room = session.room.code if session.room else "-"
    return f"{session.span.start:%d %H:%M}–{session.span.end:%H:%M} {room}" if session.span else ""


def move(client: FlaskClient, code: str, data: Mapping[str, str], **options: Any) -> TestResponse:
    return post(client, f"{PAGE}/{code}/move", data, **options)


def codes(page: str) -> list[str]:
    return re.findall(r'data-code="(\w+)"', page)


def test_the_board_shows_a_day_and_what_has_no_time(client: FlaskClient, event: Event) -> None:
    page = client.get(PAGE).text
    assert codes(page) == ["LATER", "OPEN", "TALK"]
    assert page.count('data-at="08:00"') == 1
    assert codes(client.get(f"{PAGE}?day=2024-12-04").text) == ["LATER"]


def test_a_board_asks_the_database_as_often_for_thirty_sessions_as_for_one(
    client: FlaskClient, event: Event
) -> None:
    def queries() -> int:
        asked: list[str] = []

        def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
            asked.append(statement)

        engine = db.engine
        sqlalchemy_event.listen(engine, "before_cursor_execute", note)
        client.get(PAGE)
        sqlalchemy_event.remove(engine, "before_cursor_execute", note)
        return len(asked)

    client.get(PAGE)
    few = queries()
    for _ in range(30):
        a_session(event, people=(a_person(),), track=a_track(event, f"t{_}"))
    db.session.commit()
    client.get(PAGE)
    assert queries() == few


def test_a_reader_sees_the_board_and_no_handles(client: FlaskClient, event: Event) -> None:
    reader = an_account(event, EventRole.READER)
    db.session.commit()
    sign_in(client, reader)
    page = client.get(PAGE).text
    assert codes(page) == ["LATER", "OPEN", "TALK"]
    assert ("OPEN/move" in page, "edge" in page, 'type="checkbox" name="code"' in page) == (
        False,
        False,
        False,
    )
    assert client.get(f"{PAGE}/OPEN/move").status_code == 403


def test_the_plain_form_moves_a_session(client: FlaskClient, event: Event) -> None:
    answer = move(client, "OPEN", PLACE)
    assert (answer.status_code, answer.location) == (303, f"{PAGE}?day=2024-12-03")
    assert whereabouts("OPEN") == "03 14:00–14:45 blue"
    assert "“Session OPEN”: Tuesday, December\u00a03, 2:00–2:45\u00a0p.m., Room Blue" in (
        client.get(PAGE).text
    )


def test_a_script_gets_the_parts_that_changed(client: FlaskClient, event: Event) -> None:
    answer = move(client, "OPEN", PLACE, headers=SCRIPT)
    assert answer.status_code == 200
    parts = re.findall(r'data-part="(\w+)"', answer.text)
    assert parts == ["steps", "news", "outcome", "tray", "beside", "day"]
    assert "<html" not in answer.text
    assert 'data-room="blue" data-at="14:00" data-minutes="45"' in answer.text


def test_a_move_is_one_step_that_can_be_undone(client: FlaskClient, event: Event) -> None:
    move(client, "OPEN", PLACE)
    [step] = db.session.scalars(select(Step))
    assert (step.action, step.name) == (Action.MOVE, Bilingual("Séance OPEN", "Session OPEN"))
    post(client, PAGE, {"step": str(step.id)}, to="/en/manage/summit/undo")
    assert whereabouts("OPEN") == "03 09:00–10:00 hall"


def test_an_empty_day_takes_a_session_off_the_schedule(client: FlaskClient, event: Event) -> None:
    move(client, "OPEN", {"day": "", "version": "1"})
    assert whereabouts("OPEN") == ""
    move(client, "LATER", PLACE)
    assert whereabouts("LATER") == "03 14:00–14:45 blue"


def somebody_moves(event: Event, code: str) -> Account:
    other = an_account(event, EventRole.OWNER, name="Zoé Autre")
    db.session.commit()
    session = session_called(code)
    with editing(event.id, by=other.actor, now=NOW, action=Action.MOVE, name=session.title):
        session.span = a_span(event, "16:00")
    return other


def test_a_late_move_is_told_who_moved_the_session_where(client: FlaskClient, event: Event) -> None:
    somebody_moves(event, "OPEN")
    answer = move(client, "OPEN", PLACE)
    assert answer.status_code == 409
    assert "Zoé Autre moved “Séance OPEN” meanwhile." in answer.text.replace(
        "Session OPEN” meanwhile", "Séance OPEN” meanwhile"
    )
    assert "4:00–5:00\u00a0p.m., Room Hall" in answer.text
    assert 'value="14:00"' in answer.text
    assert whereabouts("OPEN") == "03 16:00–17:00 hall"


def test_a_form_that_is_sent_twice_moves_once(client: FlaskClient, event: Event) -> None:
    statuses = [move(client, "OPEN", PLACE, headers=SCRIPT).status_code for _ in range(3)]
    assert statuses == [200, 200, 200]
    assert len(db.session.scalars(select(Step)).all()) == 1


def test_a_late_move_can_be_made_all_the_same(client: FlaskClient, event: Event) -> None:
    somebody_moves(event, "OPEN")
    answer = move(client, "OPEN", PLACE, headers=SCRIPT)
    form = answer.text.split("data-move>")[1].split("</form>")[0]
    fields = dict(re.findall(r'name="(\w+)" value="([^"]*)"', form))
    assert answer.status_code == 409
    assert fields.pop("csrf_token")
    assert fields == PLACE | {"version": "2"}
    assert move(client, "OPEN", fields, headers=SCRIPT).status_code == 200
    assert whereabouts("OPEN") == "03 14:00–14:45 blue"


def test_a_new_title_is_no_reason_to_refuse_a_move(client: FlaskClient, event: Event) -> None:
    session = session_called("OPEN")
    other = an_account(event, EventRole.OWNER)
    with editing(event.id, by=other.actor, now=NOW, action=Action.EDIT):
        session.title = Bilingual("Autre", "Other")
    assert move(client, "OPEN", PLACE, headers=SCRIPT).status_code == 200


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("day", "2024-13-01", "This is not a day."),
        ("day", "9999-12-31", "This day is too far from the event’s own dates."),
        ("day", "0001-01-01", "This day is too far from the event’s own dates."),
        ("day", "\x00", "This is not a day."),
        ("time", "25:00", "This is not a time of day."),
        ("time", "", "This is not a time of day."),
        ("time", "9" * 5000, "This is not a time of day."),
        ("minutes", "4", "A session lasts from 5 minutes to 24 hours."),
        ("minutes", "-1", "A session lasts from 5 minutes to 24 hours."),
        ("minutes", "9" * 400, "A session lasts from 5 minutes to 24 hours."),
        ("minutes", "1e3", "A session lasts from 5 minutes to 24 hours."),
        ("room", "attic", "There is no such room."),
        ("room", "<b>", "There is no such room."),
        ("version", "x" * 3000, "was changed meanwhile"),
        ("version", "-5", "was changed meanwhile"),
    ],
)
def test_what_cannot_be_is_said_beside_what_was_typed(
    client: FlaskClient, event: Event, field: str, value: str, said: str
) -> None:
    answer = move(client, "OPEN", PLACE | {field: value})
    assert answer.status_code == (409 if field == "version" else 422)
    assert said in answer.text
    assert 'value="45"' in answer.text or field == "minutes"
    assert whereabouts("OPEN") == "03 09:00–10:00 hall"


def test_times_that_clocks_skip_are_refused_in_the_readers_language(client: FlaskClient) -> None:
    spring = FIRST_DAY.replace(month=3, day=31)
    event = a_summit(starts_on=spring, ends_on=spring)
    a_session(event, "OPEN", day=spring)
    account = an_account(event, EventRole.PROGRAMME)
    db.session.commit()
    sign_in(client, account)
    data = {"day": spring.isoformat(), "time": "2:30", "minutes": "60", "version": "1"}
    answer = post(client, "/en/manage/summit/board/OPEN/move", data)
    assert (answer.status_code, "clocks go forward" in answer.text) == (422, True)


def test_the_form_tells_the_conflicts_of_both_places(client: FlaskClient, event: Event) -> None:
    there = "day=2024-12-03&time=10:00&minutes=30&room=hall"
    page = client.get(f"{PAGE}/OPEN/move?{there}").text
    assert ("Conflicts there now" in page, "Conflicts where it would go" in page) == (False, True)
    move(client, "OPEN", PLACE | {"time": "10:00", "room": "hall"})
    page = client.get(f"{PAGE}/OPEN/move").text
    assert "Conflicts there now" in page
    assert "Try the nearest free place" in page


def test_a_move_tells_what_it_causes(client: FlaskClient, event: Event) -> None:
    answer = move(client, "OPEN", PLACE | {"time": "10:00", "room": "hall"}, headers=SCRIPT)
    outcome = answer.text.split('data-part="outcome"')[1].split('data-part="tray"')[0]
    assert outcome.count('<li class="is-error">') == 1
    assert "Session TALK" in outcome


def test_sessions_are_swapped(client: FlaskClient, event: Event) -> None:
    data = {"other": "TALK", "version": "1"}
    answer = post(client, f"{PAGE}/OPEN/move", data, to=f"{PAGE}/OPEN/swap")
    assert answer.status_code == 303
    assert (whereabouts("OPEN"), whereabouts("TALK")) == (
        "03 10:00–11:00 hall",
        "03 09:00–09:30 hall",
    )


@pytest.mark.parametrize(
    ("data", "status"),
    [
        ({"other": "OPEN", "version": "1"}, 422),
        ({"other": "NOBODY", "version": "1"}, 422),
        ({"other": "\x00", "version": "1"}, 422),
        ({"version": "1"}, 422),
        ({"other": "TALK", "version": "7"}, 409),
        ({"other": "TALK", "version": "1", "other_version": "7"}, 409),
    ],
)
def test_a_swap_that_cannot_be_changes_nothing(
    client: FlaskClient, event: Event, data: dict[str, str], status: int
) -> None:
    answer = post(client, f"{PAGE}/OPEN/move", data, to=f"{PAGE}/OPEN/swap")
    assert answer.status_code == status
    assert whereabouts("OPEN") == "03 09:00–10:00 hall"


SHIFT = {"day": "2024-12-03", "begins": "9:30", "until": "", "room": "", "minutes": "15"}


def test_the_rest_of_a_day_is_shifted_in_one_step(client: FlaskClient, event: Event) -> None:
    a_session(event, "PAUSE", at="11:00")
    db.session.commit()
    answer = post(client, f"{PAGE}/shift", SHIFT)
    assert answer.status_code == 303
    assert [whereabouts(code) for code in ("OPEN", "TALK", "PAUSE")] == [
        "03 09:00–10:00 hall",
        "03 10:15–10:45 hall",
        "03 11:15–12:15 -",
    ]
    assert [step.action for step in db.session.scalars(select(Step))] == [Action.SHIFT]


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("day", "soon", "This is not a day."),
        ("begins", "late", "This is not a time of day."),
        ("until", "late", "This is not a time of day."),
        ("room", "attic", "There is no such room."),
        ("minutes", "0", "Write a number of minutes"),
        ("minutes", "99999", "Write a number of minutes"),
        ("minutes", "900", "would leave its day"),
        ("begins", "20:00", "No session with a time is among these."),
    ],
)
def test_a_shift_that_cannot_be_moves_nothing(
    client: FlaskClient, event: Event, field: str, value: str, said: str
) -> None:
    answer = post(client, f"{PAGE}/shift", SHIFT | {field: value})
    assert (answer.status_code, said in answer.text) == (422, True)
    assert whereabouts("TALK") == "03 10:00–10:30 hall"


def test_chosen_sessions_move_together(client: FlaskClient, event: Event) -> None:
    page = f"{PAGE}/block?code=OPEN&code=TALK&code=LATER&code=NOBODY&code=%00"
    assert re.findall(r'name="code" value="(\w+)"', client.get(page).text) == ["OPEN", "TALK"]
    data = {"code": ["OPEN", "TALK"], "days": "1", "minutes": "-30", "room": "blue"}
    answer = post(client, page, data, to=f"{PAGE}/block")
    assert (answer.status_code, answer.location) == (303, f"{PAGE}?day=2024-12-04")
    assert (whereabouts("OPEN"), whereabouts("TALK")) == (
        "04 08:30–09:30 blue",
        "04 09:30–10:00 blue",
    )


@pytest.mark.parametrize(
    ("field", "value"),
    [("days", "x"), ("days", "400"), ("minutes", ""), ("minutes", "1441"), ("room", "attic")],
)
def test_a_block_that_cannot_be_moves_nothing(
    client: FlaskClient, event: Event, field: str, value: str
) -> None:
    data = {"code": ["OPEN"], "days": "0", "minutes": "30", "room": "=", field: value}
    answer = post(client, f"{PAGE}/block?code=OPEN", data, to=f"{PAGE}/block")
    assert answer.status_code == 422
    assert whereabouts("OPEN") == "03 09:00–10:00 hall"


def test_others_moves_are_asked_for_by_what_one_has_seen(client: FlaskClient, event: Event) -> None:
    mark = client.get(PAGE).text.split('data-mark="')[1].split('"')[0]
    assert client.get(f"{PAGE}/changes?since={mark}").status_code == 204
    somebody_moves(event, "OPEN")
    answer = client.get(f"{PAGE}/changes?since={mark}&day=2024-12-03")
    assert answer.status_code == 200
    assert "<p>Zoé Autre: Moved – Session OPEN</p>" in answer.text
    assert 'data-code="OPEN" data-version="2"' in answer.text


@pytest.mark.parametrize("since", ["", "x", "9" * 50, "1-", "-1", "\x00", "0-99999999999999"])
def test_an_odd_mark_is_one_from_before(client: FlaskClient, event: Event, since: str) -> None:
    answer = client.get(f"{PAGE}/changes", query_string={"since": since})
    assert (answer.status_code, codes(answer.text)) == (200, ["LATER", "OPEN", "TALK"])


def dimmed(page: str) -> list[str]:
    return re.findall(r'is-dim" id="s-(\w+)"', page)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", []),
        ("q=zoe", ["LATER", "TALK"]),
        ("q=session+open", ["LATER", "TALK"]),
        ("track=governance", ["LATER", "TALK"]),
        ("track=none", ["LATER", "OPEN", "TALK"]),
        ("only=conflicts", ["LATER", "OPEN", "TALK"]),
    ],
)
def test_what_was_not_asked_for_steps_back(
    client: FlaskClient, event: Event, query: str, expected: list[str]
) -> None:
    assert dimmed(client.get(f"{PAGE}?{query}").text) == expected


@pytest.mark.parametrize(
    "query",
    ["day=2024-02-30", "day=" + "9" * 999, "zoom=up", "zoom=%00", "q=%00", "track=%FF", "only="],
)
def test_an_odd_address_shows_the_board(client: FlaskClient, event: Event, query: str) -> None:
    answer = client.get(f"{PAGE}?{query}")
    assert (answer.status_code, len(codes(answer.text))) == (200, 3)


def test_text_of_people_stays_text(client: FlaskClient, event: Event) -> None:
    polyglot = "\"><script>alert(1)</script>{{7*7}}'"
    session = session_called("OPEN")
    session.title = Bilingual.same(polyglot)
    session.room.name = Bilingual.same(polyglot)  # type: ignore[union-attr]
    session.appearances[0].person.given_name = polyglot
    db.session.commit()
    for path in ("", "/changes", "/OPEN/move", "/shift", "/block?code=OPEN"):
        page = client.get(PAGE + path).text
        assert ("<script>alert" in page, "{{7*7}}" in page or path == "/shift") == (False, True)


def test_sessions_of_other_events_are_not_there(client: FlaskClient, event: Event) -> None:
    other = a_summit("other")
    a_session(other, "ELSE")
    db.session.commit()
    assert client.get(f"{PAGE}/ELSE/move").status_code == 404
    answer = post(client, f"{PAGE}/OPEN/move", PLACE, to=f"{PAGE}/ELSE/move")
    assert answer.status_code == 404
    block = {"code": ["ELSE"], "days": "0", "minutes": "5", "room": "="}
    answer = post(client, f"{PAGE}/block?code=OPEN", block, to=f"{PAGE}/block")
    assert answer.status_code == 422


def test_a_french_board_says_everything_in_french(client: FlaskClient, event: Event) -> None:
    tomorrow = FIRST_DAY + timedelta(days=1)
    page = client.get(f"/fr/manage/summit/board?day={tomorrow}").text
    assert 'data-said="8\u00a0h\u00a005"' in page
    assert "Sans horaire" in page
