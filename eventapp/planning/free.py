"""The nearest place where an activity would be in nobody's way."""

from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import UTC, datetime, time, timedelta

from eventapp.planning.board import Board, Booking, Span, joined
from eventapp.planning.conflicts import Severity
from eventapp.planning.rules.base import Remedy, Rule

STEP = timedelta(minutes=5)
USUAL_HOURS = (time(8), time(19))
NO_FURTHER = timedelta(days=7)


def nearest_free(board: Board, wanted: Booking, rules: Collection[Rule]) -> Booking | None:
    """The free place nearest in time to the wanted one, its own room preferred; None without one.

    Free means that no rule about times and rooms finds anything there, and that nobody is called
    away to a break or a plenary. Where there is no such place, one that no rule calls an error
    will do.
    """
    about_time = [rule for rule in rules if rule.remedy is Remedy.ANOTHER_TIME]
    about_room = [rule for rule in rules if rule.remedy is Remedy.ANOTHER_ROOM]
    errors = [rule for rule in about_time if rule.severity is Severity.ERROR]
    rooms, span = _rooms(board, wanted), (wanted.starts_at, wanted.ends_at)
    fitting = [room for room in rooms if _free(board, wanted, span, room, about_room)]
    spans = [*_spans(board, wanted)]
    quiet = _outside(_for_everybody(board, wanted), spans)
    return _first(board, wanted, quiet, fitting, about_time) or _first(
        board, wanted, spans, rooms, errors
    )


def _first(
    board: Board,
    wanted: Booking,
    spans: Iterable[Span],
    rooms: Collection[str | None],
    rules: Collection[Rule],
) -> Booking | None:
    if not rooms:
        return None
    for span in spans:
        # Where the people cannot come, no room helps. Joint sessions need theirs to be judged.
        if wanted.activity.joint or _free(board, wanted, span, None, rules):
            for room in rooms:
                if place := _free(board, wanted, span, room, rules):
                    return place
    return None


def _free(
    board: Board, wanted: Booking, span: Span, room: str | None, rules: Collection[Rule]
) -> Booking | None:
    """The activity there, if none of the rules finds anything against it."""
    tried = board.moved(wanted.uid, span, room)
    for rule in rules:
        for _conflict in rule.find(tried, wanted.uid):
            return None
    return tried.bookings[wanted.uid]


def _spans(board: Board, wanted: Booking) -> Iterator[Span]:
    """Every span of that length in the usual hours, the nearest first, the earlier of two."""
    length = wanted.ends_at - wanted.starts_at
    starts = [
        start
        for opens, closes in _hours(board)
        for start in _steps(opens, closes - length)
        if abs(start - wanted.starts_at) <= NO_FURTHER
    ]
    for start in sorted(starts, key=lambda at: (abs(at - wanted.starts_at), at)):
        yield start, start + length


def _for_everybody(board: Board, wanted: Booking) -> tuple[Span, ...]:
    """When there is something else that all are at: a plenary, or a break that is in no room."""
    return joined(
        (each.starts_at, each.ends_at)
        for each in board.bookings.values()
        if each.uid != wanted.uid
        and (each.activity.is_plenary or (each.activity.is_interval and each.room is None))
    )


def _outside(taken: Sequence[Span], spans: Iterable[Span]) -> Iterator[Span]:
    """The spans that overlap none of those taken, which are apart and in order."""
    ends = [end for _start, end in taken]
    for span in spans:
        number = bisect_right(ends, span[0])
        if number == len(taken) or taken[number][0] >= span[1]:
            yield span


def _hours(board: Board) -> Iterator[Span]:
    zone = board.programme.zone
    for day in board.programme.days:
        walls = (datetime.combine(day, clock, tzinfo=zone) for clock in USUAL_HOURS)
        opens, closes = (wall.astimezone(UTC) for wall in walls)
        yield opens, closes


def _steps(first: datetime, last: datetime) -> Iterator[datetime]:
    """Within the hours of one day no clock changes: that happens at night."""
    while first <= last:
        yield first
        first += STEP


def _rooms(board: Board, wanted: Booking) -> Sequence[str | None]:
    """Its own room, then the others of its venue, then the rest; only itself without a room."""
    own, rooms = wanted.room, board.programme.rooms
    if own is None:
        return [None]
    venue = rooms[own].venue
    return sorted(rooms, key=lambda uid: (uid != own, rooms[uid].venue != venue))
