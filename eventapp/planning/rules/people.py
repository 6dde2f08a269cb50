"""People: in one place at a time, and able to get there."""

from collections.abc import Iterable
from datetime import timedelta

from eventapp.planning.board import Board
from eventapp.planning.conflicts import Conflict, Severity
from eventapp.planning.rules.base import Rule, close_pairs, people_of
from eventapp.planning.telling import Teller
from eventapp.values.catalogue import N_
from eventapp.values.typography import duration

MINUTE = timedelta(minutes=1)


class PersonTwice(Rule):
    """In whatever role: interpreters and chairs are people too."""

    code = "person_twice"
    name = N_("A person in two places at once, in any role")
    severity = Severity.ERROR

    def find(self, board: Board, around: str | None = None) -> Iterable[Conflict]:
        for person in people_of(board, around):
            for first, second in close_pairs(board.bookings_of(person), around):
                if not first.is_joint_with(second):
                    yield self.conflict(first, second, subject=person)

    def explain(self, conflict: Conflict, teller: Teller) -> str:
        first, second = conflict.parties
        return teller.say(
            N_("%(person)s is expected in two places at once: %(first)s and %(second)s."),
            person=teller.person(conflict.subject),
            first=teller.session(first, teller.role(conflict.subject, first)),
            second=teller.session(second, teller.role(conflict.subject, second)),
        )


class TravelTime(Rule):
    """Between venues; overlapping bookings are PersonTwice's."""

    code = "travel_time"
    name = N_("Too little time for a person to get from one venue to another")
    severity = Severity.ERROR

    def find(self, board: Board, around: str | None = None) -> Iterable[Conflict]:
        programme = board.programme
        if len({room.venue for room in programme.rooms.values() if room.venue}) < 2:
            return
        for person in people_of(board, around):
            bookings = board.bookings_of(person)
            for first, second in close_pairs(bookings, around, programme.longest_travel):
                gap = second.starts_at - first.ends_at
                needed = programme.travel_between(first.room, second.room)
                if timedelta(0) <= gap < needed:
                    minutes = (gap // MINUTE, needed // MINUTE)
                    yield self.conflict(first, second, subject=person, facts=minutes)

    def explain(self, conflict: Conflict, teller: Teller) -> str:
        first, second = conflict.parties
        gap, needed = (duration(timedelta(minutes=int(each))) for each in conflict.facts)
        return teller.say(
            N_(
                "%(person)s has %(gap)s to get from %(first)s to %(second)s; between these venues "
                "it takes %(needed)s."
            ),
            person=teller.person(conflict.subject),
            gap=gap,
            first=teller.session(first),
            second=teller.session(second),
            needed=needed,
        )
