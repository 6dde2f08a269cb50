"""Rooms and tracks: found by uid, or by name, or made."""

from collections.abc import Callable, Sequence
from typing import TypeVar
from uuid import UUID

from sqlalchemy import select

from eventapp.agenda.models import Track
from eventapp.events.models import Room, Venue
from eventapp.exchange.importing.report import Thing
from eventapp.exchange.importing.updating import Codes, Update, is_imported
from eventapp.exchange.schedule import Named
from eventapp.plumbing.database import db
from eventapp.values.bilingual import Wording
from eventapp.values.slug import CODE_LENGTH, slugified

P = TypeVar("P", Room, Track)

#: Tracks take the colours of the palette in turn.
COLOURS = 8


def merge_rooms(update: Update, named: Sequence[Named], venue: Venue | None) -> dict[str, Room]:
    """The rooms of the file, by key; new ones are in that venue."""
    event_id = update.event.id
    rows = db.session.scalars(select(Room).where(Room.event_id == event_id)).all()

    def a_room(uid: UUID, code: str, position: int) -> Room:
        return Room(uid=uid, event_id=event_id, venue=venue, code=code, position=position)

    return _merged(update, Thing.ROOM, named, rows, a_room)


def merge_tracks(update: Update, named: Sequence[Named]) -> dict[str, Track]:
    """The tracks of the file, by key."""
    event_id = update.event.id
    rows = db.session.scalars(select(Track).where(Track.event_id == event_id)).all()

    def a_track(uid: UUID, code: str, position: int) -> Track:
        colour = position % COLOURS
        return Track(uid=uid, event_id=event_id, code=code, position=position, colour=colour)

    return _merged(update, Thing.TRACK, named, rows, a_track)


def _merged(
    update: Update,
    thing: Thing,
    named: Sequence[Named],
    rows: Sequence[P],
    make: Callable[[UUID, str, int], P],
) -> dict[str, P]:
    """A row made by hand is found by its name: organizers may set up their rooms first."""
    by_uid = {row.uid: row for row in rows}
    by_name = {row.name.strict(update.language): row for row in rows if not is_imported(row)}
    codes, merged = Codes(row.code for row in rows), dict[str, P]()
    for each in named:
        uid = update.uid(thing, each.key)
        row = found = by_uid.get(uid) or by_name.get(each.name)
        if row is None:
            code = codes.unused(slugified(each.name, length=CODE_LENGTH) or thing.name.lower())
            row = make(uid, code, len(codes))
            db.session.add(row)
        # Tracks have no capacity, and the file says none: it is not written.
        changed = update.write(
            row, name=Wording(each.name, update.language), capacity=each.capacity
        )
        update.count(thing, is_new=found is None, is_changed=changed)
        merged[each.key] = row
    return merged
