"""A day of the draft as a board shows it: straight into what the public grid is fed."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from sqlalchemy import ColumnElement, and_, func, select

from eventapp.agenda.drafted import (
    as_session,
    head_of,
    parties_of,
    people_of,
    rooms_of,
    shown,
    slots_of,
    tracks_of,
    veiled,
)
from eventapp.agenda.editing import programme_day
from eventapp.agenda.grid import Frame
from eventapp.agenda.models import Slot
from eventapp.agenda.published import (
    PublishedAgenda,
    PublishedSession,
)
from eventapp.agenda.slots import wished_minutes
from eventapp.events.models import Event
from eventapp.history.models import Entry
from eventapp.history.queries import mark_of
from eventapp.planning.board import SESSION
from eventapp.plumbing.database import db
from eventapp.values.bilingual import Bilingual
from eventapp.values.timespan import TimeSpan, instant_of

#: The hours that a board shows at least, as wall times.
MORNING, EVENING = 8, 19
#: Days between an event's first and last that are listed whether used or not.
DAYS_AT_MOST = 31
HOUR = timedelta(hours=1)
#: The columns beneath `Slot.span`, which compare faster than spans.
_TIMES = Slot.__table__.c
#: Sorts of slot that are shown beside the grid while they are in no room.
BESIDE = frozenset({"movement"})
#: Tables whose changes every reader of the board may hear of.
OF_THE_PROGRAMME = ("session", "track", "room", "venue", "event")


@dataclass(frozen=True, slots=True)
class Board:
    """A programme day of a draft. `agenda` holds its sessions and those without a time.

    What takes place beside the programme stands among the sessions, with its sort in `private`
    and the delegations that it is for in `parties`.
    `versions` are those of the slots' rows, by uid: a move carries the one that it saw; `wished`
    how many minutes those without a time are to last. `mark` tells where the event's log stood
    when it was read.
    """

    on: date
    days: Sequence[date]
    agenda: PublishedAgenda
    versions: Mapping[str, int]
    private: Mapping[str, str]
    parties: Mapping[str, Sequence[Bilingual]]
    wished: Mapping[str, int]
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
    asked = shown(event, chosen, is_discreet=is_discreet)
    rows = db.session.execute(slots_of(asked)).all()
    appearances, people = people_of(asked, is_discreet=is_discreet)
    agenda = PublishedAgenda(
        event=head_of(event),
        sessions=tuple(
            veiled(row) if is_discreet and row.sort != SESSION else as_session(row, appearances)
            for row in rows
        ),
        tracks=tracks_of(event),
        rooms=rooms_of(event),
        people=people,
    )
    versions = {str(row.uid): row.version for row in rows}
    private = {str(row.uid): row.sort for row in rows if row.sort != SESSION}
    parties = {} if is_discreet or not private else parties_of(rows)
    waits = any(row.span is None for row in rows if row.sort != SESSION)
    wished = wished_minutes(event) if waits else {}
    return Board(chosen, days, agenda, versions, private, parties, wished, mark)


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
