"""Questions about an event's participants."""

from collections.abc import Iterable
from typing import NamedTuple

from sqlalchemy import Select, func, select
from sqlalchemy.orm import contains_eager, joinedload

from eventapp.events.models import Event
from eventapp.participants.kinds import ParticipantState
from eventapp.participants.models import Category, Participant
from eventapp.people.finding import named
from eventapp.people.models import Organisation, Person
from eventapp.plumbing.database import db
from eventapp.values.collation import sort_key
from eventapp.values.language import Language


class Sifting(NamedTuple):
    """What a reader asks of the list; an empty value asks for all."""

    q: str = ""
    category: str = ""
    state: str = ""


def participant_called(event: Event, code: str) -> Participant | None:
    """The event's participant of that code."""
    query = select(Participant).where(Participant.event_id == event.id, Participant.code == code)
    return db.session.scalars(query.options(*_WHOLE)).one_or_none()


def participants(event: Event, asked: Sifting, language: Language) -> list[Participant]:
    """Those who fit, in the reader's alphabetical order."""
    query = _of_event(event).where(named(asked.q))
    if asked.category:
        query = query.where(Category.code == asked.category)
    if asked.state:
        query = query.where(Participant.state == ParticipantState(asked.state))
    return in_order(db.session.scalars(query), language)


def in_order(rows: Iterable[Participant], language: Language) -> list[Participant]:
    """The participants as a list files them in that language."""
    return sorted(rows, key=lambda each: sort_key(each.person.sorts_as(language), language))


def counts(event: Event) -> dict[tuple[int, ParticipantState], int]:
    """How many come as what, by the category's id and the state."""
    query = (
        select(Participant.category_id, Participant.state, func.count())
        .where(Participant.event_id == event.id)
        .group_by(Participant.category_id, Participant.state)
    )
    return {(category, state): number for category, state, number in db.session.execute(query)}


def _of_event(event: Event) -> Select[tuple[Participant]]:
    return (
        select(Participant)
        .join(Participant.person)
        .join(Participant.category)
        .outerjoin(Organisation, Organisation.id == Participant.organisation_id)
        .where(Participant.event_id == event.id)
        .options(
            contains_eager(Participant.person),
            contains_eager(Participant.category),
            contains_eager(Participant.organisation),
        )
    )


_WHOLE = (
    joinedload(Participant.person).joinedload(Person.organisation),
    joinedload(Participant.category),
    joinedload(Participant.organisation),
)
