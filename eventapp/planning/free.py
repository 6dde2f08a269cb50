"""The nearest place where an activity would be in nobody's way."""

from collections.abc import Collection, Iterator, Sequence
from datetime import UTC, datetime, time, timedelta

from eventapp.planning.board import Board, Booking, Span
from eventapp.planning.conflicts import Severity
from eventapp.planning.rules.base import Remedy, Rule

STEP = timedelta(minutes=5)
USUAL_HOURS = (time(8), time(19))
NO_FURTHER = timedelta(days=7)


def nearest_free(board: Board, wanted: Booking, rules: Collection[Rule]) -> Booking | None:
    """The free place nearest in time to the wanted one, its own room preferred; None without one.

    Free means that no rule about times and rooms finds anything there. Where there is no such
    place, one that no rule calls an error will do.
    """
    about_time = [rule for rule in rules if rule.remedy is Remedy.ANOTHER_TIME]
    about_room = [rule for rule in rules if rule.remedy is Remedy.ANOTHER_ROOM]
    errors = [rule for rule in about_time if rule.severity is Severity.ERROR]
    rooms, span = _rooms(board, wanted), (wanted.starts_at, wanted.ends_at)
    fitting = [room for room in rooms if _free(board, wanted, span, room, about_room)]
    return _first(board, wanted, fitting, about_time) or _first(board, wanted, rooms, errors)


def _first(
    board: Board, wanted: Booking, rooms: Collection[str | None], rules: Collection[Rule]
) -> Booking | None:
    if not rooms:
        return None
    for span in _spans(board, wanted):
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
