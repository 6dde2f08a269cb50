"""One day laid out as rooms × time: which cell stands where and how far it reaches.

A row begins wherever a session begins or ends, so that a cell covers whole rows; a column is a
room, cut into lanes where sessions of one room overlap. Within a frame, all rows are of five
minutes and all rooms are shown: a board to move sessions on. Pure geometry: no words, no colours.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import accumulate, groupby, pairwise, takewhile
from zoneinfo import ZoneInfo

from eventapp.agenda.published import PublishedRoom, PublishedSession

FIVE_MINUTES = timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class Cell:
    """A place of the grid, `rows` by `lanes` large; empty where `session` is None."""

    session: PublishedSession | None = None
    rows: int = 1
    lanes: int = 1


@dataclass(frozen=True, slots=True)
class Row:
    """A stretch of time between two boundaries, and the cells that begin in it.

    `start` is a wall time; `is_new_date` marks the first row after a midnight.
    """

    start: datetime
    length: timedelta
    is_new_date: bool
    cells: tuple[Cell, ...]

    @property
    def step(self) -> int:
        """The length in minutes, in fives and an hour at most, which a style sheet can list."""
        return min(60, max(5, round(self.length / FIVE_MINUTES) * 5))


@dataclass(frozen=True, slots=True)
class Column:
    """A room and its lanes; where `room` is None, what takes place in no room."""

    room: PublishedRoom | None
    lanes: int = 1


@dataclass(frozen=True, slots=True)
class Grid:
    """A day: its columns from left to right, its rows from morning to night."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class _Shown:
    """The rooms in their order, and whether one has a column while nothing takes place in it."""

    rooms: tuple[PublishedRoom, ...]
    are_all: bool


@dataclass(frozen=True, slots=True)
class Frame:
    """The stretch of a day that a board shows, between two aware instants of whole steps."""

    starts_at: datetime
    ends_at: datetime
    zone: str

    @property
    def clock(self) -> dict[datetime, datetime]:
        """The wall time at the beginning of each row, and at the end of the last one."""
        zone = ZoneInfo(self.zone)
        steps = range((self.ends_at - self.starts_at) // FIVE_MINUTES + 1)
        instants = (self.starts_at + step * FIVE_MINUTES for step in steps)
        return {at: at.astimezone(zone).replace(tzinfo=None, fold=0) for at in instants}


@dataclass(frozen=True, slots=True)
class _Block:
    """The rectangle that a session takes, as half-open ranges of rows and lanes."""

    session: PublishedSession
    rows: range
    lanes: range = range(0)

    def meets(self, other: "_Block") -> bool:
        return self.rows.start < other.rows.stop and other.rows.start < self.rows.stop


def grid_of(
    sessions: Iterable[PublishedSession],
    rooms: Sequence[PublishedRoom],
    frame: Frame | None = None,
) -> Grid:
    """The grid of one day's sessions; those without a time have no place in it.

    Columns keep the order of `rooms`; a room where nothing takes place has none. A break or a
    meal for everybody reaches across the rooms that are free meanwhile, as many as there are side
    by side. A `frame`, which must hold all sessions, has a column for every room, and what is
    free in it is one cell from session to session.
    """
    sessions = tuple(sessions)
    clock = frame.clock if frame else _clock(sessions)
    blocks = _blocks(sessions, list(clock))
    shown = _Shown(tuple(rooms), are_all=frame is not None)
    columns, placed = _placed(blocks, [b for b in blocks if _is_for_all(b, blocks)], shown)
    cells = _cells(placed, len(clock) - 1, columns)
    return Grid(columns, tuple(_rows(clock, _tall(cells) if frame else cells)))


def _clock(sessions: Iterable[PublishedSession]) -> dict[datetime, datetime]:
    """The wall time at each instant where a session begins or ends, in order."""
    spans = [session.span for session in sessions if session.span]
    starts = {span.starts_at: span.start for span in spans}
    ends = {span.ends_at: span.end for span in spans}
    return dict(sorted((starts | ends).items()))


def _blocks(sessions: Iterable[PublishedSession], instants: list[datetime]) -> list[_Block]:
    """The sessions over whole rows: one that begins or ends within a row takes all of it."""
    blocks = [
        _Block(
            session,
            range(
                bisect_right(instants, session.span.starts_at) - 1,
                bisect_left(instants, session.span.ends_at),
            ),
        )
        for session in sessions
        if session.span
    ]
    return sorted(blocks, key=lambda block: (block.rows.start, -block.rows.stop))


def _is_for_all(block: _Block, blocks: list[_Block]) -> bool:
    """Whether it is a break or a meal that takes place in no room, or while nothing else does."""
    session = block.session
    return session.kind.is_interval and (
        session.room is None or not any(block.meets(other) for other in blocks if other != block)
    )


def _placed(
    blocks: list[_Block], for_all: list[_Block], shown: _Shown
) -> tuple[tuple[Column, ...], list[_Block]]:
    """The columns, and all blocks in their lanes; what finds no free lane gets one of its own."""
    columns, placed = _in_columns([block for block in blocks if block not in for_all], shown)
    width = sum(column.lanes for column in columns)
    for block in for_all:
        lanes = _widest_gap(block, placed, width)
        if not lanes:
            return _placed(blocks, [other for other in for_all if other != block], shown)
        placed.append(replace(block, lanes=lanes))
    return columns, placed


def _widest_gap(block: _Block, placed: list[_Block], width: int) -> range:
    """The most lanes side by side that are free as long as the block lasts; the first of equals."""
    taken = {lane for other in placed if block.meets(other) for lane in other.lanes}
    walls = [-1, *sorted(taken), width]
    return max((range(left + 1, right) for left, right in pairwise(walls)), key=len)


def _in_columns(blocks: list[_Block], shown: _Shown) -> tuple[tuple[Column, ...], list[_Block]]:
    """The columns that are needed, and the blocks placed in their lanes."""
    columns: list[Column] = []
    placed: list[_Block] = []
    left = 0
    for room in (*shown.rooms, None):
        uid = room.uid if room else None
        lanes = _lanes([block for block in blocks if block.session.room == uid])
        if lanes or (room and shown.are_all):
            columns.append(Column(room, max(1, len(lanes))))
            placed += _side_by_side(lanes, left)
            left += columns[-1].lanes
    return tuple(columns) or (Column(None),), placed


def _lanes(blocks: list[_Block]) -> list[list[_Block]]:
    """The blocks of a room, sorted by start, each in the first lane that is free."""
    lanes: list[list[_Block]] = []
    for block in blocks:
        free = (lane for lane in lanes if not lane[-1].meets(block))
        lane = next(free, None)
        if lane is None:
            lanes.append([block])
        else:
            lane.append(block)
    return lanes


def _side_by_side(lanes: list[list[_Block]], left: int) -> Iterator[_Block]:
    """The blocks, each as wide as its neighbours to the right leave it room."""
    for number, lane in enumerate(lanes):
        first = left + number
        for block in lane:
            width = 1 + _free_lanes(block, lanes[number + 1 :])
            yield replace(block, lanes=range(first, first + width))


def _free_lanes(block: _Block, lanes: list[list[_Block]]) -> int:
    """How many of these lanes, from the first one on, the block may reach across."""
    free = takewhile(lambda lane: not any(map(block.meets, lane)), lanes)
    return sum(1 for _ in free)


def _cells(blocks: list[_Block], rows: int, columns: Iterable[Column]) -> Iterator[dict[int, Cell]]:
    """Row by row, the cells that begin there by their first lane, free ones included."""
    ends = list(accumulate((column.lanes for column in columns), initial=0))
    corners = {(block.rows.start, block.lanes.start): block for block in blocks}
    taken = {(row, lane) for block in blocks for row in block.rows for lane in block.lanes}
    for row in range(rows):
        yield {
            lane: cell
            for left, right in pairwise(ends)
            for lane, cell in _column_cells(row, range(left, right), corners, taken)
        }


def _column_cells(
    row: int,
    lanes: range,
    corners: dict[tuple[int, int], _Block],
    taken: set[tuple[int, int]],
) -> Iterator[tuple[int, Cell]]:
    """The cells that begin in one row of a column; lanes that are free side by side are one."""
    for is_free, group in groupby(lanes, lambda lane: (row, lane) not in taken):
        places = [(row, lane) for lane in group]
        if is_free:
            yield places[0][1], Cell(lanes=len(places))
        else:
            begun = (corners[place] for place in places if place in corners)
            yield from ((b.lanes.start, Cell(b.session, len(b.rows), len(b.lanes))) for b in begun)


def _tall(rows: Iterable[dict[int, Cell]]) -> Iterator[dict[int, Cell]]:
    """The same rows, free cells one above the other made one."""
    done: list[dict[int, Cell]] = []
    below: dict[int, Cell] = {}
    for row in reversed([*rows]):
        for lane, cell in row.items():
            under = below.get(lane)
            if under and not (cell.session or under.session) and cell.lanes == under.lanes:
                row[lane] = replace(cell, rows=cell.rows + below.pop(lane).rows)
        done.append(below := row)
    return reversed(done)


def _rows(clock: dict[datetime, datetime], cells: Iterator[dict[int, Cell]]) -> Iterator[Row]:
    """A row from each boundary to the next; the last boundary only ends."""
    before: datetime | None = None
    for (instant, until), row_cells in zip(pairwise(clock), cells, strict=True):
        start = clock[instant]
        is_new_date = before is not None and before.date() < start.date()
        yield Row(start, until - instant, is_new_date, tuple(row_cells.values()))
        before = start
