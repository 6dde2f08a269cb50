"""The list of an event's sessions, as organizers sift it: by words, day, track, state, gaps."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from eventapp.agenda.editing import programme_day
from eventapp.agenda.freezing import units_of
from eventapp.agenda.models import Appearance, Session, Slot, Track
from eventapp.events.models import Event
from eventapp.people.models import Person
from eventapp.plumbing.database import db
from eventapp.translation.approving import Approvals, approvals_of
from eventapp.translation.states import TextState
from eventapp.values.folding import fold, matches
from eventapp.values.language import Language

#: From the worst on: what a whole session's texts are, where one of them is so.
WORST_FIRST = (TextState.MISSING, TextState.STALE, TextState.DRAFT, TextState.APPROVED)


class Sifting(NamedTuple):
    """What a reader asks of the list; an empty value asks for all.

    `gap` is `fr`, `en` or `any`: sessions with a text that is not approved in that language.
    """

    q: str = ""
    day: str = ""
    track: str = ""
    state: str = ""
    gap: str = ""


class Line(NamedTuple):
    """One session of the list. `texts` is how far its texts are in each language, at worst."""

    session: Session
    day: date | None
    texts: dict[Language, TextState]


def lines(event: Event) -> list[Line]:
    """All sessions of the event by their time; those without one come last."""
    query = (
        select(Session)
        .where(Session.event_id == event.id)
        .options(selectinload(Session.room), selectinload(Session.track))
    )
    sessions = sorted(db.session.scalars(query), key=_order)
    approvals = approvals_of(session.uid for session in sessions)
    return [_line(event, session, approvals) for session in sessions]


def days_of(listed: Iterable[Line]) -> list[date]:
    """The programme days of these sessions, in order."""
    return sorted({line.day for line in listed if line.day is not None})


def tracks_of(event: Event) -> list[Track]:
    """The event's tracks in their order."""
    query = select(Track).where(Track.event_id == event.id)
    return [*db.session.scalars(query.order_by(Track.position, Track.id))]


def track_of(event: Event, code: str) -> Track | None:
    """The event's track of that code."""
    query = select(Track).where(Track.event_id == event.id, Track.code == code)
    return db.session.scalars(query).one_or_none()


def session_of(event: Event, code: str) -> Session | None:
    """The event's session of that code, with those who appear in it."""
    query = (
        select(Session)
        .where(Session.event_id == event.id, Session.code == code)
        .options(selectinload(Session.appearances).selectinload(Appearance.person))
    )
    return db.session.scalars(query).one_or_none()


def _order(session: Session) -> tuple[bool, float, int, str]:
    start = session.span.starts_at.timestamp() if session.span else 0.0
    room = session.room.position if session.room else -1
    return session.span is None, start, room, session.code


def _line(event: Event, session: Session, approvals: Approvals) -> Line:
    states = [approvals.states(unit) for unit in units_of(session)]
    texts = {
        language: next(
            (worst for worst in WORST_FIRST if any(each[language] is worst for each in states)),
            TextState.EMPTY,
        )
        for language in Language
    }
    day = programme_day(event, session.span.start) if session.span else None
    return Line(session, day, texts)


def sifted(event: Event, everything: Iterable[Line], sifting: Sifting) -> list[Line]:
    """The sessions that fit all that is asked."""
    found = [line for line in everything if _is_asked_for(line, sifting)]
    if not sifting.q:
        return found
    people = _people_by_session(event)
    return [line for line in found if matches(sifting.q, _text(line.session, people))]


def _is_asked_for(line: Line, sifting: Sifting) -> bool:
    session = line.session
    return (
        sifting.track in ("", session.track.code if session.track else "none")
        and sifting.day in ("", line.day.isoformat() if line.day else "none")
        and sifting.state in ("", session.state)
        and _has_gap(line, sifting.gap)
    )


def _has_gap(line: Line, gap: str) -> bool:
    lacking = {
        language.value
        for language, state in line.texts.items()
        if state not in (TextState.APPROVED, TextState.EMPTY)
    }
    return not gap or (bool(lacking) if gap == "any" else gap in lacking)


def _people_by_session(event: Event) -> dict[int, str]:
    """What the people of each session are found by, already folded."""
    query = (
        select(Appearance.slot_id, Person.search_text)
        .join(Person, Person.id == Appearance.person_id)
        .join(Slot, Slot.id == Appearance.slot_id)
        .where(Slot.event_id == event.id)
    )
    found: dict[int, list[str]] = defaultdict(list)
    for slot, text in db.session.execute(query):
        found[slot].append(text)
    return {slot: " ".join(texts) for slot, texts in found.items()}


def _text(session: Session, people: Mapping[int, str]) -> str:
    own = fold(f"{session.code} {session.title.fr} {session.title.en}")
    return f"{own} {people.get(session.id, '')}"
