"""Availability: who or what has said when they can. Whoever has not said is always available."""

from collections.abc import Iterable
from itertools import chain

from eventapp.planning.board import Board, Booking, Span
from eventapp.planning.conflicts import Conflict, Severity
from eventapp.planning.rules.base import Rule, booked, people_of
from eventapp.planning.telling import Teller
from eventapp.values.catalogue import N_
from eventapp.values.typography import DateStyle, date, enumeration, time_range


class PersonAway(Rule):
    """A person booked outside the times that they gave."""

    code = "person_away"
    name = N_("A person outside their availability")
    severity = Severity.ERROR

    def find(self, board: Board, around: str | None = None) -> Iterable[Conflict]:
        given = board.programme.availabilities
        for person in people_of(board, around):
            if person in given:
                for booking in board.bookings_of(person):
                    if around in (None, booking.uid) and not _is_within(booking, given[person]):
                        yield self.conflict(booking, subject=person, facts=_stated(given[person]))

    def explain(self, conflict: Conflict, teller: Teller) -> str:
        return teller.say(
            N_("%(session)s is outside the availability of %(name)s (%(times)s)."),
            name=teller.person(conflict.subject),
            session=teller.session(conflict.parties[0]),
            times=_times(conflict, teller),
        )


class RoomClosed(Rule):
    """A room used outside the times for which it is there."""

    code = "room_closed"
    name = N_("A room outside its availability")
    severity = Severity.ERROR

    def find(self, board: Board, around: str | None = None) -> Iterable[Conflict]:
        given = board.programme.availabilities
        for booking in booked(board, around):
            room = booking.room
            if room is None or room not in given or booking.activity.is_interval:
                continue
            if not _is_within(booking, given[room]):
                yield self.conflict(booking, subject=room, facts=_stated(given[room]))

    def explain(self, conflict: Conflict, teller: Teller) -> str:
        return teller.say(
            N_("%(session)s is outside the availability of %(name)s (%(times)s)."),
            name=teller.room(conflict.subject),
            session=teller.session(conflict.parties[0]),
            times=_times(conflict, teller),
        )


def _is_within(booking: Booking, spans: tuple[Span, ...]) -> bool:
    """Spans that touch were made one before."""
    return any(start <= booking.starts_at and booking.ends_at <= end for start, end in spans)


def _stated(spans: tuple[Span, ...]) -> tuple[str, ...]:
    """As facts, so that other times ask anew."""
    return tuple(at.isoformat() for at in chain.from_iterable(spans))


def _times(conflict: Conflict, teller: Teller) -> str:
    spans = teller.board.programme.availabilities[conflict.subject]
    return enumeration([_span(span, teller) for span in spans], teller.language)


def _span(span: Span, teller: Teller) -> str:
    start, end = (teller.local(at) for at in span)
    day = date(start.date(), teller.language, DateStyle.DAY)
    return f"{day}, {time_range(start, end, teller.language)}"
