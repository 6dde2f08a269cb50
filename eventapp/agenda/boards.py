"""A day of the draft as a board shows it: read lean, straight into what the public grid is fed.

Rooms, tracks and people go by their rows' numbers here, which a board alone sees: making a UUID of
each, a thousand times a page, would take longer than asking the database.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, func, or_, select

from eventapp.agenda.editing import programme_day, wall_time
from eventapp.agenda.grid import Frame
from eventapp.agenda.kinds import AppearanceState
from eventapp.agenda.models import Appearance, Session, Slot, Track
from eventapp.agenda.published import (
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
ABSENT = (AppearanceState.DECLINED, AppearanceState.WITHDRAWN)


@dataclass(frozen=True, slots=True)
class Board:
    """A programme day of a draft. `agenda` holds its sessions and those without a time.

    `versions` are those of the sessions' rows, by uid: a move carries the one that it saw. `mark`
    tells where the event's log stood when it was read.
    """

    on: date
    days: Sequence[date]
    agenda: PublishedAgenda
    versions: Mapping[str, int]
    mark: str

    @property
    def timed(self) -> list[PublishedSession]:
        return [session for session in self.agenda.sessions if session.span]

    @property
    def untimed(self) -> list[PublishedSession]:
        return [session for session in self.agenda.sessions if not session.span]

    @property
    def frame(self) -> Frame:
        return frame_of(self.on, [s.span for s in self.timed if s.span], self.agenda.event.zone)


def board_of(event: Event, on: date | None) -> Board:
    """The board of that day; of the first one where no day, or none of the event's, is named."""
    mark = mark_of(event.id)
    days = days_of(event)
    chosen = on if on in days else days[0]
    rows = db.session.execute(_sessions(event, chosen)).all()
    appearances, people = _people(event, chosen)
    agenda = PublishedAgenda(
        event=_head(event),
        sessions=tuple(_session(row, appearances[row.id]) for row in rows),
        tracks=_tracks(event),
        rooms=_rooms(event),
        people=people,
    )
    return Board(chosen, days, agenda, {str(row.uid): row.version for row in rows}, mark)


def days_of(event: Event) -> list[date]:
    """The programme days of an event: its own, and all others on which something takes place."""
    starts = db.session.scalars(select(_TIMES.starts_local).where(_of(event)).distinct())
    used = {programme_day(event, start) for start in starts if start}
    first = event.starts_on or min(used, default=datetime.now(UTC).date())
    length = ((event.ends_on or first) - first).days + 1
    own = {first + timedelta(days=day) for day in range(min(length, DAYS_AT_MOST))}
    return sorted(own | used)


def news_since(event: Event, mark: str, *, not_by: int, at_most: int = 3) -> list[Entry]:
    """What others did since a mark of the log, the newest first: one entry for each thing done."""
    last = mark.rpartition("-")[2]
    seen = int(last) if last.isascii() and last.isdecimal() and len(last) < 10 else 0
    newest = (
        select(func.max(Entry.id))
        .where(Entry.event_id == event.id, Entry.id > seen, Entry.account_id != not_by)
        .group_by(Entry.step_id, Entry.author, Entry.action)
    )
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
    return Session.event_id == event.id


def _shown(event: Event, on: date) -> ColumnElement[bool]:
    """The sessions of the day, and those that have no time."""
    begins = datetime.combine(on, event.day_change)
    ends = begins + timedelta(days=1)
    in_day = and_(_TIMES.starts_local >= begins, _TIMES.starts_local < ends)
    return and_(_of(event), or_(in_day, _TIMES.starts_local.is_(None)))


def _sessions(event: Event, on: date) -> Select[Any]:
    """Columns rather than rows: an object each would take three times as long."""
    columns = (
        Session.id,
        Session.uid,
        Session.code,
        Session.version,
        Session.kind,
        Session.state,
        Session.title,
        Session.span,
        Session.room_id,
        Session.track_id,
    )
    return select(*columns).where(_shown(event, on)).order_by(_TIMES.starts_at, Session.code)


def _session(row: Any, appearances: Sequence[PublishedAppearance]) -> PublishedSession:
    return PublishedSession(
        uid=str(row.uid),
        code=row.code,
        kind=row.kind,
        title=_as_it_stands(row.title),
        stamp=UNPUBLISHED,
        state=row.state,
        span=row.span,
        room=str(row.room_id) if row.room_id else None,
        track=str(row.track_id) if row.track_id else None,
        appearances=tuple(appearances),
    )


def _people(
    event: Event, on: date
) -> tuple[Mapping[int, list[PublishedAppearance]], tuple[PublishedPerson, ...]]:
    """Who appears in each of the sessions shown, by the session's id; and all of them once."""
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
        .join(Session, Session.id == Appearance.slot_id)
        .join(Person, Person.id == Appearance.person_id)
        .where(_shown(event, on), Appearance.state.not_in(ABSENT))
        .order_by(Appearance.slot_id, Appearance.position)
    )
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


def sessions_called(event: Event, codes: Iterable[str]) -> list[Session]:
    """Those sessions, for the running unit of work alone until it ends; the oldest row first.

    Whoever else wants to change one of them waits, and then sees what was changed.
    """
    query = (
        select(Session)
        .where(_of(event), Session.code.in_(list(codes)))
        .order_by(Session.id)
        .with_for_update(of=Slot)
    )
    return [*db.session.scalars(query)]


def sessions_between(
    event: Event, on: date, begins: time, until: time | None, room: Room | None
) -> list[Session]:
    """The sessions of a programme day that begin in that stretch, locked as above."""
    first = wall_time(event, on, begins)
    ends = datetime.combine(on, event.day_change) + timedelta(days=1)
    last = wall_time(event, on, until) if until else ends
    query = select(Session).where(_of(event), _TIMES.starts_local >= first)
    if room is not None:
        query = query.where(Session.room_id == room.id)
    query = query.where(_TIMES.starts_local < last).order_by(Session.id)
    return [*db.session.scalars(query.with_for_update(of=Slot))]
