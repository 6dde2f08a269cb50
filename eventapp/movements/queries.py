"""Questions about an event's movements."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from eventapp.agenda.editing import programme_day
from eventapp.agenda.models import Appearance, SlotDelegation
from eventapp.delegations.kinds import Authority
from eventapp.delegations.models import Delegation, Member
from eventapp.delegations.naming import party_name
from eventapp.events.models import Event
from eventapp.movements.models import Movement
from eventapp.participants.models import Participant
from eventapp.plumbing.database import db
from eventapp.values.bilingual import Bilingual
from eventapp.values.collation import sort_key
from eventapp.values.language import Language


class DayOfMovements(NamedTuple):
    """A programme day, or None for what has no time, and its movements in order."""

    day: date | None
    movements: Sequence[Movement]


def movements_of(event: Event, delegation: Delegation | None = None) -> list[Movement]:
    """The event's movements by time, or those of one delegation; those without a time come last."""
    query = (
        select(Movement)
        .where(Movement.event_id == event.id)
        .options(
            selectinload(Movement.delegations)
            .selectinload(SlotDelegation.delegation)
            .selectinload(Delegation.party),
            selectinload(Movement.appearances).selectinload(Appearance.person),
            selectinload(Movement.room),
        )
    )
    if delegation is not None:
        mine = select(SlotDelegation.slot_id).where(SlotDelegation.delegation_id == delegation.id)
        query = query.where(Movement.id.in_(mine))
    return sorted(db.session.scalars(query), key=in_time)


def settled_of(delegation: Delegation) -> list[Movement]:
    """What those who look after the delegation know of."""
    return [
        each
        for each in movements_of(delegation.event, delegation)
        if each.revision is not None and each.span
    ]


def by_day(event: Event, movements: Iterable[Movement]) -> list[DayOfMovements]:
    """The movements by programme day."""
    return [
        DayOfMovements(day, [*group])
        for day, group in groupby(movements, key=lambda each: day_of(event, each))
    ]


def day_of(event: Event, movement: Movement) -> date | None:
    """The programme day on which it begins."""
    return programme_day(event, movement.span.start) if movement.span else None


def movement_called(event: Event, code: str) -> Movement | None:
    """The event's movement of that code."""
    query = select(Movement).where(Movement.event_id == event.id, Movement.code == code)
    return db.session.scalars(query).one_or_none()


def delegations_of(event: Event, language: Language) -> list[tuple[Delegation, Bilingual]]:
    """The event's delegations with their names, in the order of a reader's language."""
    query = select(Delegation).where(Delegation.event_id == event.id)
    rows = db.session.scalars(query.options(selectinload(Delegation.party)))
    named = [(each, name_of(each)) for each in rows]
    return sorted(named, key=lambda pair: sort_key(pair[1].text(language).text, language))


def parties_of(movement: Movement) -> list[Delegation]:
    """The delegations that it is for; one that was removed since is not there."""
    there = (db.session.get(Delegation, each.delegation_id) for each in movement.delegations)
    return [each for each in there if each is not None and each.removed_at is None]


def name_of(delegation: Delegation) -> Bilingual:
    """What a delegation is called."""
    return party_name(delegation.party, Authority.HOST)


def members_of(delegations: Iterable[Delegation]) -> list[Member]:
    """Who travels with these delegations: members who take part, in their order."""
    ids = [each.id for each in delegations]
    query = (
        select(Member)
        .where(Member.delegation_id.in_(ids))
        .options(selectinload(Member.participant).selectinload(Participant.person))
        .order_by(Member.delegation_id, Member.position, Member.id)
    )
    return [each for each in db.session.scalars(query) if each.participant.state.takes_place]


def in_time(movement: Movement) -> tuple[bool, float, str]:
    """The order of movements: by start; those without a time come last."""
    start = movement.span.starts_at.timestamp() if movement.span else 0.0
    return movement.span is None, start, movement.code
