"""A day of the draft as a board shows it: read lean, straight into what the public grid is fed.

Rooms, tracks and people go by their rows' numbers here, which a board alone sees: making a UUID of
each, a thousand times a page, would take longer than asking the database.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, func, or_, select

from eventapp.agenda.editing import programme_day
from eventapp.agenda.grid import Frame
from eventapp.agenda.kinds import AppearanceState, SessionKind, SlotState
from eventapp.agenda.models import Appearance, Session, Slot, Track
from eventapp.agenda.published import (
    NOTHING,
    PublishedAgenda,
    PublishedAppearance,
    PublishedEvent,
    PublishedPerson,
    PublishedRoom,
    PublishedSession,
    PublishedTrack,
    Stamp,
)
from eventapp.events.models import Event, Room
from eventapp.history.models import Entry
from eventapp.history.queries import mark_of
from eventapp.people.models import Person
from eventapp.planning.board import SESSION
from eventapp.plumbing.database import db
from eventapp.values.bilingual import Bilingual, PublishedText
from eventapp.values.timespan import TimeSpan, instant_of

#: The hours that a board shows at least, as wall times.
MORNING, EVENING = 8, 19
#: Days between an event's first and last that are listed whether used or not.
DAYS_AT_MOST = 31
HOUR = timedelta(hours=1)
UNPUBLISHED = Stamp(0, datetime.min.replace(tzinfo=UTC), datetime.min.replace(tzinfo=UTC))
#: The columns beneath `Slot.span`, which compare faster than spans.
_TIMES = Slot.__table__.c
#: What sessions have beyond other slots, which have nothing there.
_SESSION = Session.__table__.c
#: Sorts of slot that are shown beside the grid while they are in no room.
BESIDE = frozenset({"movement"})
#: Tables whose changes every reader of the board may hear of.
OF_THE_PROGRAMME = ("session", "track", "room", "venue", "event")
ABSENT = (AppearanceState.DECLINED, AppearanceState.WITHDRAWN)


@dataclass(frozen=True, slots=True)
class Board:
    """A programme day of a draft. `agenda` holds its sessions and those without a time.

    What takes place beside the programme stands among the sessions, with its sort in `private`.
    `versions` are those of the slots' rows, by uid: a move carries the one that it saw. `mark`
    tells where the event's log stood when it was read.
    """

    on: date
    days: Sequence[date]
    agenda: PublishedAgenda
    versions: Mapping[str, int]
    private: Mapping[str, str]
    mark: str

    @property
    def timed(self) -> list[PublishedSession]:
        return [each for each in self.agenda.sessions if each.span and not self._is_beside(each)]

    @property
    def beside(self) -> list[PublishedSession]:
        """What would crowd the grid, being in no room and much of it at once."""
        return [each for each in self.agenda.sessions if each.span and self._is_beside(each)]

    @property
    def untimed(self) -> list[PublishedSession]:
        return [session for session in self.agenda.sessions if not session.span]

    def _is_beside(self, each: PublishedSession) -> bool:
        return each.room is None and self.private.get(each.uid) in BESIDE

    @property
    def frame(self) -> Frame:
        return frame_of(self.on, [s.span for s in self.timed if s.span], self.agenda.event.zone)


def board_of(event: Event, on: date | None, *, is_discreet: bool = True) -> Board:
    """The board of that day; of the first one where no day, or none of the event's, is named.

    A discreet one shows of what is beside the programme only which rooms it takes.
    """
    mark = mark_of(event.id)
    days = days_of(event, is_discreet=is_discreet)
    chosen = on if on in days else days[0]
    shown = _shown(event, chosen, is_discreet=is_discreet)
    rows = db.session.execute(_slots(shown)).all()
    appearances, people = _people(shown, is_discreet=is_discreet)
    agenda = PublishedAgenda(
        event=_head(event),
        sessions=tuple(
            _veiled(row) if is_discreet and row.sort != SESSION else _shown_as(row, appearances)
            for row in rows
        ),
        tracks=_tracks(event),
        rooms=_rooms(event),
        people=people,
    )
    versions = {str(row.uid): row.version for row in rows}
    private = {str(row.uid): row.sort for row in rows if row.sort != SESSION}
    return Board(chosen, days, agenda, versions, private, mark)


def days_of(event: Event, *, is_discreet: bool = True) -> list[date]:
    """The programme days of an event: its own, and all others on which something takes place."""
    asked = _of(event) if is_discreet else Slot.event_id == event.id
    starts = db.session.scalars(select(_TIMES.starts_local).where(asked).distinct())
    used = {programme_day(event, start) for start in starts if start}
    first = event.starts_on or min(used, default=datetime.now(UTC).date())
    length = ((event.ends_on or first) - first).days + 1
    own = {first + timedelta(days=day) for day in range(min(length, DAYS_AT_MOST))}
    return sorted(own | used)


def news_since(
    event: Event, mark: str, *, not_by: int, is_discreet: bool, at_most: int = 3
) -> list[Entry]:
    """What others did since a mark of the log, the newest first: one entry for each thing done.

    Discreetly, of the programme and its places alone.
    """
    last = mark.rpartition("-")[2]
    seen = int(last) if last.isascii() and last.isdecimal() and len(last) < 10 else 0
    newest = (
        select(func.max(Entry.id))
        .where(Entry.event_id == event.id, Entry.id > seen, Entry.account_id != not_by)
        .group_by(Entry.step_id, Entry.author, Entry.action)
    )
    if is_discreet:
        newest = newest.where(Entry.kind.in_(OF_THE_PROGRAMME))
    query = select(Entry).where(Entry.id.in_(newest)).order_by(Entry.id.desc())
    return [*db.session.scalars(query.limit(at_most))]


def frame_of(on: date, spans: Iterable[TimeSpan], zone: str) -> Frame:
    """The whole hours from the first session to the last, MORNING to EVENING at least."""
    midnight = datetime.combine(on, time())
    usual = [instant_of(midnight + hour * HOUR, zone) for hour in (MORNING, EVENING)]
    instants = [at for span in spans for at in (span.starts_at, span.ends_at)]
    first, last = min(usual + instants), max(usual + instants)
    return Frame(_floor(first, zone), last + (_floor(last, zone) - last) % HOUR, zone)


def _floor(at: datetime, zone: str) -> datetime:
    """The whole hour, of that zone's clocks, in which an instant is."""
    wall = TimeSpan.between(at, at, zone).start
    return at - timedelta(minutes=wall.minute, seconds=wall.second, microseconds=wall.microsecond)


def _of(event: Event) -> ColumnElement[bool]:
    return and_(Slot.event_id == event.id, Slot.sort == SESSION)


def _shown(event: Event, on: date, *, is_discreet: bool) -> ColumnElement[bool]:
    """The slots of the day, and those that have no time; beside the programme, settled ones."""
    begins = datetime.combine(on, event.day_change)
    ends = begins + timedelta(days=1)
    in_day = and_(_TIMES.starts_local >= begins, _TIMES.starts_local < ends)
    waits = _TIMES.starts_local.is_(None)
    beside = Slot.state != SlotState.CANCELLED
    settled = and_(waits, Slot.state != SlotState.DRAFT)
    private = in_day & Slot.room_id.is_not(None) if is_discreet else or_(in_day, settled)
    return and_(
        Slot.event_id == event.id,
        or_(and_(Slot.sort == SESSION, or_(in_day, waits)), and_(beside, private)),
    )


def _slots(shown: ColumnElement[bool]) -> Select[Any]:
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
    return select(*columns).select_from(beside).where(shown).order_by(_TIMES.starts_at, Slot.code)


def _shown_as(
    row: Any, appearances: Mapping[int, Sequence[PublishedAppearance]]
) -> PublishedSession:
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


def _veiled(row: Any) -> PublishedSession:
    """A meeting that is not the reader's business: when, where, and that there is one."""
    shown = _shown_as(row, {})
    return replace(shown, code=shown.uid, title=NOTHING, state=SlotState.CONFIRMED)


def _people(
    shown: ColumnElement[bool], *, is_discreet: bool
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
        .where(shown, Appearance.state.not_in(ABSENT))
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


def _rooms(event: Event) -> tuple[PublishedRoom, ...]:
    query = select(Room).where(Room.event_id == event.id).order_by(Room.position, Room.id)
    return tuple(
        PublishedRoom(str(room.id), room.code, _as_it_stands(room.name), None, room.capacity)
        for room in db.session.scalars(query)
    )


def _tracks(event: Event) -> tuple[PublishedTrack, ...]:
    query = select(Track).where(Track.event_id == event.id).order_by(Track.position, Track.id)
    return tuple(
        PublishedTrack(str(track.id), track.code, _as_it_stands(track.name), track.colour)
        for track in db.session.scalars(query)
    )


def _head(event: Event) -> PublishedEvent:
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
