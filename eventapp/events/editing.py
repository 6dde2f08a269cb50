"""Changing events and their places."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, TypeVar

from sqlalchemy import func, select

from eventapp.events.facts import PlaceRemoved, ZoneChanged
from eventapp.events.kinds import SignProfile
from eventapp.events.models import Event, Room, Venue
from eventapp.history.saving import rewrite
from eventapp.plumbing.database import db
from eventapp.plumbing.facts import announce
from eventapp.values.bilingual import Bilingual
from eventapp.values.catalogue import N_
from eventapp.values.refusal import Refusal
from eventapp.values.slug import unused_code

#: What the time zone database calls the zone of most of Québec.
QUEBEC_ZONES = frozenset({"America/Toronto", "America/Montreal"})

Values = Mapping[str, Any]
P = TypeVar("P", Venue, Room)


def add_event(values: Values) -> Event:
    """A new event. Raises Refusal where its name in addresses is taken."""
    query = select(Event.id).where(Event.slug == values["slug"])
    if db.session.scalars(query.execution_options(include_removed=True)).first():
        raise Refusal(N_("Another event has the address “%(slug)s”."), slug=values["slug"])
    event = Event(**{"sign_profile": _signs_in(values["zone"]), **values})
    db.session.add(event)
    db.session.flush()
    return event


def _signs_in(zone: str) -> SignProfile:
    """What is usual on signs in a zone: the one that is Québec's may be Ontario's as well."""
    return SignProfile.FR_DOMINANT if zone in QUEBEC_ZONES else SignProfile.EQUAL


def edit_event(event: Event, values: Values, *, now: datetime) -> None:
    """Changes an event's own settings; in another zone, sessions keep their wall times."""
    zone = event.zone
    rewrite(event, values, now=now)
    if event.zone != zone:
        announce(ZoneChanged(event))


def add_venue(event: Event, values: Values) -> Venue:
    """A new venue, after the others."""
    venue = Venue(event_id=event.id, **_placed(values, _last(Venue, event)))
    db.session.add(venue)
    db.session.flush()
    return venue


def add_room(event: Event, values: Values) -> Room:
    """A new room, after the others, with a code that reads like its name."""
    room = Room(
        event_id=event.id,
        code=unused_code(english(values["name"]), _room_codes(event), "room"),
        **_placed(values, _last(Room, event)),
    )
    db.session.add(room)
    db.session.flush()
    return room


def edit_place(place: P, values: Values, *, now: datetime) -> P:
    """Changes a venue or a room."""
    rewrite(place, _placed(values, place.position), now=now)
    return place


def remove_place(place: Venue | Room, *, now: datetime) -> None:
    """Removes a venue or a room. Raises Refusal where something still needs it."""
    if isinstance(place, Venue):
        rooms = db.session.scalars(select(Room).where(Room.venue_id == place.id)).all()
        if rooms:
            raise Refusal(
                N_("“%(venue)s” still has the room “%(room)s”."),
                venue=place.name,
                room=rooms[0].name,
            )
    announce(PlaceRemoved(place))
    place.removed_at = now
    place.touch(now)


def english(name: Bilingual) -> str:
    """What a code is made of: the English name, or the French one."""
    return name.en or name.fr


def _placed(values: Values, otherwise: int) -> dict[str, Any]:
    """The values, with a place in the order also where none was given."""
    position = values["position"]
    return {**values, "position": otherwise if position is None else position}


def _last(model: type[Venue] | type[Room], event: Event) -> int:
    query = select(func.coalesce(func.max(model.position), -1)).where(model.event_id == event.id)
    return db.session.scalars(query).one() + 1


def _room_codes(event: Event) -> set[str]:
    query = select(Room.code).where(Room.event_id == event.id)
    return {*db.session.scalars(query.execution_options(include_removed=True))}
