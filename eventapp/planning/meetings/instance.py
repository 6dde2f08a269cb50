"""What is to be placed, where and within which limits; and what a proposal is.

Everything has a `uid`. Instants are aware, in UTC.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import cached_property

Span = tuple[datetime, datetime]


@dataclass(frozen=True, slots=True)
class Place:
    """A room for a time; `day` is the day of the programme that it counts for."""

    room: str
    day: date
    start: datetime
    end: datetime


@dataclass(frozen=True, slots=True)
class Request:
    """A meeting of two delegations (`sides`) and of these people, `minutes` long.

    `priority` is 1 (highest) to 3; `rank` weighs among equals. `now` is where it stands in the
    present plan; one that is fixed stays there.
    """

    uid: str
    sides: tuple[str, str]
    minutes: int
    people: tuple[str, ...] = ()
    priority: int = 2
    rank: int = 0
    now: Place | None = None
    is_fixed: bool = False

    @property
    def length(self) -> timedelta:
        return timedelta(minutes=self.minutes)


@dataclass(frozen=True, slots=True)
class Room:
    """A room; `capacity` in seats. Rooms of one `venue` need no travel between them."""

    uid: str
    capacity: int | None = None
    venue: str | None = None


@dataclass(frozen=True, slots=True)
class Window:
    """When a room takes meetings, on a day of the programme."""

    room: str
    day: date
    start: datetime
    end: datetime


@dataclass(frozen=True, slots=True)
class Appointment:
    """Something else that takes somebody's time, or a room's; `venue` is where, if known."""

    start: datetime
    end: datetime
    venue: str | None = None


@dataclass(frozen=True)
class Instance:
    """All that a proposal is made from.

    `busy` holds appointments of people, delegations and rooms; whoever has spans in `available`
    can be had within these only. `travel` holds minutes by a pair of venues, either way round;
    `travel_minutes` is for all other pairs. A delegation meets `most_a_day` times at most, with
    `pause` minutes between. Meetings begin every `pace` minutes after a window opens.
    """

    requests: tuple[Request, ...]
    rooms: tuple[Room, ...]
    windows: tuple[Window, ...]
    busy: Mapping[str, tuple[Appointment, ...]] = field(default_factory=dict)
    available: Mapping[str, tuple[Span, ...]] = field(default_factory=dict)
    travel: tuple[tuple[str, str, int], ...] = ()
    travel_minutes: int = 0
    most_a_day: int = 2
    pause: int = 5
    pace: int = 15

    @property
    def settled(self) -> Iterator[tuple[Request, Place]]:
        """The meetings that stay where they are."""
        for request in self.requests:
            if request.is_fixed and request.now is not None:
                yield request, request.now

    @property
    def open(self) -> tuple[Request, ...]:
        """The meetings to be placed."""
        return tuple(each for each in self.requests if not (each.is_fixed and each.now))

    @cached_property
    def venues(self) -> Mapping[str, str | None]:
        """By room."""
        return {room.uid: room.venue for room in self.rooms}

    @cached_property
    def _minutes(self) -> Mapping[tuple[str, str], int]:
        return {pair: m for a, b, m in self.travel for pair in ((a, b), (b, a))}

    def way(self, here: str | None, there: str | None) -> timedelta:
        """What it takes from one venue to another; nothing where one is not known."""
        if here is None or there is None or here == there:
            return timedelta(0)
        return timedelta(minutes=self._minutes.get((here, there), self.travel_minutes))

    def between_meetings(self, here: str | None, there: str | None) -> timedelta:
        """What a delegation needs between two meetings: its pause, or the way where longer."""
        return max(timedelta(minutes=self.pause), self.way(here, there))


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a meeting gets no place.

    `subject` is who stands against it, on these `days`; `others` are the meetings that do; `count`
    is the figure behind it.
    """

    kind: str
    subject: str = ""
    days: tuple[date, ...] = ()
    count: int = 0
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Proposal:
    """Places by meeting, those that stay among them, and why the others have none.

    No plan within the rules is worth more than `bound`; where the `score` is as much, it is
    proved to be the best.
    """

    places: Mapping[str, Place]
    score: int
    bound: int
    unmet: Mapping[str, tuple[Reason, ...]] = field(default_factory=dict)

    @property
    def is_proved(self) -> bool:
        return self.score >= self.bound


def too_close(first: Span, second: Span, gap: timedelta) -> bool:
    """Whether less than the gap lies between the two."""
    return first[0] < second[1] + gap and second[0] < first[1] + gap
