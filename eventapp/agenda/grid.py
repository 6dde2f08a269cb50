"""One day laid out as rooms × time: which cell stands where and how far it reaches.

A row begins wherever a session begins or ends, so that a cell covers whole rows; a column is a
room, cut into lanes where sessions of one room overlap. Pure geometry: no words, no colours.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import accumulate, groupby, pairwise, takewhile

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
class _Block:
    """The rectangle that a session takes, as half-open ranges of rows and lanes."""

    session: PublishedSession
    rows: range
    lanes: range = range(0)

    def meets(self, other: "_Block") -> bool:
        return self.rows.start < other.rows.stop and other.rows.start < self.rows.stop


def grid_of(sessions: Iterable[PublishedSession], rooms: Sequence[PublishedRoom]) -> Grid:
    """The grid of one day's sessions; those without a time have no place in it.

    Columns keep the order of `rooms`; a room where nothing takes place has none. A break or a
    meal for everybody reaches across the rooms that are free meanwhile, as many as there are side
    by side.
    """
    clock = _clock(sessions := tuple(sessions))
    blocks = _blocks(sessions, list(clock))
    columns, placed = _placed(blocks, [b for b in blocks if _is_for_all(b, blocks)], rooms)
    cells = _cells(placed, len(clock) - 1, columns)
    return Grid(columns, tuple(_rows(clock, cells)))


def _clock(sessions: Iterable[PublishedSession]) -> dict[datetime, datetime]:
    """The wall time at each instant where a session begins or ends, in order."""
    spans = [session.span for session in sessions if session.span]
    starts = {span.starts_at: span.start for span in spans}
    ends = {span.ends_at: span.end for span in spans}
    return dict(sorted((starts | ends).items()))


def _blocks(sessions: Iterable[PublishedSession], instants: list[datetime]) -> list[_Block]:
    row = {instant: number for number, instant in enumerate(instants)}
    blocks = [
        _Block(session, range(row[session.span.starts_at], row[session.span.ends_at]))
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
    blocks: list[_Block], for_all: list[_Block], rooms: Sequence[PublishedRoom]
) -> tuple[tuple[Column, ...], list[_Block]]:
    """The columns, and all blocks in their lanes; what finds no free lane gets one of its own."""
    columns, placed = _in_columns([block for block in blocks if block not in for_all], rooms)
    width = sum(column.lanes for column in columns)
    for block in for_all:
        lanes = _widest_gap(block, placed, width)
        if not lanes:
            return _placed(blocks, [other for other in for_all if other != block], rooms)
        placed.append(replace(block, lanes=lanes))
    return columns, placed


def _widest_gap(block: _Block, placed: list[_Block], width: int) -> range:
    """The most lanes side by side that are free as long as the block lasts; the first of equals."""
    taken = {lane for other in placed if block.meets(other) for lane in other.lanes}
    walls = [-1, *sorted(taken), width]
    return max((range(left + 1, right) for left, right in pairwise(walls)), key=len)


def _in_columns(
    blocks: list[_Block], rooms: Sequence[PublishedRoom]
) -> tuple[tuple[Column, ...], list[_Block]]:
    """The columns that are needed, and the blocks placed in their lanes."""
    columns: list[Column] = []
    placed: list[_Block] = []
    left = 0
    for room in (*rooms, None):
        uid = room.uid if room else None
        lanes = _lanes([block for block in blocks if block.session.room == uid])
        if lanes:
            columns.append(Column(room, len(lanes)))
            placed += _side_by_side(lanes, left)
            left += len(lanes)
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


def _cells(
    blocks: list[_Block], rows: int, columns: Iterable[Column]
) -> Iterator[tuple[Cell, ...]]:
    """Row by row, the cells that begin there from left to right, free ones included."""
    ends = list(accumulate((column.lanes for column in columns), initial=0))
    corners = {(block.rows.start, block.lanes.start): block for block in blocks}
    taken = {(row, lane) for block in blocks for row in block.rows for lane in block.lanes}
    for row in range(rows):
        yield tuple(
            cell
            for left, right in pairwise(ends)
            for cell in _column_cells(row, range(left, right), corners, taken)
        )


def _column_cells(
    row: int,
    lanes: range,
    corners: dict[tuple[int, int], _Block],
    taken: set[tuple[int, int]],
) -> Iterator[Cell]:
    """The cells that begin in one row of a column; lanes that are free side by side are one."""
    for is_free, group in groupby(lanes, lambda lane: (row, lane) not in taken):
        places = [(row, lane) for lane in group]
        if is_free:
            yield Cell(lanes=len(places))
        else:
            begun = (corners[place] for place in places if place in corners)
            yield from (Cell(b.session, len(b.rows), len(b.lanes)) for b in begun)


def _rows(clock: dict[datetime, datetime], cells: Iterator[tuple[Cell, ...]]) -> Iterator[Row]:
    """A row from each boundary to the next; the last boundary only ends."""
    before: datetime | None = None
    for (instant, until), row_cells in zip(pairwise(clock), cells, strict=True):
        start = clock[instant]
        is_new_date = before is not None and before.date() < start.date()
        yield Row(start, until - instant, is_new_date, row_cells)
        before = start
