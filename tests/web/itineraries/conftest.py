"""A summit with two delegations that meet, and a person in each; every other text is a canary."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient

from eventapp.agenda.kinds import Role, SlotState, Visibility
from eventapp.agenda.models import Appearance, Session, Slot, SlotDelegation
from eventapp.bilaterals.models import Bilateral
from eventapp.delegations.kinds import MemberFunction
from eventapp.delegations.models import Delegation, Member
from eventapp.events.models import Event, Room
from eventapp.movements.kinds import MovementKind
from eventapp.movements.models import Movement
from eventapp.participants.addresses import make_address
from eventapp.participants.kinds import AddressPurpose
from eventapp.participants.models import Participant
from eventapp.plumbing.database import db
from eventapp.registration.kinds import ChoiceState
from eventapp.registration.models import SessionChoice
from eventapp.values.bilingual import Bilingual
from tests.builders import (
    FIRST_DAY,
    NOW,
    a_delegation,
    a_member,
    a_release,
    a_room,
    a_session,
    a_span,
    a_summit,
)

MADE_AT = NOW


@dataclass(frozen=True)
class Summit:
    """Zoé heads Canada, Ken heads Japan; they meet. France is none of their business."""

    event: Event
    room: Room
    canada: Delegation
    japan: Delegation
    france: Delegation
    zoe: Member
    ken: Member
    meeting: Bilateral
    ride: Movement
    panel: Session


def held(slot: Slot, delegations: list[Delegation], *members: Member) -> None:
    """Settles a private slot for these delegations and people."""
    slot.revision, slot.revised_at, slot.first_published_at = 0, MADE_AT, MADE_AT
    slot.state, slot.visibility = SlotState.CONFIRMED, Visibility.DELEGATION
    slot.delegations = [SlotDelegation(delegation=each) for each in delegations]
    slot.appearances = [
        Appearance(person=each.participant.person, role=Role.MEMBER, position=place)
        for place, each in enumerate(members)
    ]
    db.session.add(slot)
    db.session.flush()


def a_meeting(
    one: Delegation, other: Delegation, *members: Member, at: str = "14:00", **fields: object
) -> Bilateral:
    given = {
        "title": Bilingual("Rencontre", "Meeting"),
        "code": f"B-{one.code}-{other.code}",
        "requested_by": one,
        "requested_of": other,
        "asked_at": NOW,
        "span": a_span(one.event, at, minutes=30),
    }
    meeting = Bilateral(event=one.event, **(given | fields))
    held(meeting, [one, other], *members)
    return meeting


def a_ride(
    delegations: list[Delegation], *members: Member, at: str = "18:00", **fields: object
) -> Movement:
    given = {
        "title": Bilingual("Retour à l’hôtel", "Back to the Hotel"),
        "code": "M-" + "-".join(each.code for each in delegations),
        "kind": MovementKind.TRANSFER,
        "origin": Bilingual("Palais", "Palace"),
        "destination": Bilingual("Hôtel", "Hotel"),
        "span": a_span(delegations[0].event, at, minutes=20),
    }
    ride = Movement(event=delegations[0].event, **(given | fields))
    held(ride, delegations, *members)
    return ride


def choose(participant: Participant, session: Session, state: ChoiceState) -> SessionChoice:
    choice = SessionChoice(session=session, participant=participant, state=state, at=NOW)
    db.session.add(choice)
    db.session.flush()
    return choice


@pytest.fixture
def summit(app: Flask) -> Summit:
    """Release 1, a bilateral and a movement."""
    event = a_summit()
    room = a_room(event, "Hall")
    canada, japan, france = (a_delegation(event, each) for each in ("CA", "JP", "FR"))
    zoe = a_member(canada, "Zoé Exemple", MemberFunction.HEAD)
    ken = a_member(japan, "Ken Exemple", MemberFunction.HEAD)
    panel = a_session(event, "PANEL", room=room, people=(zoe.participant.person,))
    a_session(event, "OTHER", at="10:00", room=room)
    a_session(event, "NEXT", day=FIRST_DAY + timedelta(days=1))
    meeting = a_meeting(canada, japan, zoe, ken, room=room, topic="Eau douce")
    ride = a_ride([canada], zoe, transport="Voiture 3", contact="+1 514 555-0199")
    a_release(event)
    return Summit(event, room, canada, japan, france, zoe, ken, meeting, ride, panel)


AddressOf = Callable[..., str]


@pytest.fixture
def address_of(client: FlaskClient) -> AddressOf:
    """The page's address of a member or of a delegation; with languages, of their calendar."""

    def address_of(whose: Member | Delegation, languages: str = "", language: str = "fr") -> str:
        subject = whose.participant if isinstance(whose, Member) else whose
        purpose = AddressPurpose.CALENDAR if languages else AddressPurpose.PAGE
        event = subject.event
        token = make_address(event.id, subject.uid, purpose, languages, now=NOW)
        db.session.commit()
        return f"/{language}/{event.slug}/own/{token}" + (".ics" if languages else "")

    return address_of
