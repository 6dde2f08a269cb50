"""Questions about the places of an event."""

from uuid import UUID

from sqlalchemy import select

from eventapp.events.models import Event, Room, Venue
from eventapp.plumbing.database import db


def venues_of(event: Event) -> list[Venue]:
    """The event's venues in their order."""
    query = select(Venue).where(Venue.event_id == event.id)
    return [*db.session.scalars(query.order_by(Venue.position, Venue.id))]


def rooms_of(event: Event) -> list[Room]:
    """The event's rooms in their order."""
    query = select(Room).where(Room.event_id == event.id)
    return [*db.session.scalars(query.order_by(Room.position, Room.id))]


def venue_of(event: Event, uid: UUID) -> Venue | None:
    """The event's venue of that identity."""
    query = select(Venue).where(Venue.event_id == event.id, Venue.uid == uid)
    return db.session.scalars(query).one_or_none()


def room_of(event: Event, code: str) -> Room | None:
    """The event's room of that code."""
    query = select(Room).where(Room.event_id == event.id, Room.code == code)
    return db.session.scalars(query).one_or_none()
