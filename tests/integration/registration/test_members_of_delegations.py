"""Members of delegations who register themselves: their quota holds, and what they come as."""

from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import select

from eventapp.delegations.counting import counts_of
from eventapp.delegations.models import Delegation, Member
from eventapp.messages.kinds import LetterKind
from eventapp.messages.models import Letter
from eventapp.participants.kinds import ParticipantState
from eventapp.participants.models import Category
from eventapp.plumbing.database import db, unit_of_work
from eventapp.registration.changing import come_back, withdraw
from eventapp.registration.deciding import Decision, decide
from eventapp.registration.registering import LETTERS_AN_HOUR, register
from eventapp.values.refusal import Refusal
from tests.builders import NOW, a_category, a_delegation, a_member, a_person, a_summit
from tests.registration import a_desk, filled

CONFIRMED, WAITING = ParticipantState.CONFIRMED, ParticipantState.WAITING


@pytest.fixture
def zoe(app: Flask) -> Member:
    """Somebody of a delegation that may send one delegate."""
    event = a_summit()
    a_desk(event)
    delegate = a_category(event, delegation_quota=1)
    person = a_person(email="zoe.exemple@example.org")
    member = a_member(a_delegation(event), person, category=delegate)
    db.session.commit()
    return member


def taken(delegation: Delegation) -> int:
    db.session.rollback()
    return next(each.taken for each in counts_of(delegation) if each.category.code == "delegate")


def test_who_withdrew_cannot_come_back_to_a_place_that_another_has(zoe: Member) -> None:
    with unit_of_work():
        withdraw(zoe.participant, now=NOW)
        a_member(zoe.delegation, "Ada Exemple")
    full = r"Serbia, “Category delegate”: the quota of 1 is full"
    with pytest.raises(Refusal, match=full), unit_of_work():
        come_back(zoe.participant, now=NOW)
    assert (zoe.participant.state, taken(zoe.delegation)) == (ParticipantState.WITHDRAWN, 1)


def test_who_waits_for_a_place_in_a_delegation_lets_others_pass(zoe: Member) -> None:
    event = zoe.delegation.event
    zoe.participant.state = WAITING
    a_member(zoe.delegation, "Ada Exemple")
    db.session.commit()
    with unit_of_work():
        guest = db.session.scalars(select(Category).where(Category.code == "guest")).one()
        assert register(event, filled(guest, "Bea Un"), key="b", now=NOW).state is CONFIRMED
    with pytest.raises(Refusal, match="the quota of 1 is full"), unit_of_work():
        decide(event, [zoe.participant.code], Decision.PROMOTE, now=NOW)
    assert (zoe.participant.state, taken(zoe.delegation)) == (WAITING, 1)


def test_an_invited_member_who_registers_comes_as_what_the_team_invited_them(zoe: Member) -> None:
    zoe.participant.state = ParticipantState.INVITED
    db.session.commit()
    with unit_of_work():
        guest = db.session.scalars(select(Category).where(Category.code == "guest")).one()
        registered = register(zoe.delegation.event, filled(guest), key="z", now=NOW)
    assert registered is zoe.participant
    assert (registered.category.code, registered.state) == ("delegate", CONFIRMED)


def test_an_invited_member_whose_place_another_has_waits(zoe: Member) -> None:
    zoe.participant.state = ParticipantState.INVITED
    a_member(zoe.delegation, "Ada Exemple")
    db.session.commit()
    with unit_of_work():
        guest = db.session.scalars(select(Category).where(Category.code == "guest")).one()
        register(zoe.delegation.event, filled(guest), key="z", now=NOW)
    assert (zoe.participant.state, taken(zoe.delegation)) == (WAITING, 1)


def test_a_form_sent_over_and_over_in_somebody_s_name_fills_no_letter_box(zoe: Member) -> None:
    event = zoe.delegation.event
    minutes = (0, 5, 10, 15, 20, 62)
    for number in minutes:
        with unit_of_work():
            guest = db.session.scalars(select(Category).where(Category.code == "guest")).one()
            now = NOW + timedelta(minutes=number)
            register(event, filled(guest), key=f"z{number}", now=now)
    sent = [*db.session.scalars(select(Letter.kind))]
    assert sent == [LetterKind.REGISTRATION_KNOWN] * (LETTERS_AN_HOUR + 1)
