"""Movements in the workspace: written down, late, told, and seen by their own delegation alone."""

import re

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select

from eventapp.accounts.rights import EventRole
from eventapp.agenda.kinds import SlotState
from eventapp.delegations.kinds import MemberFunction
from eventapp.delegations.models import Delegation
from eventapp.events.models import Event
from eventapp.history.models import Step
from eventapp.messages.models import Letter
from eventapp.movements.kinds import MovementKind
from eventapp.movements.models import Movement
from eventapp.plumbing.database import db
from eventapp.values.bilingual import Bilingual
from tests.builders import (
    a_delegation,
    a_member,
    a_movement,
    a_session,
    a_summit,
    an_access,
    an_account,
    sign_in,
)
from tests.web.workspace.posting import post

PAGE = "/en/manage/summit/movements"
FORM = {
    "kind": "transfer",
    "state": "confirmed",
    "origin-en": "hotel",
    "destination-en": "palace",
    "day": "2024-12-03",
    "start": "9:00",
    "end": "9:30",
    "delegations": "rs",
    "travellers": "heads",
}
CANARY = "Canary-77ab"


@pytest.fixture
def event(client: FlaskClient) -> Event:
    """A delegation of two; an officer of protocol is signed in."""
    event = a_summit()
    delegation = a_delegation(event)
    a_member(delegation, "Ana Exemple", MemberFunction.HEAD)
    a_member(delegation, "Bo Exemple")
    sign_in(client, an_account(event, EventRole.PROTOCOL))
    db.session.commit()
    return event


def the(code: str = "") -> Movement:
    db.session.rollback()
    query = select(Movement)
    return db.session.scalars(query.where(Movement.code == code) if code else query).one()


def of(event: Event) -> Delegation:
    query = select(Delegation).where(Delegation.event_id == event.id, Delegation.code == "rs")
    return db.session.scalars(query).one()


def begins(code: str) -> str:
    span = the(code).span
    return f"{span.start:%H:%M}" if span else ""


def test_a_movement_is_written_down_for_the_heads(client: FlaskClient, event: Event) -> None:
    answer = post(client, f"{PAGE}/new", FORM)
    made = the()
    assert (answer.status_code, answer.location) == (303, f"{PAGE}/{made.code}")
    assert made.title == Bilingual("Transfert\u00a0: hotel → palace", "Transfer: hotel → palace")
    assert [each.person.name for each in made.appearances] == ["Ana Exemple"]
    assert [each.delegation.code for each in made.delegations] == ["rs"]
    assert (made.revision, made.is_private) == (0, True)


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"delegations": ""}, "Choose one delegation at least."),
        ({"delegations": "jp"}, "Choose one of these."),
        ({"start": "25:00"}, "field-errors"),
        ({"day": ""}, "This is needed."),
        ({"day": "2099-01-01"}, "This day is too far from the event’s own dates."),
        ({"destination-en": ""}, "This is needed, in one language at least."),
    ],
    ids=str,
)
def test_what_is_wrong_is_said_and_nothing_is_lost(
    client: FlaskClient, event: Event, wrong: dict[str, str], said: str
) -> None:
    typed = {name: value for name, value in (FORM | wrong).items() if value}
    answer = post(client, f"{PAGE}/new", typed | {"contact": "<b>555-0100</b>"})
    assert answer.status_code == 422
    assert said in answer.text
    assert "&lt;b&gt;555-0100&lt;/b&gt;" in answer.text


def test_people_of_other_delegations_come_on_board_by_no_form(
    client: FlaskClient, event: Event
) -> None:
    other = a_member(a_delegation(event, "JP"), "Chi Exemple").participant.person.code
    movement = a_movement(of(event), code="car")
    db.session.commit()
    fields = FORM | {"travellers": "chosen", "people": other, "version": "1"}
    assert post(client, f"{PAGE}/car", fields).status_code == 422
    assert the(movement.code).appearances == []


def test_a_delay_is_looked_at_then_written_down_as_one_step(
    client: FlaskClient, event: Event
) -> None:
    delegation = of(event)
    head = delegation.members[0].participant.person
    a_movement(delegation, code="car", at="09:00", minutes=30, revision=0)
    a_movement(delegation, code="tour", at="09:40", minutes=60, revision=0)
    a_movement(
        delegation, code="plane", at="10:50", minutes=90, kind=MovementKind.DEPARTURE, revision=0
    )
    a_session(event, "TALK", at="10:30", minutes=15, people=(head,))
    officer = an_account(event, EventRole.READER, email="liaison@example.org")
    an_access(delegation, officer)
    a_movement(a_delegation(event, "JP"), code="other", at="09:40", title=Bilingual.same(CANARY))
    db.session.commit()
    page = client.get(f"{PAGE}/car/late?minutes=25").text
    assert "9:25–9:55" in page
    assert "9:55–10:55" in page
    assert "Does not wait: its people come 5 minutes late." in page
    assert CANARY not in page
    assert (begins("car"), begins("tour")) == ("09:00", "09:40")
    seen = re.search(r'name="seen" value="(\w+)"', page)
    assert seen
    fields = {"minutes": "25", "seen": seen[1]}
    assert post(client, f"{PAGE}/car/late?minutes=25", fields).status_code == 303
    assert [begins(code) for code in ("car", "tour", "plane", "other")] == [
        "09:25",
        "09:55",
        "10:50",
        "09:40",
    ]
    assert (the("car").revision, the("other").revision) == (1, None)
    assert db.session.scalars(select(Step.action)).all() == ["shift"]
    letter, step = db.session.scalars(select(Letter)).one(), db.session.scalars(select(Step)).one()
    assert (letter.to_address, letter.kind) == ("liaison@example.org", "movement_changed")
    assert "9\u00a0h\u00a025" in letter.text
    assert CANARY not in letter.text
    post(client, PAGE, {"step": str(step.id)}, to="/en/manage/summit/undo")
    assert (begins("car"), begins("tour"), the("car").revision) == ("09:00", "09:40", 2)
    texts = db.session.scalars(select(Letter.text).order_by(Letter.id)).all()
    assert len(texts) == 2
    before, after = (texts[1].index(at) for at in ("9\u00a0h\u00a025", "auparavant"))
    assert before > after


def test_a_day_that_changed_meanwhile_is_looked_at_again(client: FlaskClient, event: Event) -> None:
    a_movement(of(event), code="car")
    db.session.commit()
    answer = post(client, f"{PAGE}/car/late?minutes=5", {"minutes": "5", "seen": "x"})
    assert (answer.status_code, begins("car")) == (409, "09:00")
    assert "The day has changed meanwhile" in answer.text
    for wrong in ("0", "-5", "soon", "99999"):
        assert client.get(f"{PAGE}/car/late?minutes={wrong}").status_code == 422


def test_what_is_known_is_called_off_and_a_draft_removed(client: FlaskClient, event: Event) -> None:
    a_movement(of(event), code="known", revision=0)
    a_movement(of(event), code="draft", state=SlotState.DRAFT)
    db.session.commit()
    for code in ("known", "draft"):
        assert post(client, f"{PAGE}/{code}/remove", {}).status_code == 303
    known = the()
    assert (known.code, known.state, known.revision) == ("known", "cancelled", 1)
    assert post(client, f"{PAGE}/known/remove", {}).status_code == 409


def test_a_liaison_officer_sees_their_own_delegation_s_alone(
    client: FlaskClient, event: Event
) -> None:
    mine, other = of(event), a_delegation(event, "JP")
    a_movement(mine, transport="Car 7", note=CANARY, revision=0)
    a_movement(mine, title=Bilingual.same(CANARY), state=SlotState.DRAFT)
    a_movement(other, title=Bilingual.same(CANARY), transport=CANARY, revision=0)
    officer = an_account(name="Liaison Exemple")
    an_access(mine, officer)
    db.session.commit()
    sign_in(client, officer)
    page = client.get("/en/liaison/summit/rs/movements")
    assert page.status_code == 200
    assert "Car 7" in page.text
    assert CANARY not in page.text
    assert client.get("/en/liaison/summit/jp/movements").status_code == 404
    assert client.get(PAGE).status_code == 404
