"""Slots held for the running unit of work alone: whoever else wants to change one waits."""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from typing import TypeVar

from sqlalchemy import select

from eventapp.agenda.editing import wall_time
from eventapp.agenda.models import Session, Slot
from eventapp.events.models import Event, Room
from eventapp.plumbing.database import db

S = TypeVar("S", bound=Slot)
#: The columns beneath `Slot.span`, which compare faster than spans.
_TIMES = Slot.__table__.c


def sessions_called(event: Event, codes: Iterable[str]) -> list[Session]:
    """Those sessions, for the running unit of work alone until it ends; the oldest row first.

    Whoever else wants to change one of them waits, and then sees what was changed.
    """
    return _locked(Session, event, codes)


def slots_called(event: Event, codes: Iterable[str]) -> list[Slot]:
    """The same for slots of whatever sort."""
    return _locked(Slot, event, codes)


def _locked(kind: type[S], event: Event, codes: Iterable[str]) -> list[S]:
    query = (
        select(kind)
        .where(kind.event_id == event.id, kind.code.in_(list(codes)))
        .order_by(kind.id)
        .with_for_update(of=Slot)
    )
    return [*db.session.scalars(query)]


def sessions_between(
    event: Event, on: date, begins: time, until: time | None, room: Room | None
) -> list[Session]:
    """The sessions of a programme day that begin in that stretch, locked as above."""
    first = wall_time(event, on, begins)
    ends = datetime.combine(on, event.day_change) + timedelta(days=1)
    last = wall_time(event, on, until) if until else ends
    query = select(Session).where(Session.event_id == event.id, _TIMES.starts_local >= first)
    if room is not None:
        query = query.where(Session.room_id == room.id)
    query = query.where(_TIMES.starts_local < last).order_by(Session.id)
    return [*db.session.scalars(query.with_for_update(of=Slot))]
