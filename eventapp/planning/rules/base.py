"""What every rule is, and how bookings that come too close are found."""

from collections.abc import Iterable, Iterator
from datetime import timedelta
from enum import Enum, auto
from typing import ClassVar

from eventapp.planning.board import Board, Booking
from eventapp.planning.conflicts import Conflict, Severity
from eventapp.planning.telling import Teller

AT_ONCE = timedelta(0)


class Remedy(Enum):
    """What could help where a rule is broken."""

    ANOTHER_TIME = auto()  # or another room
    ANOTHER_ROOM = auto()  # at whatever time
    ANOTHER_PLAN = auto()  # no time and no room


class Rule:
    """One thing that must hold. `name` is a message that says it on the page of the rules."""

    code: ClassVar[str]
    name: ClassVar[str]
    severity: ClassVar[Severity]
    remedy: ClassVar[Remedy] = Remedy.ANOTHER_TIME

    def find(self, board: Board, around: str | None = None) -> Iterable[Conflict]:
        """Every conflict, or those that one activity is a party to."""
        raise NotImplementedError

    def explain(self, conflict: Conflict, teller: Teller) -> str:
        """What is wrong, with both sides named."""
        raise NotImplementedError

    def conflict(
        self, *parties: Booking, subject: str = "", facts: tuple[str | int, ...] = ()
    ) -> Conflict:
        """A finding of this rule. Parties come with the earlier first."""
        return Conflict(
            self.code, self.severity, tuple(each.uid for each in parties), subject, facts
        )


def close_pairs(
    bookings: Iterable[Booking], around: str | None, within: timedelta = AT_ONCE
) -> Iterator[tuple[Booking, Booking]]:
    """Pairs that overlap, or that less than `within` lies between; the earlier first."""
    if around is not None:
        return _pairs_around(bookings, around, within)
    return _all_pairs(sorted(bookings, key=in_time), within)


def in_time(booking: Booking) -> tuple[object, str]:
    """The order of bookings: by start, and always the same."""
    return booking.starts_at, booking.activity.uid


def booked(board: Board, around: str | None) -> Iterable[Booking]:
    """All bookings, or the one that is asked about."""
    if around is None:
        return board.bookings.values()
    return [board.bookings[around]] if around in board.bookings else []


def people_of(board: Board, around: str | None) -> Iterable[str]:
    """Everybody, or those who take part in the activity that is asked about, each once."""
    programme = board.programme
    if around is None:
        return programme.presences_of
    return dict.fromkeys(each.person for each in programme.presences_in.get(around, ()))


def _all_pairs(ordered: list[Booking], within: timedelta) -> Iterator[tuple[Booking, Booking]]:
    for number, first in enumerate(ordered):
        until = first.ends_at + within
        for later in ordered[number + 1 :]:
            if later.starts_at >= until:
                break
            yield first, later


def _pairs_around(
    bookings: Iterable[Booking], around: str, within: timedelta
) -> Iterator[tuple[Booking, Booking]]:
    known = tuple(bookings)
    own = next((each for each in known if each.activity.uid == around), None)
    if own is None:
        return
    since, until = own.starts_at - within, own.ends_at + within
    for other in known:
        if other is not own and other.starts_at < until and since < other.ends_at:
            yield (own, other) if in_time(own) < in_time(other) else (other, own)
