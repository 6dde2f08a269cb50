"""What takes place at a moment, and what comes next. Pure: the moment is an argument."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from eventapp.agenda.published import PublishedAgenda, PublishedSession
from eventapp.values.timespan import TimeSpan

SOON = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Happening:
    """The sessions that run, and the next ones to begin.

    `is_running` from an hour before the first session of a programme to the end of its last.
    """

    now: tuple[PublishedSession, ...]
    following: tuple[PublishedSession, ...]
    is_running: bool


def happening_at(moment: datetime, agenda: PublishedAgenda) -> Happening:
    """What takes place at an aware moment; what was cancelled does not.

    What follows is all that begins within the hour, or else the next thing there is.
    """
    timed = _timed(agenda)
    later = [(span.starts_at, session) for span, session in timed if span.starts_at > moment]
    until = max(moment + SOON, later[0][0]) if later else moment
    return Happening(
        now=tuple(s for span, s in timed if span.starts_at <= moment < span.ends_at),
        following=tuple(session for start, session in later if start <= until),
        is_running=bool(timed)
        and timed[0][0].starts_at - SOON <= moment
        and any(moment < span.ends_at for span, _ in timed),
    )


def _timed(agenda: PublishedAgenda) -> list[tuple[TimeSpan, PublishedSession]]:
    """The sessions that take place, with their times, the earliest first."""
    timed = [(s.span, s) for s in agenda.sessions if s.span and not s.is_cancelled]
    return sorted(timed, key=lambda pair: pair[0].starts_at)
