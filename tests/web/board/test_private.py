"""The board shows what takes place beside the programme, and who may move it moves it."""

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select
from werkzeug.test import TestResponse

from eventapp.accounts.rights import EventRole
from eventapp.agenda.models import Slot
from eventapp.events.models import Event
from eventapp.plumbing.database import db
from eventapp.values.bilingual import Bilingual
from tests.builders import (
    a_delegation,
    a_movement,
    a_person,
    a_room,
    a_session,
    a_summit,
    an_account,
    sign_in,
)
from tests.web.workspace.posting import post

PAGE = "/en/manage/summit/board"
CANARY = "Canary-90be"
PLACE = {"day": "2024-12-03", "time": "14:00", "minutes": "45", "room": "hall", "version": "1"}


@pytest.fixture
def event() -> Event:
    """A session, a movement in a room and one in none."""
    event = a_summit()
    hall, delegation = a_room(event, "Hall"), a_delegation(event)
    person, secret = a_person(f"Zoé {CANARY}"), Bilingual.same(CANARY)
    a_session(event, "OPEN", room=hall)
    people = (person, a_person(f"Noé {CANARY}"))
    a_movement(
        delegation, code=CANARY, room=hall, at="11:00", revision=0, people=people, title=secret
    )
    a_movement(delegation, code="car", at="12:00", people=(person,), title=Bilingual.same("Car"))
    db.session.commit()
    return event


def enter(client: FlaskClient, event: Event, role: EventRole) -> None:
    sign_in(client, an_account(event, role))
    db.session.commit()


def sent(client: FlaskClient, to: str, data: dict[str, str]) -> TestResponse:
    return post(client, PAGE, data, to=to)


def slot_called(code: str) -> Slot:
    db.session.rollback()
    return db.session.scalars(select(Slot).where(Slot.code == code)).one()


def test_others_see_that_a_room_is_taken_and_nothing_more(
    client: FlaskClient, event: Event
) -> None:
    enter(client, event, EventRole.PROGRAMME)
    for page in (client.get(PAGE).text, client.get(PAGE.replace("/en/", "/fr/")).text):
        assert CANARY not in page
        assert page.count("is-private") == 1
        assert ">Car<" not in page
    assert sent(client, f"{PAGE}/{CANARY}/move", PLACE).status_code == 404
    assert sent(client, f"{PAGE}/private/{CANARY}/move", PLACE).status_code == 403
    assert CANARY not in client.get("/en/manage/summit/conflicts").text


def test_protocol_moves_it_and_no_session(client: FlaskClient, event: Event) -> None:
    enter(client, event, EventRole.PROTOCOL)
    page = client.get(PAGE).text
    assert f"{PAGE}/private/{CANARY}/move" in page
    assert ">Car<" in page
    assert f"{PAGE}/OPEN/move" not in page
    assert sent(client, f"{PAGE}/OPEN/move", PLACE).status_code == 403
    assert sent(client, f"{PAGE}/private/OPEN/move", PLACE).status_code == 404
    form = client.get(f"{PAGE}/private/{CANARY}/move?day=2024-12-03&time=09:30&room=hall").text
    assert "Conflicts where it would go" in form
    answer = sent(client, f"{PAGE}/private/{CANARY}/move", PLACE)
    moved = slot_called(CANARY)
    assert (answer.status_code, moved.span and f"{moved.span.start:%H:%M}") == (303, "14:00")
    assert (moved.room and moved.room.code, moved.revision) == ("hall", 1)


def test_two_movements_change_places(client: FlaskClient, event: Event) -> None:
    enter(client, event, EventRole.PROTOCOL)
    swapped = {"other": "car", "version": "1", "other_version": "1"}
    assert sent(client, f"{PAGE}/private/{CANARY}/swap", swapped).status_code == 303
    moved = slot_called("car")
    assert (moved.span and f"{moved.span.start:%H:%M}", moved.room and moved.room.code) == (
        "11:00",
        "hall",
    )
    wrong = swapped | {"other": "OPEN"}
    assert sent(client, f"{PAGE}/private/{CANARY}/swap", wrong).status_code == 422
