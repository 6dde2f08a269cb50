"""What some sessions can be at odds with: a move reads that, and no more of a large event."""

from collections.abc import Collection
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import aliased

from eventapp.agenda.conflicts.models import Precedence
from eventapp.agenda.models import Appearance, Session, Track
from eventapp.events.models import Event, Room
from eventapp.plumbing.database import db

_OWN = aliased(Appearance)


class Nearby(NamedTuple):
    """Which sessions, and which appearances, concern those that are asked about."""

    sessions: ColumnElement[bool]
    appearances: ColumnElement[bool]


def nearby(event: Event, slots: Collection[UUID], room: UUID | None) -> Nearby:
    """What shares a person, a room, a strict track or an order with one of these slots.

    `room` is one more, to which they might go. Of people, only those who are in these slots
    matter, with all that they do.
    """
    own = select(Session.id, Session.room_id, Session.track_id)
    rows = db.session.execute(own.where(Session.event_id == event.id, Session.uid.in_(slots))).all()
    ids = [row.id for row in rows]
    there = select(Room.id).where(Room.event_id == event.id, Room.uid == room)
    strict = select(Track.id).where(
        Track.id.in_({row.track_id for row in rows} - {None}), Track.forbids_parallel
    )
    theirs_too = Appearance.person_id.in_(select(_OWN.person_id).where(_OWN.slot_id.in_(ids)))
    sessions = or_(
        Session.id.in_(ids),
        Session.room_id.in_({row.room_id for row in rows} - {None}),
        Session.room_id.in_(there),
        Session.track_id.in_(strict),
        Session.id.in_(select(Appearance.slot_id).where(theirs_too)),
        Session.id.in_(select(Precedence.before_id).where(Precedence.after_id.in_(ids))),
        Session.id.in_(select(Precedence.after_id).where(Precedence.before_id.in_(ids))),
    )
    return Nearby(sessions, theirs_too)
