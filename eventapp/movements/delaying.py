"""A movement that is late: what the rest of its day becomes, and writing it down."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from eventapp.agenda.conflicts.attending import ABSENT
from eventapp.agenda.conflicts.loading import board_around
from eventapp.agenda.editing import programme_day, wall_time
from eventapp.agenda.kinds import SlotState
from eventapp.agenda.models import Slot
from eventapp.agenda.slots import revise
from eventapp.delegations.models import Member
from eventapp.events.models import Event
from eventapp.movements.facts import Changed, MovementsChanged
from eventapp.movements.models import Movement
from eventapp.participants.models import Participant
from eventapp.planning.chains import Link, delayed
from eventapp.plumbing.database import db
from eventapp.plumbing.facts import announce
from eventapp.values.catalogue import N_
from eventapp.values.folding import fold
from eventapp.values.refusal import Refusal
from eventapp.values.timespan import TimeSpan

DAY = timedelta(days=1)
#: How late a form lets somebody be, in minutes.
SHORTEST, LONGEST = 1, 12 * 60


class Step(NamedTuple):
    """A slot of the day that the delay reaches.

    `will` is when it would be; None for one that does not wait, to which its people would come
    `late`.
    """

    slot: Slot
    will: TimeSpan | None
    late: timedelta

    @property
    def minutes(self) -> int:
        return -(-self.late // timedelta(minutes=1))


@dataclass(frozen=True, slots=True)
class Retimed:
    """What a delay would do, in time. `seen` names this very outcome."""

    steps: Sequence[Step]
    seen: str

    @property
    def moves(self) -> Mapping[UUID, TimeSpan]:
        return {step.slot.uid: step.will for step in self.steps if step.will}


def retimed(movement: Movement, minutes: int) -> Retimed:
    """The rest of the day if the movement begins so many minutes later. Nothing is changed.

    Raises Refusal where it has no time, or does not take place.
    """
    if movement.span is None or movement.state is SlotState.CANCELLED:
        raise Refusal(N_("“%(name)s” has no time that could be late."), name=movement.title)
    event = movement.event
    slots = _slots_of_day(event, movement.span)
    links = [_link(slot, *pair) for slot, pair in zip(slots, _concerned(event, slots), strict=True)]
    travel = board_around(event, [movement.uid], today=movement.span.start.date()).programme
    delay = delayed(links, str(movement.uid), timedelta(minutes=minutes), travel.travel_between)
    late = {each.uid: each.by for each in delay.missed}
    steps = [
        _step(slot, delay.moved.get(str(slot.uid)), late.get(str(slot.uid)), event.zone)
        for slot in slots
        if str(slot.uid) in delay.moved or str(slot.uid) in late
    ]
    return Retimed(steps, _digest(steps))


def delay(movement: Movement, minutes: int, seen: str, *, now: datetime) -> Retimed:
    """Writes down what a delay does, as it was shown.

    Raises Refusal where the day is no longer as its reader saw it.
    """
    found = retimed(movement, minutes)
    if found.seen != seen:
        raise Refusal(N_("The day has changed meanwhile: look at what would become of it now."))
    changes = [_moved(step, step.will, now) for step in found.steps if step.will]
    known = [each for each in changes if each.movement.revision is not None]
    if known:
        announce(MovementsChanged(movement.event, known, now))
    return found


def _moved(step: Step, will: TimeSpan, now: datetime) -> Changed:
    slot, was = step.slot, step.slot.span
    slot.span = will
    revise(slot, now=now)
    if not isinstance(slot, Movement):
        raise TypeError(slot)  # nothing else waits
    return Changed(slot, was)


def _slots_of_day(event: Event, span: TimeSpan) -> list[Slot]:
    """All that takes people's time on that programme day, in order."""
    begins = wall_time(event, programme_day(event, span.start), event.day_change)
    times = Slot.__table__.c
    query = (
        select(Slot)
        .where(
            Slot.event_id == event.id,
            Slot.state != SlotState.CANCELLED,
            times.starts_local >= begins,
            times.starts_local < begins + DAY,
        )
        .options(selectinload(Slot.appearances), selectinload(Slot.delegations))
        .order_by(times.starts_at, Slot.id)
    )
    return [*db.session.scalars(query)]


def _concerned(event: Event, slots: Iterable[Slot]) -> list[tuple[frozenset[str], frozenset[str]]]:
    """The people and the delegations of each slot; a session is its speakers' delegations' too."""
    members = select(Participant.person_id, Member.delegation_id).join(Member.participant)
    rows = db.session.execute(members.where(Participant.event_id == event.id))
    sent = {person: str(delegation) for person, delegation in rows}
    found = []
    for slot in slots:
        ids = [each.person_id for each in slot.appearances if each.state not in ABSENT]
        parties = {str(each.delegation_id) for each in slot.delegations}
        theirs = {sent[person] for person in ids if person in sent}
        found.append((frozenset(map(str, ids)), frozenset(parties | theirs)))
    return found


def _link(slot: Slot, people: frozenset[str], parties: frozenset[str]) -> Link:
    if slot.span is None:
        raise ValueError(slot)
    movement = slot if isinstance(slot, Movement) else None
    return Link(
        uid=str(slot.uid),
        starts_at=slot.span.starts_at,
        ends_at=slot.span.ends_at,
        people=people,
        parties=parties,
        vehicle=_vehicle(movement) if movement else "",
        room=str(slot.room.uid) if slot.room else None,
        waits=movement is not None and movement.kind.waits,
    )


def _vehicle(movement: Movement) -> str:
    """One that can be told from others: `Bus 3`, not `bus`."""
    name = fold(movement.transport)
    return name if any(each.isdigit() for each in name) else ""


def _step(
    slot: Slot, moved: tuple[datetime, datetime] | None, late: timedelta | None, zone: str
) -> Step:
    will = TimeSpan.between(*moved, zone) if moved else None
    return Step(slot, will, late or timedelta(0))


def _digest(steps: Iterable[Step]) -> str:
    words = (f"{each.slot.uid}/{each.slot.version}/{each.will}/{each.late}" for each in steps)
    return sha256("\n".join(words).encode()).hexdigest()[:32]
