"""Entries of the log that tell of what takes place beside the programme."""

from sqlalchemy import ColumnElement, and_, func, or_, select

from eventapp.agenda.models import Appearance, Slot
from eventapp.history.models import Entry

#: Tables whose rows are about meetings and movements alone.
PRIVATE = ("bilateral", "movement", "slot_delegation")

_SLOTS, _APPEARANCES = Slot.__table__.c, Appearance.__table__.c


def about_private_slots() -> ColumnElement[bool]:
    """Whether an entry is about a meeting or a movement, or about who is in one."""
    private = select(_SLOTS.id).where(_SLOTS.sort != "session")
    is_there = Entry.row_id.in_(select(_APPEARANCES.id).where(_APPEARANCES.slot_id.in_(private)))
    was_there = [
        func.coalesce(side["slot_id"].as_integer(), 0).in_(private)
        for side in (Entry.before, Entry.after)
    ]
    return or_(Entry.kind.in_(PRIVATE), and_(Entry.kind == "appearance", or_(is_there, *was_there)))
