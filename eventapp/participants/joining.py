"""Making somebody a participant, with a snapshot of who they are on the event's first day."""

from datetime import datetime
from typing import Any
from uuid import uuid4

from sqlalchemy import select

from eventapp.events.models import Event
from eventapp.participants.kinds import ParticipantState
from eventapp.participants.models import Category, Participant
from eventapp.people.models import Person
from eventapp.people.terms import office_on
from eventapp.plumbing.database import db
from eventapp.values.slug import code_of


def add_participant(
    event: Event,
    person: Person,
    category: Category,
    state: ParticipantState = ParticipantState.CONFIRMED,
    *,
    now: datetime,
    **values: Any,
) -> Participant:
    """A new participant; `values` replace what would be taken over from the person."""
    uid, office = uuid4(), office_on(person, event.starts_on)
    organisation = person.organisation
    taken_over = {
        "honorific": office.honorific,
        "function": office.function,
        "organisation_id": office.organisation_id,
        "country": person.country or (organisation.country if organisation else ""),
    }
    participant = Participant(
        uid=uid,
        code=code_of(uid),
        event=event,
        person=person,
        category=category,
        state=state,
        registered_at=now,
        **(taken_over | values),
    )
    db.session.add(participant)
    db.session.flush()
    return participant


def participant_for(event: Event, person: Person) -> Participant | None:
    """The person in that event, if they are a participant."""
    query = select(Participant).where(
        Participant.event_id == event.id, Participant.person_id == person.id
    )
    return db.session.scalars(query).one_or_none()
