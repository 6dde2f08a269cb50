"""Places are given once, in order, whoever asks at the same moment."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from flask import Flask
from sqlalchemy import func, select

from eventapp.agenda.models import Session
from eventapp.events.models import Event
from eventapp.messages.kinds import LetterKind
from eventapp.messages.models import Letter
from eventapp.participants.kinds import ParticipantState
from eventapp.participants.models import Category, Participant
from eventapp.people.kinds import Correspondence
from eventapp.people.models import Person
from eventapp.plumbing.database import db, unit_of_work
from eventapp.registration.changing import come_back, withdraw
from eventapp.registration.deciding import Decision, decide
from eventapp.registration.models import Registration
from eventapp.registration.registering import register
from eventapp.registration.seats import choices_of, choose_sessions, seats_of, set_seats
from eventapp.values.refusal import Refusal
from tests.builders import NOW, a_category, a_participant, a_session, a_summit
from tests.registration import a_desk, filled

WAITING, CONFIRMED = ParticipantState.WAITING, ParticipantState.CONFIRMED


def register_as(name: str, key: str = "", **fields: object) -> Participant:
    """Registers somebody for the summit, in a transaction of their own."""
    with unit_of_work():
        event = db.session.scalars(select(Event)).one()
        category = db.session.scalars(select(Category).where(Category.code == "guest")).one()
        form = filled(category, name, **fields)
        return register(event, form, key=key or name, now=NOW)


def states() -> list[tuple[str, ParticipantState]]:
    """Who stands where, in order of registration."""
    db.session.rollback()
    query = select(Participant).order_by(Participant.registered_at, Participant.id)
    return [(each.person.given_name, each.state) for each in db.session.scalars(query)]


def letters() -> list[LetterKind]:
    db.session.rollback()
    return [*db.session.scalars(select(Letter.kind).order_by(Letter.id))]


def test_two_hundred_at_once_for_twenty_places_are_twenty_and_the_rest_in_order(
    app: Flask,
) -> None:
    a_desk(a_summit(), capacity=20)
    db.session.commit()
    together = Barrier(200)

    def one(number: int) -> None:
        with app.app_context():
            together.wait()
            register_as(f"P{number} Exemple", correspondence=Correspondence.EN)
            db.session.remove()

    with ThreadPoolExecutor(200) as threads:
        for done in [threads.submit(one, number) for number in range(200)]:
            done.result()
    found = states()
    assert [state for _name, state in found] == [CONFIRMED] * 20 + [WAITING] * 180
    assert len({name for name, _state in found}) == 200
    sent = letters()
    assert sent.count(LetterKind.REGISTRATION_CONFIRMED) == 20
    assert sent.count(LetterKind.REGISTRATION_WAITING) == 180


def test_who_withdraws_makes_room_for_who_waits_longest(app: Flask) -> None:
    a_desk(a_summit(), capacity=1)
    db.session.commit()
    first = register_as("Ada Un").id
    register_as("Bea Deux")
    register_as("Cleo Trois")
    with unit_of_work():
        withdraw(db.session.get_one(Participant, first), now=NOW)
    assert states() == [
        ("Ada", ParticipantState.WITHDRAWN), ("Bea", CONFIRMED), ("Cleo", WAITING),
    ]  # fmt: skip
    assert letters()[-2:] == [LetterKind.REGISTRATION_WITHDRAWN, LetterKind.REGISTRATION_PROMOTED]
    with unit_of_work():
        come_back(db.session.get_one(Participant, first), now=NOW)
    assert states()[-1] == ("Ada", WAITING)


def test_a_full_category_lets_others_pass(app: Flask) -> None:
    event = a_summit()
    desk = a_desk(event, capacity=2)
    press = a_category(event, "press", capacity=1)
    a_participant(event, "Un Presse", press)
    a_participant(event, "Deux Presse", press, state=WAITING)
    guest = a_participant(event, "Trois Exemple", "guest")
    a_participant(event, "Quatre Exemple", "guest", state=WAITING)
    db.session.commit()
    with unit_of_work():
        withdraw(guest, now=NOW)
    named = dict(states())
    assert (named["Deux"], named["Quatre"]) == (WAITING, CONFIRMED)
    assert desk.capacity == 2


def test_without_a_waiting_list_a_full_event_says_so(app: Flask) -> None:
    a_desk(a_summit(), capacity=1, waits=False)
    db.session.commit()
    register_as("Ada Un")
    with pytest.raises(Refusal, match="All places are taken"):
        register_as("Bea Deux")
    assert [name for name, _ in states()] == ["Ada"]


def test_a_form_that_is_sent_twice_is_one_registration(app: Flask) -> None:
    a_desk(a_summit())
    db.session.commit()
    assert register_as("Ada Un", "key").id == register_as("Ada Un", "key").id
    assert letters() == [LetterKind.REGISTRATION_CONFIRMED]


def test_the_same_address_registers_once_and_gets_a_letter_that_says_so(app: Flask) -> None:
    a_desk(a_summit())
    db.session.commit()
    register_as("Ada Un", "one")
    register_as("Ada Un", "two", email="ADA.UN@example.org")
    assert db.session.scalar(select(func.count()).select_from(Participant)) == 1
    assert letters() == [LetterKind.REGISTRATION_CONFIRMED, LetterKind.REGISTRATION_KNOWN]


def test_people_are_never_made_one_by_their_name_alone(app: Flask) -> None:
    event = a_summit()
    a_desk(event)
    there = Person(code="ada", given_name="Ada", family_name="Ün", email="ada@example.org")
    db.session.add(there)
    db.session.commit()
    same = register_as("Ada Un", "one", email="Ada@example.org").person_id
    assert same == there.id
    other = register_as("Ada Un", "two", email="other@example.org").person_id
    assert other != there.id


def test_who_needs_approval_is_approved_or_declined(app: Flask) -> None:
    event = a_summit()
    a_category(event, "guest", is_offered=True, needs_approval=True)
    a_desk(event, capacity=1)
    db.session.commit()
    ada, bea = register_as("Ada Un"), register_as("Bea Deux")
    assert states() == [("Ada", ParticipantState.PENDING), ("Bea", WAITING)]
    with unit_of_work():
        number = decide(
            db.session.scalars(select(Event)).one(), [ada.code], Decision.DECLINE, now=NOW
        )
    assert number == 1
    assert states() == [("Ada", ParticipantState.DECLINED), ("Bea", ParticipantState.PENDING)]
    with unit_of_work():
        event = db.session.scalars(select(Event)).one()
        assert decide(event, [ada.code, bea.code], Decision.APPROVE, now=NOW) == 1
    assert dict(states())["Bea"] is CONFIRMED


def test_seats_of_a_session_are_given_once_and_go_to_who_waits(app: Flask) -> None:
    event = a_summit()
    session = a_session(event, "LAB")
    people = [a_participant(event, f"P{number} Exemple") for number in range(30)]
    set_seats(session, 10, waits=True, now=NOW)
    db.session.commit()
    ids = [each.id for each in people]
    session_id = session.id

    def one(number: int) -> None:
        with app.app_context():
            with unit_of_work():
                participant = db.session.get_one(Participant, number)
                chosen = db.session.get_one(Session, session_id)
                choose_sessions(participant, [chosen], now=NOW + timedelta(seconds=number % 3))
            db.session.remove()

    with ThreadPoolExecutor(15) as threads:
        for done in [threads.submit(one, number) for number in ids]:
            done.result()
    db.session.rollback()
    assert seats_of(event.id)[session_id][:3] == (10, 10, 20)
    seated = next(each for each in people if choices_of(each)[session_id].value == "seated")
    with unit_of_work():
        withdraw(db.session.get_one(Participant, seated.id), now=NOW)
    assert seats_of(event.id)[session_id][:3] == (10, 10, 19)


def test_nothing_is_kept_of_a_registration_but_what_says_who_came_how(app: Flask) -> None:
    a_desk(a_summit())
    db.session.commit()
    participant = register_as("Ada Un", "a-key-of-a-form")
    row = db.session.get_one(Registration, participant.id)
    assert len(row.key) == 64
    assert "a-key" not in row.key
