"""Rooms: one meeting at a time, large enough, with what it needs. Intervals take no room."""

from collections.abc import Iterable

from eventapp.planning.board import Board, Booking
from eventapp.planning.conflicts import Conflict, Severity
from eventapp.planning.rules.base import Remedy, Rule, booked, close_pairs
from eventapp.planning.telling import Teller
from eventapp.values.catalogue import N_
from eventapp.values.typography import enumeration


class RoomTwice(Rule):
    """Sessions that are declared joint are one meeting."""

    code = "room_twice"
    name = N_("Two sessions in one room at once")
    severity = Severity.ERROR

    def find(self, board: Board, around: str | None = None) -> Iterable[Conflict]:
        for room, bookings in _rooms(board, around):
            meetings = (each for each in bookings if not each.activity.is_interval)
            for first, second in close_pairs(meetings, around):
                if not first.is_joint_with(second):
                    yield self.conflict(first, second, subject=room)

    def explain(self, conflict: Conflict, teller: Teller) -> str:
        first, second = (teller.session(uid) for uid in conflict.parties)
        return teller.say(
            N_("Two sessions are in %(room)s at once: %(first)s and %(second)s."),
            room=teller.room(conflict.subject),
            first=first,
            second=second,
        )


class RoomTooSmall(Rule):
    """More people expected than there are seats, where both are known."""

    code = "room_too_small"
    name = N_("A room too small for the people expected")
    severity = Severity.WARNING
    remedy = Remedy.ANOTHER_ROOM

    def find(self, board: Board, around: str | None = None) -> Iterable[Conflict]:
        for booking, room in _meetings(board, around):
            expected, seats = booking.activity.expected, board.programme.rooms[room].capacity
            if expected is not None and seats is not None and expected > seats:
                yield self.conflict(booking, subject=room, facts=(expected, seats))

    def explain(self, conflict: Conflict, teller: Teller) -> str:
        expected, seats = (int(each) for each in conflict.facts)
        return teller.say(
            N_("%(session)s expects %(people)s, and %(room)s has %(seats)s."),
            session=teller.session(conflict.parties[0]),
            people=teller.counted("%(num)s person", "%(num)s people", expected),
            room=teller.room(conflict.subject),
            seats=teller.counted("%(num)s seat", "%(num)s seats", seats),
        )


class EquipmentMissing(Rule):
    """What a session needs and its room does not offer."""

    code = "equipment_missing"
    name = N_("A room without the equipment that a session needs")
    severity = Severity.WARNING
    remedy = Remedy.ANOTHER_ROOM

    def find(self, board: Board, around: str | None = None) -> Iterable[Conflict]:
        for booking, room in _meetings(board, around):
            offered = board.programme.rooms[room].equipment
            missing = tuple(each for each in booking.activity.equipment if each not in offered)
            if missing:
                yield self.conflict(booking, subject=room, facts=missing)

    def explain(self, conflict: Conflict, teller: Teller) -> str:
        names = [teller.name(str(code)) for code in conflict.facts]
        return teller.say(
            N_("%(session)s needs what %(room)s does not offer: %(equipment)s."),
            session=teller.session(conflict.parties[0]),
            room=teller.room(conflict.subject),
            equipment=enumeration(names, teller.language),
        )


def _rooms(board: Board, around: str | None) -> Iterable[tuple[str, tuple[Booking, ...]]]:
    """Every room with what is in it, or the room of the activity that is asked about."""
    if around is None:
        return board.by_room.items()
    rooms = (each.room for each in booked(board, around) if each.room)
    return [(room, board.by_room[room]) for room in rooms]


def _meetings(board: Board, around: str | None) -> Iterable[tuple[Booking, str]]:
    """What has a room and is no interval, with its room."""
    for booking in booked(board, around):
        if booking.room and not booking.activity.is_interval:
            yield booking, booking.room
