"""Interpretation: teams take turns in a booth, and nobody works in one too long.

Two interpreters a language carry up to four hours of a day, three up to six.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from eventapp.planning.board import Board, Booking, joined
from eventapp.planning.conflicts import Conflict, Severity
from eventapp.planning.rules.base import Remedy, Rule, booked, in_time, people_of
from eventapp.planning.telling import Teller
from eventapp.values.catalogue import N_
from eventapp.values.typography import DateStyle, duration
from eventapp.values.typography import date as written_date

TWO_CARRY = timedelta(hours=4)
AT_MOST = timedelta(hours=6)
MINUTE = timedelta(minutes=1)


class Team(NamedTuple):
    """The booth of one language in a session."""

    booking: Booking
    language: str
    interpreters: tuple[str, ...]


class BoothMissing(Rule):
    """A language that is promised, and nobody interprets into it."""

    code = "booth_missing"
    name = N_("A language of interpretation without a booth")
    severity = Severity.WARNING
    remedy = Remedy.ANOTHER_PLAN

    def find(self, board: Board, around: str | None = None) -> Iterable[Conflict]:
        for team in _teams(board, around):
            if not team.interpreters:
                yield self.conflict(team.booking, subject=team.language)

    def explain(self, conflict: Conflict, teller: Teller) -> str:
        return teller.say(
            N_("%(session)s promises interpretation (%(language)s), and no booth has it."),
            session=teller.session(conflict.parties[0]),
            language=teller.name(conflict.subject),
        )


class TeamTooSmall(Rule):
    """Judged by the longest day in the team, other sessions of that day included."""

    code = "team_too_small"
    name = N_("A team of interpreters too small for their day")
    severity = Severity.WARNING
    remedy = Remedy.ANOTHER_PLAN

    def find(self, board: Board, around: str | None = None) -> Iterable[Conflict]:
        for team in _teams(board, around):
            if not team.interpreters:
                continue
            day = board.day_of(team.booking)
            longest = max(_time_in_booth(board, each, day) for each in team.interpreters)
            needed = 2 if longest <= TWO_CARRY else 3
            if len(team.interpreters) < needed:
                facts = (len(team.interpreters), needed, longest // MINUTE)
                yield self.conflict(team.booking, subject=team.language, facts=facts)

    def explain(self, conflict: Conflict, teller: Teller) -> str:
        present, needed, minutes = (int(each) for each in conflict.facts)
        return teller.say(
            N_(
                "%(session)s has %(present)s for one language (%(language)s); a day of "
                "%(hours)s in the booth takes %(needed)s."
            ),
            session=teller.session(conflict.parties[0]),
            present=teller.counted("%(num)s interpreter", "%(num)s interpreters", present),
            language=teller.name(conflict.subject),
            hours=duration(timedelta(minutes=minutes)),
            needed=needed,
        )


class BoothTooLong(Rule):
    """An interpreter with more than six hours in the booth on one day, in whatever languages."""

    code = "booth_too_long"
    name = N_("An interpreter with more than six hours in a day")
    severity = Severity.ERROR

    def find(self, board: Board, around: str | None = None) -> Iterable[Conflict]:
        for person in people_of(board, around):
            for bookings in _days_in_booth(board, person).values():
                minutes = _length(bookings) // MINUTE
                is_asked = around is None or any(each.uid == around for each in bookings)
                if is_asked and _length(bookings) > AT_MOST:
                    yield self.conflict(*bookings, subject=person, facts=(minutes,))

    def explain(self, conflict: Conflict, teller: Teller) -> str:
        first = teller.board.bookings[conflict.parties[0]]
        day = written_date(teller.board.day_of(first), teller.language, DateStyle.WEEKDAY)
        return teller.say(
            N_("%(person)s is in the booth for %(hours)s on %(day)s: at most %(most)s are due."),
            person=teller.person(conflict.subject),
            hours=duration(timedelta(minutes=int(conflict.facts[0]))),
            day=day,
            most=duration(AT_MOST),
        )


def _teams(board: Board, around: str | None) -> Iterator[Team]:
    """Every booth that a session promises. An interpreter without a language has the only one."""
    for booking in booked(board, around):
        languages = booking.activity.interpretation
        if not languages:
            continue
        only = languages[0] if len(languages) == 1 else ""
        present = board.programme.presences_in.get(booking.uid, ())
        booths = [(each.language or only, each.person) for each in present if each.is_interpreter]
        for language in languages:
            people = dict.fromkeys(person for booth, person in booths if booth == language)
            yield Team(booking, language, tuple(people))


def _days_in_booth(board: Board, person: str) -> dict[date, list[Booking]]:
    """What a person interprets, by day of the programme, in order."""
    presences = board.programme.presences_of.get(person, ())
    uids = {each.activity for each in presences if each.is_interpreter}
    days = defaultdict[date, list[Booking]](list)
    for booking in sorted(
        (board.bookings[uid] for uid in uids if uid in board.bookings), key=in_time
    ):
        days[board.day_of(booking)].append(booking)
    return days


def _time_in_booth(board: Board, person: str, day: date) -> timedelta:
    return _length(_days_in_booth(board, person)[day])


def _length(bookings: Iterable[Booking]) -> timedelta:
    """What two joint sessions share counts once."""
    spans = joined((each.starts_at, each.ends_at) for each in bookings)
    return sum((end - start for start, end in spans), timedelta(0))
