"""Who appears where: what the directory of people asks of the programme."""

from sqlalchemy import Select, select

from eventapp.agenda.models import Appearance, Session, Slot
from eventapp.events.models import Event
from eventapp.people.casting import SessionOf
from eventapp.people.models import Person
from eventapp.plumbing.database import db


def people_in(event: Event) -> Select[tuple[int]]:
    """The ids of those who appear in the event."""
    parts = select(Appearance.person_id).join(Slot, Slot.id == Appearance.slot_id)
    return parts.where(Slot.event_id == event.id, Slot.removed_at.is_(None))


def sessions_of(event: Event, person: Person) -> list[SessionOf]:
    """The sessions of the event that the person appears in, by their time."""
    query = (
        select(Session)
        .join(Appearance, Appearance.slot_id == Session.id)
        .where(Session.event_id == event.id, Appearance.person_id == person.id)
        .order_by(Slot.__table__.c.starts_at, Session.code)
    )
    sessions = dict.fromkeys(db.session.scalars(query))
    return [SessionOf(session.code, session.title) for session in sessions]
