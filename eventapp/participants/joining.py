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
from eventapp.values.catalogue import N_
from eventapp.values.refusal import Refusal
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
    """A new participant; `values` replace what would be taken over from the person.

    Somebody who was removed comes back, as the same participant. Raises Refusal where they are
    one already.
    """
    former = _former(event, person)
    if former is not None and former.removed_at is None:
        raise Refusal(N_("%(name)s is a participant already."), name=person.name)
    participant = former or new_participant(event, person)
    participant.removed_at = None
    participant.category, participant.state, participant.registered_at = category, state, now
    for name, value in (snapshot(event, person) | values).items():
        setattr(participant, name, value)
    if former is not None:
        participant.touch(now)
    db.session.add(participant)
    db.session.flush()
    return participant


def new_participant(event: Event, person: Person) -> Participant:
    """A participant who is nothing yet but the person, with a short code for addresses."""
    uid = uuid4()
    return Participant(uid=uid, code=code_of(uid), event=event, person=person)


def snapshot(event: Event, person: Person) -> dict[str, Any]:
    """What a participant takes over from the person, as it is on the event's first day."""
    office, organisation = office_on(person, event.starts_on), person.organisation
    return {
        "honorific": office.honorific,
        "function": office.function,
        "organisation_id": office.organisation_id,
        "country": person.country or (organisation.country if organisation else ""),
    }


def participant_for(event: Event, person: Person) -> Participant | None:
    """The person in that event, if they are a participant."""
    query = select(Participant).where(
        Participant.event_id == event.id, Participant.person_id == person.id
    )
    return db.session.scalars(query).one_or_none()


def _former(event: Event, person: Person) -> Participant | None:
    """The person's row in that event, removed or not."""
    query = select(Participant).where(
        Participant.event_id == event.id, Participant.person_id == person.id
    )
    return db.session.scalars(query.execution_options(include_removed=True)).one_or_none()
