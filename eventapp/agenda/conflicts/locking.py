"""One after the other: who changes an event's rules or decisions waits for who does already."""

from sqlalchemy import select

from eventapp.events.models import Event
from eventapp.plumbing.database import db


def lock(event: Event) -> None:
    """Holds the event's row until the end of the unit of work; SQLite has only one writer."""
    db.session.execute(select(Event.id).where(Event.id == event.id).with_for_update())
