"""The detailed agenda: every session with its people and its abstract, whole. Pure."""

from collections.abc import Sequence
from typing import TypedDict

from eventapp.agenda.published import PublishedSession
from eventapp.agenda.reading import Day, Reading, capitalized
from eventapp.documents.document import Document, Masthead
from eventapp.documents.passages import Passage, Prose, prose
from eventapp.documents.sessions import (
    Group,
    Hours,
    clock,
    groups,
    hours,
    languages,
    mark,
    title,
    where,
)
from eventapp.values.language import Language

#: From how many sessions on there are contents, and until how many these name each session;
#: beyond, they tell the page on which each hour begins.
CONTENTS_FROM = 12
CONTENTS_NAME_UNTIL = 60

#: Until what length a session stays whole on its page: about a third of one.
LONG = 900  # characters
LINE = 60  # characters, at least, that a line of its own stands for


class SessionSide(TypedDict):
    """A session for the readers of one language; `mark` is its state, where it is not settled."""

    lang: str
    title: Passage
    mark: str
    url: str
    where: list[Passage]
    languages: list[str]
    groups: list[Group]
    abstract: Prose | None


class SessionRow(TypedDict):
    """A session in all the document's languages; `label` is what contents refer to.

    One that `is_long` may break over pages.
    """

    label: str
    is_long: bool
    hours: Hours
    is_interval: bool
    is_cancelled: bool
    colour: int | None
    sides: list[SessionSide]


class Entry(TypedDict):
    """A line of the contents; `titles` is empty where it stands for a whole hour."""

    label: str
    time: str
    titles: list[Passage]


class DayPart(TypedDict):
    """A day; its names in the document's languages."""

    names: list[str]
    contents: list[Entry]
    sessions: list[SessionRow]


class Detailed(TypedDict):
    """What `agenda-detailed.typ` prints."""

    masthead: Masthead
    days: list[DayPart]


def detailed(document: Document) -> Detailed:
    """Every day of the agenda, then the sessions that have no time yet."""
    sessions = document.release.agenda.sessions
    days = zip(*(reading.days(sessions) for reading in document.readings), strict=True)
    return {
        "masthead": document.masthead(),
        "days": [_day(sides, document) for sides in days],
    }


def _day(sides: Sequence[Day], document: Document) -> DayPart:
    day = sides[0]
    return {
        "names": [capitalized(side.name) for side in sides],
        "contents": _contents(day, document),
        "sessions": [_row(session, day, document) for session in day.sessions],
    }


def _row(session: PublishedSession, day: Day, document: Document) -> SessionRow:
    track = document.release.agenda.track_of(session)
    return {
        "label": session.uid,
        "is_long": any(_length(session, language) > LONG for language in Language),
        "hours": hours(session.span, day.on, document.readings),
        "is_interval": session.kind.is_interval,
        "is_cancelled": session.is_cancelled,
        "colour": track.colour if track else None,
        "sides": [_side(session, reading, document) for reading in document.readings],
    }


def _length(session: PublishedSession, language: Language) -> int:
    abstract = session.abstract.strict(language)
    return len(abstract) + LINE * (abstract.count("\n") + len(session.appearances))


def _side(session: PublishedSession, reading: Reading, document: Document) -> SessionSide:
    language = reading.language
    is_alone = len(document.readings) == 1
    return {
        "lang": language.value,
        "title": title(session, reading),
        "mark": mark(session, reading),
        "url": document.site.session(language, session),
        "where": where(session, reading),
        "languages": languages(session, reading),
        "groups": groups(session, reading),
        "abstract": prose(reading.text(session.abstract), language, is_alone=is_alone),
    }


def _contents(day: Day, document: Document) -> list[Entry]:
    count = len(document.release.agenda.sessions)
    if count < CONTENTS_FROM:
        return []
    if count > CONTENTS_NAME_UNTIL:
        return _hourly(day, document)
    return [
        {
            "label": session.uid,
            "time": hours(session.span, day.on, document.readings)["start"],
            "titles": [title(session, reading) for reading in document.readings],
        }
        for session in day.sessions
    ]


def _hourly(day: Day, document: Document) -> list[Entry]:
    """The first session that begins in each hour."""
    first = {
        session.span.start.replace(minute=0): session
        for session in reversed(day.sessions)
        if session.span
    }
    return [
        {"label": session.uid, "time": clock(hour, document.readings), "titles": []}
        for hour, session in sorted(first.items())
    ]
