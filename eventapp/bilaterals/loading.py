"""Rows to the pure instance that is solved, and to the digests that tell whether it still holds."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from hashlib import sha256
from zoneinfo import ZoneInfo

import msgspec
from sqlalchemy import select

from eventapp.agenda.conflicts.loading import board as load
from eventapp.agenda.editing import programme_day, wall_time
from eventapp.agenda.kinds import AppearanceState, SlotState
from eventapp.agenda.models import Slot, SlotDelegation
from eventapp.bilaterals.kinds import BilateralState, Level
from eventapp.bilaterals.models import Bilateral, MeetingRules, MeetingWindow
from eventapp.bilaterals.presence import spans_of
from eventapp.bilaterals.queries import meetings, rules_of, windows_of
from eventapp.delegations.models import Delegation
from eventapp.events.models import Event, Room
from eventapp.planning.board import Board, Booking
from eventapp.planning.meetings import instance as planned
from eventapp.planning.meetings.instance import Appointment, Instance, Place, Request, Window
from eventapp.plumbing.database import db
from eventapp.values.timespan import instant_of

#: Meetings begin at these quarters of an hour, unless there are too many of them to try.
FINE_PACE = 15
#: Starts of meetings that are tried at the fine pace.
TRIED_AT_MOST = 25_000

RANKS: Mapping[Level, int] = {
    Level.LEADERS: 3,
    Level.MINISTERS: 2,
    Level.SENIOR_OFFICIALS: 1,
    Level.EXPERTS: 0,
}
SETTLED = frozenset({BilateralState.CONFIRMED, BilateralState.HELD})
ABSENT = frozenset({AppearanceState.DECLINED, AppearanceState.WITHDRAWN})

#: The columns beneath a slot's span: instants are all that is needed of it.
_TIMES = Slot.__table__.c


@dataclass(frozen=True, slots=True)
class Loaded:
    """An instance, and a digest of each part that it was made from: by what a refusal names."""

    instance: Instance
    parts: Mapping[str, str]

    @property
    def basis(self) -> str:
        return digest_of(sorted(self.parts.items()))


def load_instance(event: Event, *, now: datetime) -> Loaded:
    """All meetings of the event that are open or held, with what is in their way.

    Confirmed meetings stay where they are, as do those that somebody fixed, and what has begun.
    """
    today = now.astimezone(ZoneInfo(event.zone)).date()
    programme, rules = load(event, today=today, with_texts=False), rules_of(event)
    rows = [each for each in meetings(event) if each.state is not SlotState.CANCELLED]
    hours = windows_of(event)
    requests = tuple(_request(row, now) for row in rows)
    pace = _pace(rules, hours, len(requests))
    instance = Instance(
        requests=requests,
        rooms=tuple(
            planned.Room(room.uid, room.capacity, room.venue)
            for room in programme.programme.rooms.values()
        ),
        windows=tuple(_windows(event, hours, pace, now)),
        busy=_busy(event, programme, rows),
        available={**programme.programme.availabilities, **spans_of(event)},
        travel=tuple((a, b, m) for (a, b), m in programme.programme.travel.items()),
        travel_minutes=event.travel_minutes,
        most_a_day=rules.most_a_day,
        pause=rules.pause,
        pace=pace,
    )
    return Loaded(instance, _parts(instance, rules, hours))


def digest_of(thing: object) -> str:
    """The same for equal things."""
    return sha256(msgspec.json.encode(thing, order="sorted")).hexdigest()


def place_of(meeting: Bilateral) -> Place | None:
    """Where the meeting stands."""
    span = meeting.span
    if span is None:
        return None
    day = programme_day(meeting.event, span.start)
    room = str(meeting.room.uid) if meeting.room else ""
    return Place(room, day, span.starts_at, span.ends_at)


def _request(row: Bilateral, now: datetime) -> Request:
    place = place_of(row)
    has_begun = place is not None and place.start <= now
    people = (each.person for each in row.appearances if each.state not in ABSENT)
    return Request(
        uid=str(row.uid),
        sides=(str(row.requested_by.uid), str(row.requested_of.uid)),
        minutes=row.minutes,
        people=tuple(sorted({str(person.uid) for person in people})),
        priority=row.priority,
        rank=RANKS[row.level],
        now=place,
        is_fixed=row.is_fixed or row.standing in SETTLED or has_begun,
    )


def _pace(rules: MeetingRules, hours: Iterable[MeetingWindow], requests: int) -> int:
    """How many minutes lie between two starts that are tried."""
    spans = {(each.on, each.opens, each.closes) for each in hours}
    minutes = sum(_minutes(opens, closes) for _on, opens, closes in spans)
    tried = requests * minutes // FINE_PACE
    return FINE_PACE if tried <= TRIED_AT_MOST else max(rules.minutes, FINE_PACE)


def _minutes(opens: time, closes: time) -> int:
    first, last = (datetime.combine(date.min, each) for each in (opens, closes))
    return (last - first) // timedelta(minutes=1)


def _windows(
    event: Event, hours: Iterable[MeetingWindow], pace: int, now: datetime
) -> Iterator[Window]:
    """Without what is past."""
    for each in hours:
        start, end = (
            instant_of(wall_time(event, each.on, clock), event.zone)
            for clock in (each.opens, each.closes)
        )
        while start <= now and start < end:
            start += timedelta(minutes=pace)
        if start < end:
            yield Window(str(each.room.uid), each.on, start, end)


def _busy(
    event: Event, programme: Board, rows: Iterable[Bilateral]
) -> Mapping[str, tuple[Appointment, ...]]:
    """What else takes the time of people, rooms and delegations: all slots that are no meeting."""
    own = {str(row.uid) for row in rows}
    people = {str(each.person.uid) for row in rows for each in row.appearances}
    busy = defaultdict[str, set[Appointment]](set)
    for person in people:
        for booking in programme.bookings_of(person):
            if booking.uid not in own and not booking.activity.is_interval:
                busy[person].add(_appointment(booking, programme))
    for room, bookings in programme.by_room.items():
        for booking in bookings:
            if booking.uid not in own and not booking.activity.is_interval:
                busy[room].add(Appointment(booking.starts_at, booking.ends_at))
    for delegation, start, end, where in _held_for_delegations(event):
        venue = programme.programme.rooms[where].venue if where else None
        busy[delegation].add(Appointment(start, end, venue))
    return {
        key: tuple(sorted(found, key=lambda each: (each.start, each.end, each.venue or "")))
        for key, found in sorted(busy.items())
    }


def _appointment(booking: Booking, programme: Board) -> Appointment:
    venue = programme.programme.rooms[booking.room].venue if booking.room else None
    return Appointment(booking.starts_at, booking.ends_at, venue)


def _held_for_delegations(
    event: Event,
) -> Iterator[tuple[str, datetime, datetime, str | None]]:
    """Movements and sessions that are held for whole delegations."""
    query = (
        select(Delegation.uid, _TIMES.starts_at, _TIMES.ends_at, Room.uid)
        .select_from(SlotDelegation)
        .join(Slot, Slot.id == SlotDelegation.slot_id)
        .join(Delegation, Delegation.id == SlotDelegation.delegation_id)
        .outerjoin(Room, Room.id == Slot.room_id)
        .where(
            Slot.event_id == event.id,
            Slot.sort != "bilateral",
            Slot.state != SlotState.CANCELLED,
            _TIMES.starts_at.is_not(None),
        )
        .order_by(Slot.id, Delegation.id)
    )
    for delegation, start, end, room in db.session.execute(query):
        yield str(delegation), start, end, str(room) if room else None


def _parts(
    instance: Instance, rules: MeetingRules, hours: Iterable[MeetingWindow]
) -> Mapping[str, str]:
    window = [(each.room_id, each.on, each.opens, each.closes) for each in hours]
    limits = (rules.minutes, rules.most_a_day, rules.pause)
    programme = (
        instance.rooms, instance.busy, instance.available, instance.travel, instance.travel_minutes
    )  # fmt: skip
    return {
        "hours": digest_of((limits, window)),
        "programme": digest_of(programme),
        **{request.uid: digest_of(request) for request in instance.requests},
    }
