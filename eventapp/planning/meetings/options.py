"""What each meeting could have if it were alone: when, and in which kind of room.

Rooms that differ in nothing that counts are one class: the model chooses a class, and rooms are
given out afterwards. Otherwise it would weigh every exchange of two like rooms.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property
from itertools import chain

from eventapp.planning.meetings.instance import (
    Appointment,
    Instance,
    Place,
    Request,
    Room,
    Span,
    Window,
    too_close,
)


@dataclass(frozen=True)
class RoomClass:
    """Rooms of one venue, open and taken at the same times, that hold the same meetings."""

    rooms: tuple[Room, ...]
    windows: tuple[Window, ...]
    taken: tuple[Appointment, ...]
    available: tuple[Span, ...] | None

    @property
    def venue(self) -> str | None:
        return self.rooms[0].venue

    def holds(self, people: int) -> bool:
        capacity = self.rooms[0].capacity
        return capacity is None or people <= capacity

    def is_free(self, span: Span) -> bool:
        """Whether nothing but meetings can be in the way then."""
        is_open = self.available is None or any(_within(span, each) for each in self.available)
        taken = ((each.start, each.end) for each in self.taken)
        return is_open and not any(too_close(span, each, timedelta(0)) for each in taken)


@dataclass(frozen=True, slots=True, eq=False)
class Option:
    """A meeting at a time, in one of a class of rooms (by its number); each is only itself."""

    request: Request
    day: date
    start: datetime
    end: datetime
    room_class: int
    venue: str | None

    @property
    def span(self) -> Span:
        return self.start, self.end


class Choices:
    """All options of an instance."""

    def __init__(self, instance: Instance) -> None:
        self.instance = instance
        self.classes = tuple(_classes(instance))
        self._met = _met(instance)
        self.held = _held(instance)

    @cached_property
    def options(self) -> tuple[Option, ...]:
        """Those that nothing but other open meetings can stand against."""
        return tuple(
            option
            for request in self.instance.open
            for option in self.imagined(request)
            if self.has_room(option)
            and all(self.is_free(who, option) for who in (*request.sides, *request.people))
            and self.has_days_left(option)
        )

    def imagined(self, request: Request) -> Iterator[Option]:
        """Every start within the hours of meetings, whoever or whatever may be in the way."""
        for number, kind in enumerate(self.classes):
            for day, start in sorted(_starts(request, kind, self.instance)):
                end = start + request.length
                yield Option(request, day, start, end, number, kind.venue)

    def has_room(self, option: Option) -> bool:
        """Whether the rooms are large enough, and not taken by something else."""
        kind = self.classes[option.room_class]
        return kind.holds(len(option.request.people)) and kind.is_free(option.span)

    def is_free(self, who: str, option: Option) -> bool:
        """Whether a person or delegation could be there, as far as what is settled goes."""
        instance, given = self.instance, self.instance.available.get(who)
        if given is not None and not any(_within(option.span, each) for each in given):
            return False
        for each in instance.busy.get(who, ()):
            if too_close(
                option.span, (each.start, each.end), instance.way(each.venue, option.venue)
            ):
                return False
        is_delegation = who in option.request.sides
        needs = instance.between_meetings if is_delegation else instance.way
        return not any(
            too_close(option.span, (place.start, place.end), needs(venue, option.venue))
            for place, venue in self._met.get(who, ())
        )

    def has_days_left(self, option: Option) -> bool:
        """Whether neither delegation's day is full of settled meetings."""
        most = self.instance.most_a_day
        return all(
            len(self.held.get((side, option.day), ())) < most for side in option.request.sides
        )


def _met(instance: Instance) -> Mapping[str, list[tuple[Place, str | None]]]:
    """Settled meetings, by delegation and person."""
    found = defaultdict[str, list[tuple[Place, str | None]]](list)
    for request, place in instance.settled:
        for who in (*request.sides, *request.people):
            found[who].append((place, instance.venues.get(place.room)))
    return found


def _held(instance: Instance) -> Mapping[tuple[str, date], list[datetime]]:
    """When settled meetings of a delegation begin, by day."""
    found = defaultdict[tuple[str, date], list[datetime]](list)
    for request, place in instance.settled:
        for side in request.sides:
            found[side, place.day].append(place.start)
    return found


def _classes(instance: Instance) -> Iterator[RoomClass]:
    windows, taken = defaultdict[str, list[Window]](list), _taken(instance)
    for window in instance.windows:
        windows[window.room].append(window)
    sizes = sorted({len(request.people) for request in instance.open})
    groups = defaultdict[object, list[Room]](list)
    for room in instance.rooms:
        hours = tuple(sorted((each.day, each.start, each.end) for each in windows[room.uid]))
        holds = sum(room.capacity is None or size <= room.capacity for size in sizes)
        there = instance.available.get(room.uid)
        if hours:
            groups[room.venue, hours, taken[room.uid], there, holds].append(room)
    for rooms in groups.values():
        first = min(rooms, key=lambda room: (room.capacity is None, room.capacity or 0))
        ordered = (first, *(room for room in rooms if room is not first))
        uid = first.uid
        yield RoomClass(ordered, tuple(windows[uid]), taken[uid], instance.available.get(uid))


def _taken(instance: Instance) -> Mapping[str, tuple[Appointment, ...]]:
    """What else is in each room, settled meetings among it."""
    settled = defaultdict[str, list[Appointment]](list)
    for _request, place in instance.settled:
        settled[place.room].append(Appointment(place.start, place.end))
    return {
        room.uid: tuple(
            sorted(
                chain(instance.busy.get(room.uid, ()), settled[room.uid]),
                key=lambda each: (each.start, each.end),
            )
        )
        for room in instance.rooms
    }


def _starts(request: Request, kind: RoomClass, instance: Instance) -> set[tuple[date, datetime]]:
    """With its day, each start of the meeting within the hours; where it is now is one of them."""
    found = set[tuple[date, datetime]]()
    pace, now = timedelta(minutes=instance.pace), request.now
    for window in kind.windows:
        at = window.start
        while at + request.length <= window.end:
            found.add((window.day, at))
            at += pace
        if now is not None and window.start <= now.start <= window.end - request.length:
            found.add((window.day, now.start))
    return found


def _within(span: Span, given: Span) -> bool:
    return given[0] <= span[0] and span[1] <= given[1]


def in_time(options: Iterable[Option]) -> list[Option]:
    """The earliest first, always in the same order."""
    return sorted(options, key=lambda each: (each.start, each.end, each.request.uid))
