"""A programme as the rules see it: who and what is booked, when and where. Pure, immutable.

Everything has a `uid`, by which the rest refers to it. Instants are aware, in UTC.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from functools import cached_property
from operator import attrgetter
from typing import NamedTuple, TypeVar
from zoneinfo import ZoneInfo

from eventapp.planning.balance import Balance
from eventapp.values.bilingual import Bilingual

Span = tuple[datetime, datetime]

#: The sort of what the programme announces.
SESSION = "session"

T = TypeVar("T")
Groups = Mapping[str, tuple[T, ...]]


class Activity(NamedTuple):
    """Something that takes people's time, whenever it is held.

    In an interval everybody is free (breaks, meals); a plenary is for everybody. Activities of
    one `joint` group, at the same time in the same room, are one meeting. `expected` counts
    people, `unapproved` the wordings that await approval until `texts_due_on`. Whatever is of
    another `sort` than sessions is the business of those who are in it.
    """

    uid: str
    code: str
    title: Bilingual
    is_interval: bool = False
    is_plenary: bool = False
    joint: str = ""
    track: str | None = None
    interpretation: tuple[str, ...] = ()
    equipment: tuple[str, ...] = ()
    expected: int | None = None
    unapproved: int = 0
    texts_due_on: date | None = None
    sort: str = SESSION

    @property
    def is_private(self) -> bool:
        return self.sort != SESSION


class Booking(NamedTuple):
    """An activity that has its time, and its room where one is chosen."""

    activity: Activity
    starts_at: datetime
    ends_at: datetime
    room: str | None

    @property
    def uid(self) -> str:
        return self.activity.uid

    def is_joint_with(self, other: "Booking") -> bool:
        """Whether the two are one meeting under two titles."""
        return bool(self.activity.joint) and (
            (self.activity.joint, *self[1:]) == (other.activity.joint, *other[1:])
        )


class Presence(NamedTuple):
    """A person in an activity; interpreters with the `language` of their booth."""

    person: str
    activity: str
    role: Bilingual
    is_interpreter: bool = False
    language: str = ""


class Person(NamedTuple):
    """Whom the rules count and name. Empty words stand for what is not known.

    `country` is an ISO 3166-1 alpha-2 code, `region` an ISO 3166-2 one (CA-QC).
    """

    uid: str
    name: str
    sector: str = ""
    country: str = ""
    region: str = ""
    gender: str = ""


@dataclass(frozen=True, slots=True)
class Room:
    """A room; `capacity` in seats. Rooms of one `venue` need no travel between them."""

    uid: str
    name: Bilingual
    capacity: int | None = None
    equipment: tuple[str, ...] = ()
    venue: str | None = None


@dataclass(frozen=True, slots=True)
class Track:
    """A thread through the programme, and whether its sessions may be held at once."""

    uid: str
    name: Bilingual
    forbids_parallel: bool = False


@dataclass(frozen=True)
class Programme:
    """What no move changes. `orders` are pairs of activities, the first before the second.

    A person or room with `availabilities` is available within these only. `travel` holds
    minutes by a pair of venues, either way round; `travel_minutes` is for all other pairs.
    A day begins at `day_change`, by the wall clock of `zone`. `names` says what equipment,
    languages and sorts of activity are called, by code.
    """

    zone: ZoneInfo
    today: date
    day_change: time = time(0)
    days: tuple[date, ...] = ()
    activities: Mapping[str, Activity] = field(default_factory=dict)
    people: Mapping[str, Person] = field(default_factory=dict)
    rooms: Mapping[str, Room] = field(default_factory=dict)
    tracks: Mapping[str, Track] = field(default_factory=dict)
    presences: tuple[Presence, ...] = ()
    availabilities: Mapping[str, tuple[Span, ...]] = field(default_factory=dict)
    travel: Mapping[tuple[str, str], int] = field(default_factory=dict)
    travel_minutes: int = 0
    orders: tuple[tuple[str, str], ...] = ()
    balances: tuple[Balance, ...] = ()
    names: Mapping[str, Bilingual] = field(default_factory=dict)

    @cached_property
    def presences_in(self) -> Mapping[str, tuple[Presence, ...]]:
        """By activity."""
        return _grouped_by(attrgetter("activity"), self.presences)

    @cached_property
    def presences_of(self) -> Mapping[str, tuple[Presence, ...]]:
        """By person."""
        return _grouped_by(attrgetter("person"), self.presences)

    @cached_property
    def longest_travel(self) -> timedelta:
        return timedelta(minutes=max(self.travel_minutes, *self.travel.values(), 0))

    def travel_between(self, first: str | None, second: str | None) -> timedelta:
        """What a person needs from one room to the other; nothing where a venue is not known."""
        here, there = (self.rooms[each].venue if each else None for each in (first, second))
        if here is None or there is None or here == there:
            return timedelta(0)
        known = self.travel.get((here, there), self.travel.get((there, here)))
        return timedelta(minutes=self.travel_minutes if known is None else known)


_room: Callable[[Booking], str | None] = attrgetter("room")
_track: Callable[[Booking], str | None] = attrgetter("activity.track")


@dataclass(frozen=True)
class Board:
    """A programme with the time and room that each activity has. By uid."""

    programme: Programme
    bookings: Mapping[str, Booking]

    def moved(self, uid: str, span: Span, room: str | None) -> "Board":
        """The board with one activity elsewhere; all else is shared with this one."""
        before = self.bookings.get(uid)
        after = Booking(self.programme.activities[uid], *span, room)
        board = replace(self, bookings={**self.bookings, uid: after})
        # Where cached_property would put them.
        board.__dict__["by_room"] = _regrouped(self.by_room, before, after, _room)
        board.__dict__["by_track"] = _regrouped(self.by_track, before, after, _track)
        return board

    @cached_property
    def by_room(self) -> Mapping[str, tuple[Booking, ...]]:
        """What is in each room, in no order."""
        return _grouped_by(_room, self.bookings.values())

    @cached_property
    def by_track(self) -> Mapping[str, tuple[Booking, ...]]:
        """What is in each track, in no order."""
        return _grouped_by(_track, self.bookings.values())

    def bookings_of(self, person: str) -> list[Booking]:
        """Where a person has to be, each booking once, in no order."""
        named = {each.activity for each in self.programme.presences_of.get(person, ())}
        return [self.bookings[uid] for uid in named if uid in self.bookings]

    def day_of(self, booking: Booking) -> date:
        """The day of the programme: a session after midnight may belong to the one before."""
        local = booking.starts_at.astimezone(self.programme.zone)
        change = self.programme.day_change
        return (local - timedelta(hours=change.hour, minutes=change.minute)).date()


def joined(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The spans in order, those that touch or overlap made one."""
    result: list[Span] = []
    for start, end in sorted(spans):
        if result and start <= result[-1][1]:
            result[-1] = (result[-1][0], max(end, result[-1][1]))
        else:
            result.append((start, end))
    return tuple(result)


def _grouped_by(key: Callable[[T], str | None], things: Iterable[T]) -> Groups[T]:
    """What has a key, by it."""
    groups = defaultdict[str, list[T]](list)
    for each in things:
        if (name := key(each)) is not None:
            groups[name].append(each)
    return {name: tuple(group) for name, group in groups.items()}


def _regrouped(
    groups: Groups[T], before: T | None, after: T, key: Callable[[T], str | None]
) -> Groups[T]:
    """The groups with one thing in another one's stead."""
    changed = dict(groups)
    if before is not None and (name := key(before)) is not None:
        changed[name] = tuple(each for each in changed[name] if each is not before)
    if (name := key(after)) is not None:
        changed[name] = (*changed.get(name, ()), after)
    return changed
