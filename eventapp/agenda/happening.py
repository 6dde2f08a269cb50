"""What takes place at a moment, and what comes next. Pure: the moment is an argument."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from eventapp.agenda.published import PublishedAgenda, PublishedSession

SOON = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Happening:
    """The sessions that run, and the next ones to begin."""

    now: tuple[PublishedSession, ...]
    following: tuple[PublishedSession, ...]


def happening_at(moment: datetime, agenda: PublishedAgenda) -> Happening:
    """What takes place at an aware moment; what was cancelled does not.

    What follows is all that begins within the hour, or else the next thing there is.
    """
    timed = sorted(
        (
            (session.span.starts_at, session.span.ends_at, session)
            for session in agenda.sessions
            if session.span and not session.is_cancelled
        ),
        key=lambda each: each[0],
    )
    later = [(start, session) for start, _, session in timed if start > moment]
    until = max(moment + SOON, later[0][0]) if later else moment
    return Happening(
        now=tuple(session for start, end, session in timed if start <= moment < end),
        following=tuple(session for start, session in later if start <= until),
    )
