"""A day of the draft, read lean: slots, who is in them, rooms, tracks.

Rooms, tracks and people go by their rows' numbers here, which a board alone sees: making a UUID of
each, a thousand times a page, would take longer than asking the database.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, or_, select
from sqlalchemy.orm import joinedload

from eventapp.agenda.kinds import AppearanceState, SessionKind, SlotState
from eventapp.agenda.models import Appearance, Session, Slot, SlotDelegation, Track
from eventapp.agenda.published import (
    NOTHING,
    PublishedAppearance,
    PublishedEvent,
    PublishedPerson,
    PublishedRoom,
    PublishedSession,
    PublishedTrack,
    Stamp,
)
from eventapp.delegations.kinds import Authority
from eventapp.delegations.models import Delegation, Party
from eventapp.delegations.naming import party_name
from eventapp.events.models import Event, Room
from eventapp.people.models import Person
from eventapp.planning.board import SESSION
from eventapp.plumbing.database import db
from eventapp.values.bilingual import Bilingual, PublishedText

UNPUBLISHED = Stamp(0, datetime.min.replace(tzinfo=UTC), datetime.min.replace(tzinfo=UTC))
#: The columns beneath `Slot.span`, which compare faster than spans.
_TIMES = Slot.__table__.c
#: What sessions have beyond other slots, which have nothing there.
_SESSION = Session.__table__.c
ABSENT = (AppearanceState.DECLINED, AppearanceState.WITHDRAWN)


def shown(event: Event, on: date, *, is_discreet: bool) -> ColumnElement[bool]:
    """The slots of the day, and those that have no time yet."""
    begins = datetime.combine(on, event.day_change)
    ends = begins + timedelta(days=1)
    in_day = and_(_TIMES.starts_local >= begins, _TIMES.starts_local < ends)
    waits = _TIMES.starts_local.is_(None)
    beside = Slot.state != SlotState.CANCELLED
    private = in_day & Slot.room_id.is_not(None) if is_discreet else or_(in_day, waits)
    return and_(
        Slot.event_id == event.id,
        or_(and_(Slot.sort == SESSION, or_(in_day, waits)), and_(beside, private)),
    )


def slots_of(asked: ColumnElement[bool]) -> Select[Any]:
    """Columns rather than rows: an object each would take three times as long."""
    columns = (
        Slot.id,
        Slot.sort,
        Slot.uid,
        Slot.code,
        Slot.version,
        Slot.state,
        Slot.title,
        Slot.span,
        Slot.room_id,
        _SESSION.kind,
        _SESSION.track_id,
    )
    beside = Slot.__table__.outerjoin(Session.__table__, _SESSION.id == Slot.id)
    return select(*columns).select_from(beside).where(asked).order_by(_TIMES.starts_at, Slot.code)


def as_session(
    row: Any, appearances: Mapping[int, Sequence[PublishedAppearance]]
) -> PublishedSession:
    """A slot as the grid shows sessions, whatever its sort."""
    return PublishedSession(
        uid=str(row.uid),
        code=row.code,
        kind=row.kind or SessionKind.OTHER,
        title=_as_it_stands(row.title),
        stamp=UNPUBLISHED,
        state=row.state,
        span=row.span,
        room=str(row.room_id) if row.room_id else None,
        track=str(row.track_id) if row.track_id else None,
        appearances=tuple(appearances.get(row.id, ())),
    )


def veiled(row: Any) -> PublishedSession:
    """A meeting that is not the reader's business: when, where, and that there is one."""
    told = as_session(row, {})
    return replace(told, code=told.uid, title=NOTHING, state=SlotState.CONFIRMED)


def people_of(
    asked: ColumnElement[bool], *, is_discreet: bool
) -> tuple[Mapping[int, list[PublishedAppearance]], tuple[PublishedPerson, ...]]:
    """Who appears in each of the slots shown, by the slot's id; and all of them once."""
    query = (
        select(
            Appearance.slot_id,
            Appearance.role,
            Appearance.state,
            Person.id,
            Person.code,
            Person.given_name,
            Person.family_name,
        )
        .join(Slot, Slot.id == Appearance.slot_id)
        .join(Person, Person.id == Appearance.person_id)
        .where(asked, Appearance.state.not_in(ABSENT))
        .order_by(Appearance.slot_id, Appearance.position)
    )
    if is_discreet:
        query = query.where(Slot.sort == SESSION)
    appearances: dict[int, list[PublishedAppearance]] = defaultdict(list)
    people: dict[str, PublishedPerson] = {}
    for slot_id, role, state, person_id, code, given, family in db.session.execute(query):
        name, key = f"{given} {family}".strip(), str(person_id)
        appearances[slot_id].append(PublishedAppearance(key, role, state))
        people[key] = PublishedPerson(key, code, name, name, name)
    return appearances, tuple(people.values())


def parties_of(rows: Iterable[Any]) -> Mapping[str, Sequence[Bilingual]]:
    """The delegations that each of the slots beside the programme is for, by its uid."""
    uids = {row.id: str(row.uid) for row in rows if row.sort != SESSION}
    query = (
        select(SlotDelegation.slot_id, Party)
        .join(Delegation, Delegation.id == SlotDelegation.delegation_id)
        .join(Party, Party.id == Delegation.party_id)
        .where(SlotDelegation.slot_id.in_(uids))
        .options(joinedload(Party.organisation))
        .order_by(SlotDelegation.id)
    )
    found: dict[str, list[Bilingual]] = defaultdict(list)
    for slot, party in db.session.execute(query):
        found[uids[slot]].append(party_name(party, Authority.HOST))
    return found


def rooms_of(event: Event) -> tuple[PublishedRoom, ...]:
    """All rooms, in their order."""
    query = select(Room).where(Room.event_id == event.id).order_by(Room.position, Room.id)
    return tuple(
        PublishedRoom(str(room.id), room.code, _as_it_stands(room.name), None, room.capacity)
        for room in db.session.scalars(query)
    )


def tracks_of(event: Event) -> tuple[PublishedTrack, ...]:
    """All tracks, in their order."""
    query = select(Track).where(Track.event_id == event.id).order_by(Track.position, Track.id)
    return tuple(
        PublishedTrack(str(track.id), track.code, _as_it_stands(track.name), track.colour)
        for track in db.session.scalars(query)
    )


def head_of(event: Event) -> PublishedEvent:
    """What a board says of the event itself."""
    return PublishedEvent(
        uid=str(event.uid),
        slug=event.slug,
        kind=event.kind,
        title=_as_it_stands(event.title),
        zone=event.zone,
        stamp=UNPUBLISHED,
        day_change=event.day_change,
    )


def _as_it_stands(text: Bilingual) -> PublishedText:
    """A wording of the draft, approved or not."""
    return PublishedText(text.fr, text.en)
