"""What some slots can be at odds with: a move reads that, and no more of a large event."""

from collections.abc import Collection
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import aliased

from eventapp.agenda.conflicts.models import Precedence
from eventapp.agenda.models import Appearance, Session, Slot, Track
from eventapp.events.models import Event, Room
from eventapp.plumbing.database import db

_OWN = aliased(Appearance)
#: Only sessions have a track.
_SESSION = Session.__table__.c


class Nearby(NamedTuple):
    """Which slots, and which appearances, concern those that are asked about.

    `slots` is asked of slots joined to what sessions have beyond them.
    """

    slots: ColumnElement[bool]
    appearances: ColumnElement[bool]


def nearby(event: Event, slots: Collection[UUID], room: UUID | None) -> Nearby:
    """What shares a person, a room, a strict track or an order with one of these slots.

    `room` is one more, to which they might go. Of people, only those who are in these slots
    matter, with all that they do.
    """
    own = (
        select(Slot.id, Slot.room_id, _SESSION.track_id)
        .select_from(Slot.__table__.outerjoin(Session.__table__, _SESSION.id == Slot.id))
        .where(Slot.event_id == event.id, Slot.uid.in_(slots))
    )
    rows = db.session.execute(own).all()
    ids = [row.id for row in rows]
    there = select(Room.id).where(Room.event_id == event.id, Room.uid == room)
    strict = select(Track.id).where(
        Track.id.in_({row.track_id for row in rows} - {None}), Track.forbids_parallel
    )
    theirs_too = Appearance.person_id.in_(select(_OWN.person_id).where(_OWN.slot_id.in_(ids)))
    near = or_(
        Slot.id.in_(ids),
        Slot.room_id.in_({row.room_id for row in rows} - {None}),
        Slot.room_id.in_(there),
        _SESSION.track_id.in_(strict),
        Slot.id.in_(select(Appearance.slot_id).where(theirs_too)),
        Slot.id.in_(select(Precedence.before_id).where(Precedence.after_id.in_(ids))),
        Slot.id.in_(select(Precedence.after_id).where(Precedence.before_id.in_(ids))),
    )
    return Nearby(near, theirs_too)
