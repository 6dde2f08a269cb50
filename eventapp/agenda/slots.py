"""Slots that are nobody's business but those who are in them: bilaterals, movements.

They are in no release: what a person or a delegation sees of them is as they stand now. Their
calendar revision rises with every change that is seen.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime

from sqlalchemy import or_, select
from sqlalchemy.orm import selectin_polymorphic, selectinload

from eventapp.agenda.kinds import SlotState
from eventapp.agenda.models import Appearance, Session, Slot, SlotDelegation
from eventapp.delegations.models import Delegation
from eventapp.events.models import Event
from eventapp.history.facts import StepTurned
from eventapp.people.models import Person
from eventapp.planning.board import SESSION
from eventapp.plumbing.database import db


def revise(slot: Slot, *, now: datetime) -> None:
    """Counts a change of a private slot that its people see, once it is settled.

    Nobody was told of a draft, so nothing of it is counted.
    """
    slot.touch(now)
    if slot.revision is None and slot.state is SlotState.DRAFT:
        return
    slot.revision = 0 if slot.revision is None else slot.revision + 1
    slot.revised_at = now.replace(microsecond=0)
    slot.first_published_at = slot.first_published_at or slot.revised_at


def revise_turned(turned: StepTurned) -> None:
    """What was undone or done again of a private slot, its people see as any other change."""
    for slot in {each.row for each in turned.rows if isinstance(each.row, Slot)}:
        if slot.is_private:
            revise(slot, now=turned.now)


def private_slots(
    event: Event, *, delegations: Iterable[Delegation] = (), person: Person | None = None
) -> list[Slot]:
    """The settled private slots that are held for one of these delegations or this person."""
    of_delegations = Slot.id.in_(
        select(SlotDelegation.slot_id).where(
            SlotDelegation.delegation_id.in_([each.id for each in delegations])
        )
    )
    of_person = Slot.id.in_(
        select(Appearance.slot_id).where(Appearance.person_id == (person.id if person else None))
    )
    query = (
        select(Slot)
        .where(
            Slot.event_id == event.id,
            Slot.sort != SESSION,
            Slot.revision.is_not(None),
            or_(of_delegations, of_person),
        )
        .options(
            selectin_polymorphic(Slot, _private_kinds()),
            selectinload(Slot.appearances).selectinload(Appearance.person),
            selectinload(Slot.delegations),
            selectinload(Slot.room),
        )
        .order_by(Slot.__table__.c.starts_at.is_(None), Slot.__table__.c.starts_at, Slot.id)
    )
    return [*db.session.scalars(query)]


def wished_minutes(event: Event) -> Mapping[str, int]:
    """How long each private slot without a time wishes to be, by its uid."""
    waiting = Slot.__table__.c.starts_at.is_(None)
    query = (
        select(Slot)
        .where(Slot.event_id == event.id, Slot.sort != SESSION, waiting)
        .where(Slot.state != SlotState.CANCELLED)
        .options(selectin_polymorphic(Slot, _private_kinds()))
    )
    rows = ((str(slot.uid), slot.wished_minutes) for slot in db.session.scalars(query))
    return {uid: minutes for uid, minutes in rows if minutes is not None}


def _private_kinds() -> list[type[Slot]]:
    """The kinds of slot that rooms above this one have, to be read whole at once."""
    known = Slot.__mapper__.self_and_descendants
    return [each.class_ for each in known if each.class_ not in (Slot, Session)]
