"""Rows to the pure board: the only bridge to planning. Lean, since every move reads it anew."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import date, timedelta
from functools import cache
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Row, Select, select
from sqlalchemy.orm import aliased

from eventapp.agenda.conflicts.models import Availability, BalanceRule, Precedence, TravelTime
from eventapp.agenda.conflicts.texts import unapproved_texts
from eventapp.agenda.conflicts.words import balance_name, said
from eventapp.agenda.kinds import AppearanceState, Role, SessionKind, SlotState
from eventapp.agenda.labels import ROLES, language_name
from eventapp.agenda.models import Appearance, Session, Slot, Track
from eventapp.events.kinds import Equipment
from eventapp.events.labels import EQUIPMENT
from eventapp.events.models import Event, Room, Venue
from eventapp.people.kinds import Gender
from eventapp.people.models import Organisation, Person
from eventapp.planning.balance import Balance
from eventapp.planning.board import Activity, Board, Booking, Presence, Programme, Span, joined
from eventapp.planning.board import Person as PlannedPerson
from eventapp.planning.board import Room as PlannedRoom
from eventapp.planning.board import Track as PlannedTrack
from eventapp.plumbing.database import db
from eventapp.values.bilingual import Bilingual
from eventapp.values.language import Language

#: Days between an event's first and last that free places are sought in.
DAYS_AT_MOST = 31
PLENARIES = frozenset(
    {SessionKind.OPENING, SessionKind.KEYNOTE, SessionKind.PLENARY, SessionKind.CLOSING}
)
ABSENT = (AppearanceState.DECLINED, AppearanceState.WITHDRAWN)
#: The columns beneath spans: instants are all that a board needs of them.
_SLOT, _AVAILABILITY = Slot.__table__.c, Availability.__table__.c


def board(event: Event, *, today: date, texts_of: Collection[str] | None = None) -> Board:
    """The event's draft as the rules see it; cancelled sessions are not on it.

    `today` is where deadlines are judged from. `texts_of` reads the approvals of those sessions
    alone (their uids), for a reader who asks about no others.
    """
    rows = db.session.execute(_sessions(event)).all()
    rooms = {str(row.uid): _room(row) for row in db.session.execute(_rooms(event))}
    unapproved = unapproved_texts(event, today=today, only=texts_of)
    activities = {(uid := str(row.uid)): _activity(row, event, unapproved[uid]) for row in rows}
    bookings = {
        (uid := str(row.uid)): Booking(
            activities[uid], row.starts_at, row.ends_at, str(row.room) if row.room else None
        )
        for row in rows
        if row.starts_at and row.ends_at
    }
    presences = _presences(event)
    programme = Programme(
        zone=ZoneInfo(event.zone),
        today=today,
        day_change=event.day_change,
        days=_days(event, bookings.values()),
        activities=activities,
        people=_people(event),
        rooms=rooms,
        tracks=_tracks(event),
        presences=presences,
        availabilities=_availabilities(event),
        travel=_travel(event),
        travel_minutes=event.travel_minutes,
        orders=_orders(event),
        balances=balances_of(event),
        names=_names(event, rows),
    )
    return Board(programme, bookings)


def balances_of(event: Event) -> tuple[Balance, ...]:
    """What the event wants its programme and panels to be made of."""
    query = (
        select(BalanceRule, Session.uid)
        .outerjoin(Session, Session.id == BalanceRule.session_id)
        .where(BalanceRule.event_id == event.id)
        .order_by(BalanceRule.id)
    )
    return tuple(
        Balance(
            uid=str(row.uid),
            criterion=row.criterion,
            group=row.group,
            sense=row.sense,
            measure=row.measure,
            target=row.target,
            activity=str(session) if session else None,
        )
        for row, session in db.session.execute(query)
        if session or row.session_id is None
    )


def _sessions(event: Event) -> Select[Any]:
    columns = (
        Session.uid,
        Session.code,
        Session.title,
        Session.kind,
        Session.joint,
        Session.interpretation_languages,
        Session.equipment,
        Session.expected,
        Session.texts_due_on,
        _SLOT.starts_at,
        _SLOT.ends_at,
        Room.uid.label("room"),
        Track.uid.label("track"),
    )
    return (
        select(*columns)
        .outerjoin(Room, Room.id == Session.room_id)
        .outerjoin(Track, Track.id == Session.track_id)
        .where(Session.event_id == event.id, Session.state != SlotState.CANCELLED)
    )


def _activity(row: Row[Any], event: Event, unapproved: int) -> Activity:
    return Activity(
        uid=str(row.uid),
        code=row.code,
        title=row.title,
        is_interval=row.kind.is_interval,
        is_plenary=row.kind in PLENARIES,
        joint=row.joint,
        track=str(row.track) if row.track else None,
        interpretation=row.interpretation_languages,
        equipment=row.equipment,
        expected=row.expected,
        unapproved=unapproved,
        texts_due_on=row.texts_due_on or event.texts_due_on,
    )


def _rooms(event: Event) -> Select[Any]:
    return (
        select(Room.uid, Room.name, Room.capacity, Room.equipment, Venue.uid.label("venue"))
        .outerjoin(Venue, Venue.id == Room.venue_id)
        .where(Room.event_id == event.id)
        .order_by(Room.position, Room.id)
    )


def _room(row: Row[Any]) -> PlannedRoom:
    venue = str(row.venue) if row.venue else None
    return PlannedRoom(str(row.uid), row.name, row.capacity, row.equipment, venue)


def _tracks(event: Event) -> Mapping[str, PlannedTrack]:
    query = select(Track.uid, Track.name, Track.forbids_parallel).where(Track.event_id == event.id)
    return {
        (uid := str(row.uid)): PlannedTrack(uid, row.name, row.forbids_parallel)
        for row in db.session.execute(query)
    }


def _presences(event: Event) -> tuple[Presence, ...]:
    query = (
        select(Session.uid, Person.uid.label("person"), Appearance.role, Appearance.language)
        .join(Appearance, Appearance.slot_id == Session.id)
        .join(Person, Person.id == Appearance.person_id)
        .where(
            Session.event_id == event.id,
            Session.state != SlotState.CANCELLED,
            Appearance.state.not_in(ABSENT),
        )
        .order_by(Appearance.id)
    )
    return tuple(
        Presence(
            str(row.person),
            str(row.uid),
            _role_name(row.role),
            row.role is Role.INTERPRETER,
            row.language,
        )
        for row in db.session.execute(query)
    )


@cache
def _role_name(role: Role) -> Bilingual:
    return said(ROLES[role])


def _people(event: Event) -> Mapping[str, PlannedPerson]:
    """Everybody who appears. What a person's record leaves out, their organisation's tells."""
    appearing = (
        select(Appearance.person_id)
        .join(Slot, Slot.id == Appearance.slot_id)
        .where(Slot.event_id == event.id)
    )
    query = (
        select(
            Person.uid,
            Person.given_name,
            Person.family_name,
            Person.country,
            Person.region,
            Person.gender,
            Organisation.sector,
            Organisation.country.label("their_country"),
            Organisation.region.label("their_region"),
        )
        .outerjoin(Organisation, Organisation.id == Person.organisation_id)
        .where(Person.id.in_(appearing))
    )
    return {(uid := str(row.uid)): _person(uid, row) for row in db.session.execute(query)}


def _person(uid: str, row: Row[Any]) -> PlannedPerson:
    is_placed = bool(row.country)
    return PlannedPerson(
        uid=uid,
        name=f"{row.given_name} {row.family_name}".strip(),
        sector=row.sector or "",
        country=row.country or row.their_country or "",
        region=row.region or ("" if is_placed else row.their_region or ""),
        gender="" if row.gender is Gender.NOT_GIVEN else row.gender,
    )


def _availabilities(event: Event) -> Mapping[str, tuple[Span, ...]]:
    query = select(_AVAILABILITY.subject, _AVAILABILITY.starts_at, _AVAILABILITY.ends_at)
    spans = defaultdict[str, list[Span]](list)
    for subject, start, end in db.session.execute(query.where(_AVAILABILITY.event_id == event.id)):
        spans[str(subject)].append((start, end))
    return {subject: joined(given) for subject, given in spans.items()}


def _travel(event: Event) -> Mapping[tuple[str, str], int]:
    here, there = aliased(Venue), aliased(Venue)
    query = (
        select(here.uid, there.uid, TravelTime.minutes)
        .join(here, here.id == TravelTime.from_venue_id)
        .join(there, there.id == TravelTime.to_venue_id)
        .where(TravelTime.event_id == event.id)
    )
    rows = db.session.execute(query)
    return {(str(origin), str(target)): minutes for origin, target, minutes in rows}


def _orders(event: Event) -> tuple[tuple[str, str], ...]:
    before, after = aliased(Session), aliased(Session)
    query = (
        select(before.uid, after.uid)
        .select_from(Precedence)
        .join(before, before.id == Precedence.before_id)
        .join(after, after.id == Precedence.after_id)
        .where(Precedence.event_id == event.id)
        .order_by(Precedence.id)
    )
    return tuple((str(first), str(second)) for first, second in db.session.execute(query))


def _days(event: Event, bookings: Iterable[Booking]) -> tuple[date, ...]:
    """The event's own days; those on which something is booked where it has none."""
    if event.starts_on:
        length = min(((event.ends_on or event.starts_on) - event.starts_on).days + 1, DAYS_AT_MOST)
        return tuple(event.starts_on + timedelta(days=day) for day in range(length))
    zone = ZoneInfo(event.zone)
    return tuple(sorted({each.starts_at.astimezone(zone).date() for each in bookings}))


def _names(event: Event, rows: Iterable[Row[Any]]) -> Mapping[str, Bilingual]:
    """What equipment, languages of interpretation and the groups of balances are called."""
    languages = {tag for row in rows for tag in row.interpretation_languages}
    return {
        **{each.value: said(EQUIPMENT[each]) for each in Equipment},
        **{tag: Bilingual(*(language_name(tag, each) for each in Language)) for tag in languages},
        **{each.uid: balance_name(each.criterion, each.group) for each in balances_of(event)},
    }
