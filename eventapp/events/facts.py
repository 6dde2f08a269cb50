"""What happens to events and their places, for other rooms to follow."""

from dataclasses import dataclass, field
from datetime import timedelta
from enum import StrEnum
from typing import Any, NamedTuple

from eventapp.events.models import Event, Room, Venue


class PlaceRemoved(NamedTuple):
    """A venue or a room was removed. Whoever still needs it answers with a Refusal."""

    place: Venue | Room


class ZoneChanged(NamedTuple):
    """An event is held in another time zone than was thought."""

    event: Event


class Part(StrEnum):
    """What a new event can take over from another one."""

    PLACES = "places"
    TRACKS = "tracks"
    SESSIONS = "sessions"
    RULES = "rules"
    TEAM = "team"


@dataclass(slots=True)
class EventCopied:
    """A new event takes over parts of another, its days moved by `shift`.

    `twins` leads from rows of the one to rows of the other; each room adds its own.
    """

    source: Event
    copy: Event
    parts: frozenset[Part]
    shift: timedelta
    twins: dict[Any, Any] = field(default_factory=dict)
