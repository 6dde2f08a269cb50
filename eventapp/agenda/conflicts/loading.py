"""Rows to the pure board: the only bridge to planning. Lean, since every move reads it anew.

Identities cost more than all else that is read, so each is read once: rows are put together by
their ids.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, timedelta
from functools import cache
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, Row, Select, select

from eventapp.agenda.conflicts.attending import all_of, people_of, presences_in
from eventapp.agenda.conflicts.circumstances import (
    availabilities_of,
    balances_of,
    orders_of,
    travel_of,
)
from eventapp.agenda.conflicts.nearby import nearby
from eventapp.agenda.conflicts.texts import unapproved_texts
from eventapp.agenda.conflicts.words import balance_name, said
from eventapp.agenda.kinds import SessionKind, SlotState
from eventapp.agenda.labels import PRIVATE_SLOTS
from eventapp.agenda.models import Session, Slot, Track
from eventapp.events.kinds import Equipment
from eventapp.events.labels import EQUIPMENT
from eventapp.events.models import Event, Room, Venue
from eventapp.planning.balance import Balance
from eventapp.planning.board import SESSION, Activity, Board, Booking, Programme
from eventapp.planning.board import Room as PlannedRoom
from eventapp.planning.board import Track as PlannedTrack
from eventapp.plumbing.database import db
from eventapp.values.bilingual import Bilingual
from eventapp.values.language import Language
from eventapp.values.tongues import language_name

#: Days between an event's first and last that free places are sought in.
DAYS_AT_MOST = 31
PLENARIES = frozenset(
    {SessionKind.OPENING, SessionKind.KEYNOTE, SessionKind.PLENARY, SessionKind.CLOSING}
)
#: The columns beneath a slot's span: instants are all that a board needs of it.
_TIMES = Slot.__table__.c
#: What sessions have beyond other slots, which have nothing there.
_SESSION = Session.__table__.c

Rows = Sequence[Row[Any]]


def board(event: Event, *, today: date, with_texts: bool = True) -> Board:
    """The event's draft as the rules see it: all that takes people's time, unless cancelled.

    `today` is where deadlines are judged from. Without texts, none awaits approval.
    """
    unapproved = unapproved_texts(event, today=today) if with_texts else {}
    rows = db.session.execute(_slots(event)).all()
    return _board(event, today, rows, all_of(event), unapproved)


def board_around(
    event: Event, slots: Collection[UUID], *, today: date, room: UUID | None = None
) -> Board:
    """As much of the board as the rules need around these slots; `room` is one they might go to."""
    near = nearby(event, slots, room)
    rows = db.session.execute(_slots(event).where(near.slots)).all()
    unapproved = unapproved_texts(event, today=today, only=slots)
    return _board(event, today, rows, near.appearances, unapproved)


def _board(
    event: Event,
    today: date,
    rows: Rows,
    appearances: ColumnElement[bool],
    unapproved: Mapping[str, int],
) -> Board:
    rooms, tracks = _rooms(event), _tracks(event)
    activities = {row.id: _activity(row, event, tracks, unapproved) for row in rows}
    bookings = [
        _booking(activities[row.id], row, rooms) for row in rows if row.starts_at and row.ends_at
    ]
    uids = {number: activity.uid for number, activity in activities.items()}
    people, balances = people_of(appearances), balances_of(event)
    programme = Programme(
        zone=ZoneInfo(event.zone),
        today=today,
        day_change=event.day_change,
        days=_days(event, bookings),
        activities=_by_uid(activities),
        people=_by_uid(people),
        rooms=_by_uid(rooms),
        tracks=_by_uid(tracks),
        presences=presences_in(appearances, uids, people),
        availabilities=availabilities_of(event),
        travel=travel_of(event),
        travel_minutes=event.travel_minutes,
        orders=orders_of(event, uids),
        balances=balances,
        names=_names(rows, balances),
    )
    return Board(programme, {booking.uid: booking for booking in bookings})


def _by_uid(things: Mapping[int, Any]) -> Mapping[str, Any]:
    return {thing.uid: thing for thing in things.values()}


def _slots(event: Event) -> Select[Any]:
    columns = (
        Slot.id,
        Slot.sort,
        Slot.uid,
        Slot.code,
        Slot.title,
        Slot.room_id,
        _TIMES.starts_at,
        _TIMES.ends_at,
        _SESSION.kind,
        _SESSION.joint,
        _SESSION.interpretation_languages,
        _SESSION.equipment,
        _SESSION.expected,
        _SESSION.texts_due_on,
        _SESSION.track_id,
    )
    beside = Slot.__table__.outerjoin(Session.__table__, _SESSION.id == _TIMES.id)
    return (
        select(*columns)
        .select_from(beside)
        .where(Slot.event_id == event.id, Slot.state != SlotState.CANCELLED)
    )


def _activity(
    row: Row[Any], event: Event, tracks: Mapping[int, PlannedTrack], unapproved: Mapping[str, int]
) -> Activity:
    uid = str(row.uid)
    if row.sort != SESSION:
        return Activity(uid=uid, code=row.code, title=row.title, sort=row.sort)
    track = tracks.get(row.track_id)
    return Activity(
        uid=uid,
        code=row.code,
        title=row.title,
        is_interval=row.kind.is_interval,
        is_plenary=row.kind in PLENARIES,
        joint=row.joint,
        track=track.uid if track else None,
        interpretation=row.interpretation_languages,
        equipment=row.equipment,
        expected=row.expected,
        unapproved=unapproved.get(uid, 0),
        texts_due_on=row.texts_due_on or event.texts_due_on,
    )


def _booking(activity: Activity, row: Row[Any], rooms: Mapping[int, PlannedRoom]) -> Booking:
    room = rooms.get(row.room_id)
    return Booking(activity, row.starts_at, row.ends_at, room.uid if room else None)


def _rooms(event: Event) -> Mapping[int, PlannedRoom]:
    query = (
        select(Room.id, Room.uid, Room.name, Room.capacity, Room.equipment, Venue.uid)
        .outerjoin(Venue, Venue.id == Room.venue_id)
        .where(Room.event_id == event.id)
        .order_by(Room.position, Room.id)
    )
    return {
        number: PlannedRoom(str(uid), name, capacity, equipment, str(venue) if venue else None)
        for number, uid, name, capacity, equipment, venue in db.session.execute(query)
    }


def _tracks(event: Event) -> Mapping[int, PlannedTrack]:
    query = select(Track.id, Track.uid, Track.name, Track.forbids_parallel)
    rows = db.session.execute(query.where(Track.event_id == event.id))
    return {number: PlannedTrack(str(uid), name, strict) for number, uid, name, strict in rows}


def _days(event: Event, bookings: Iterable[Booking]) -> tuple[date, ...]:
    """The event's own days; those on which something is booked where it has none."""
    if event.starts_on:
        length = min(((event.ends_on or event.starts_on) - event.starts_on).days + 1, DAYS_AT_MOST)
        return tuple(event.starts_on + timedelta(days=day) for day in range(length))
    zone = ZoneInfo(event.zone)
    return tuple(sorted({each.starts_at.astimezone(zone).date() for each in bookings}))


def _names(rows: Rows, balances: Iterable[Balance]) -> Mapping[str, Bilingual]:
    """What equipment, languages, sorts of slot and the groups of balances are called."""
    languages = {tag for row in rows for tag in row.interpretation_languages}
    return {
        **_lasting_names(),
        **{tag: Bilingual(*(language_name(tag, each) for each in Language)) for tag in languages},
        **{each.uid: balance_name(each.criterion, each.group) for each in balances},
    }


@cache
def _lasting_names() -> Mapping[str, Bilingual]:
    equipment = {each.value: said(EQUIPMENT[each]) for each in Equipment}
    return equipment | {sort: said(name) for sort, name in PRIVATE_SLOTS.items()}
