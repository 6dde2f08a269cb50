"""What an owner last said to have seen."""

from datetime import datetime

from eventapp.itineraries.changes import ChangedEntry, changes_since, look_at
from eventapp.itineraries.itinerary import Itinerary
from eventapp.itineraries.models import LastLook
from eventapp.itineraries.owners import Owner
from eventapp.plumbing.database import db
from eventapp.values.language import Language


def last_look(owner: Owner) -> LastLook | None:
    """When the owner last looked, and at what."""
    return db.session.get(LastLook, owner.uid)


def news_for(look: LastLook | None, itinerary: Itinerary, language: Language) -> list[ChangedEntry]:
    """What changed since that look: nothing, for who never looked before."""
    return changes_since(look.seen, itinerary, language) if look else []


def keep_look(owner: Owner, itinerary: Itinerary, *, now: datetime) -> None:
    """Keeps the agenda as seen now."""
    look = last_look(owner)
    if look is None:
        look = LastLook(subject=owner.uid, event_id=owner.event.id)
        db.session.add(look)
    look.at, look.seen = now, look_at(itinerary)
