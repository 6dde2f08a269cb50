"""Registering: one form, one participant, however often it is sent and by how many at once."""

from dataclasses import replace
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any

from sqlalchemy import select

from eventapp.events.models import Event
from eventapp.participants.editing import declare_needs
from eventapp.participants.joining import add_participant
from eventapp.participants.kinds import ParticipantState
from eventapp.participants.models import Participant
from eventapp.people.kinds import Gender
from eventapp.people.models import Person
from eventapp.plumbing.database import db
from eventapp.registration.answering import keep_answers
from eventapp.registration.inviting import demand_usable
from eventapp.registration.kinds import News, Opening
from eventapp.registration.models import PersonalInvitation, Registration, RegistrationDesk
from eventapp.registration.places import (
    desk_of,
    moment_of,
    move_up,
    opening_of,
    place_in_queue,
    stand,
    state_for,
)
from eventapp.registration.recognising import Filled, is_called, organisation_id, recognised
from eventapp.registration.telling import letters_since, letters_to, tell
from eventapp.values.bilingual import Bilingual
from eventapp.values.catalogue import N_
from eventapp.values.refusal import Refusal

LETTERS_AN_HOUR = 3

NEWS = {
    ParticipantState.CONFIRMED: News.CONFIRMED,
    ParticipantState.PENDING: News.PENDING,
    ParticipantState.WAITING: News.WAITING,
}


def register(
    event: Event,
    filled: Filled,
    *,
    key: str,
    now: datetime,
    by: Participant | None = None,
    invitation: PersonalInvitation | None = None,
) -> Participant:
    """Registers somebody: at once, after approval, or on the waiting list; they are written to.

    `key` names the form: sent again it does nothing more. Somebody who is registered already
    gets a letter that says so, and nothing else happens. `by` registers somebody else.
    Raises Refusal where registration is not open, or full without a waiting list.
    """
    desk = desk_of(event.id, lock=True)
    same = _registration_with(event, key)
    if same is not None:
        return same
    _demand_open(desk, invitation, now)
    person, known = recognised(event, filled, by)
    if known is not None and not _may_come_anew(known):
        return _welcomed_back(known, invitation, now)
    if known is not None and known.removed_at is None and invitation is None:
        filled = replace(filled, category=known.category)  # as what the team invited them
    load = move_up(desk, now=now)
    state = ParticipantState.CONFIRMED
    if invitation is None and desk is not None:
        state = state_for(desk, filled.category, load)
    participant = _take_in(
        event, person, filled=filled, state=state, known=known, now=moment_of(event.id, now)
    )
    if known is not None:
        state = _standing(participant, state, now)
    registration = _note(participant, filled, key, by, now)
    if invitation is not None:
        invitation.participant_id = participant.id
    place = place_in_queue(participant) if state is ParticipantState.WAITING else 0
    tell(participant, NEWS[state], now=now, place=place, email=registration.email)
    return participant


def _demand_open(
    desk: RegistrationDesk | None, invitation: PersonalInvitation | None, now: datetime
) -> None:
    if invitation is not None:
        demand_usable(invitation, now=now)
    elif desk is None or opening_of(desk, now) is not Opening.OPEN:
        raise Refusal(N_("Registration is not open at this moment."))


def _standing(participant: Participant, state: ParticipantState, now: datetime) -> ParticipantState:
    """Whom their delegation has no place for waits: the public learns of no quota."""
    try:
        stand(participant, state, now=now)
    except Refusal:
        stand(participant, ParticipantState.WAITING, now=now)
    return participant.state


def _may_come_anew(known: Participant) -> bool:
    return known.removed_at is not None or known.state is ParticipantState.INVITED


def _registration_with(event: Event, key: str) -> Participant | None:
    query = select(Registration).where(Registration.key == key_of(event.id, key))
    row = db.session.scalars(query).one_or_none()
    return row.participant if row is not None else None


def key_of(event_id: int, key: str) -> str:
    """What is kept of a form's key."""
    return sha256(f"{event_id}/{key}".encode(errors="replace")).hexdigest()


def _welcomed_back(
    known: Participant, invitation: PersonalInvitation | None, now: datetime
) -> Participant:
    """Writes to who is registered already; an invitation gives a place to who had none yet.

    Forms can be sent in anybody's name, over and over: whoever has several letters gets no other.
    """
    if invitation is not None and known.state in (
        ParticipantState.PENDING,
        ParticipantState.WAITING,
    ):
        stand(known, ParticipantState.CONFIRMED, now=now)
        tell(known, News.CONFIRMED, now=now)
    elif letters_since(known, now - timedelta(hours=1)) < LETTERS_AN_HOUR:
        tell(known, News.KNOWN, now=now)
    if invitation is not None and not _has_an_invitation(known):
        invitation.participant_id = known.id
    return known


def _has_an_invitation(participant: Participant) -> bool:
    query = select(PersonalInvitation.id).where(PersonalInvitation.participant_id == participant.id)
    return db.session.scalars(query).first() is not None


def _take_in(
    event: Event,
    person: Person,
    *,
    filled: Filled,
    state: ParticipantState,
    known: Participant | None,
    now: datetime,
) -> Participant:
    values: dict[str, Any] = {
        "languages": filled.languages,
        "is_listed": filled.is_listed,
        "consented_at": now if filled.is_listed else None,
        "policy": filled.policy,
    }
    if filled.function:
        values["function"] = Bilingual.of(filled.language, filled.function)
    if filled.organisation:
        values["organisation_id"] = person.organisation_id
        if not is_called(person.organisation, filled.organisation):
            values["organisation_id"] = organisation_id(filled.organisation, filled.language)
    if filled.country:
        values["country"] = filled.country
    if known is None or known.removed_at is not None:
        return add_participant(event, person, filled.category, state, now=now, **values)
    values |= {"state": state, "registered_at": now, "category": filled.category}
    for name, value in values.items():
        setattr(known, name, value)
    known.touch(now)
    return known


def _note(
    participant: Participant, filled: Filled, key: str, by: Participant | None, now: datetime
) -> Registration:
    """How they came, what they declared, what they answered."""
    row = _row_of(participant)
    row.key = key_of(participant.event_id, key)
    row.email = filled.email or (letters_to(by) if by else "")
    row.registered_by_id = by.id if by else None
    db.session.add(row)
    if filled.access or filled.diet or filled.gender is not Gender.NOT_GIVEN:
        known = participant.person.gender
        gender = filled.gender if known is Gender.NOT_GIVEN else known
        declare_needs(participant, filled.access, filled.diet, gender, now=now)
    if filled.answers or filled.files:
        keep_answers(participant, filled.answers, filled.files, now=now)
    db.session.flush()
    return row


def _row_of(participant: Participant) -> Registration:
    """Who comes anew has one already."""
    former = None
    if participant.version > 1:
        former = db.session.get(Registration, participant.id)
    return former or Registration(participant_id=participant.id, event_id=participant.event_id)
