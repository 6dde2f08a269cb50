"""Making a new event from the last one."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from sqlalchemy import select

from eventapp.accounts.models import Account, Membership
from eventapp.accounts.rights import EventRole
from eventapp.events.editing import add_event
from eventapp.events.facts import EventCopied, Part
from eventapp.events.models import Event, Room, Venue
from eventapp.events.places import rooms_of, venues_of
from eventapp.plumbing.database import db
from eventapp.plumbing.facts import announce

#: What the new event has as the old one had it.
KEPT = (
    "kind", "zone", "day_change", "order", "format", "series_id", "parent_id", "contact",
    "holds_letters", "sign_profile", "travel_minutes", "summary",
)  # fmt: skip
VENUE = ("name", "position", "address", "city", "country", "latitude", "longitude")
ROOM = ("name", "position", "code", "capacity", "equipment")


def copy_event(
    source: Event, values: Mapping[str, Any], parts: frozenset[Part], *, owner: Account
) -> Event:
    """A new event like another, with the parts asked for, moved to its own first day.

    `values` are its title, slug, edition and first day; `owner` owns it. Other rooms copy
    what is theirs.
    """
    first, last = source.starts_on, source.ends_on
    shift = values["starts_on"] - first if first else timedelta(0)
    kept = {name: getattr(source, name) for name in KEPT}
    copy = add_event({**kept, **values, "ends_on": last + shift if first and last else None})
    db.session.add(Membership(event_id=copy.id, account=owner, role=EventRole.OWNER))
    announce(EventCopied(source, copy, parts, shift))
    return copy


def copy_places(copying: EventCopied) -> None:
    """Venues and rooms, in their order."""
    if Part.PLACES not in copying.parts:
        return
    copy, twins = copying.copy, copying.twins
    for venue in venues_of(copying.source):
        twins[venue] = _twin(Venue, venue, VENUE, event=copy)
    db.session.flush()
    for room in rooms_of(copying.source):
        twins[room] = _twin(Room, room, ROOM, event=copy, venue=twins.get(room.venue))
    db.session.flush()


def _twin(model: type[Any], row: Any, names: tuple[str, ...], **others: Any) -> Any:
    twin = model(**{name: getattr(row, name) for name in names}, **others)
    db.session.add(twin)
    return twin


def copy_team(copying: EventCopied) -> None:
    """The team with its roles; whoever owns the new event already does."""
    if Part.TEAM not in copying.parts:
        return
    members = {
        event.id: db.session.scalars(select(Membership).where(Membership.event_id == event.id))
        for event in (copying.copy, copying.source)
    }
    known = {(each.account_id, each.role) for each in members[copying.copy.id]}
    for each in members[copying.source.id].all():
        if (each.account_id, each.role) not in known:
            event_id = copying.copy.id
            db.session.add(Membership(event_id=event_id, account=each.account, role=each.role))
