"""Making and changing sessions and tracks; moving sessions in time is `editing`'s."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any, NamedTuple

from sqlalchemy import func, select

from eventapp.agenda.editing import refuse_far, wall_time
from eventapp.agenda.kinds import AppearanceState, Role, SlotState
from eventapp.agenda.models import Appearance, Session, Slot, Track
from eventapp.events.editing import english
from eventapp.events.models import Event
from eventapp.history.saving import rewrite
from eventapp.people.models import Person
from eventapp.plumbing.database import db
from eventapp.values.catalogue import N_
from eventapp.values.refusal import Refusal
from eventapp.values.slug import unused_code
from eventapp.values.timespan import TimeSpan

Values = Mapping[str, Any]


class Part(NamedTuple):
    """What one person does in a session. `language` is an interpreter's booth, or empty."""

    person: Person
    role: Role
    state: AppearanceState
    language: str = ""


def span_of(event: Event, day: date, start: time, end: time, *, was: TimeSpan | None) -> TimeSpan:
    """The span from one wall time of a programme day to the next such end.

    What has not changed stays as it `was`, also in an hour that happens twice. Raises Refusal for
    times that a clock change skips or doubles, for an end that is the start, and for a day that
    is too far from the event's own.
    """
    begins = wall_time(event, day, start)
    ends = datetime.combine(begins.date(), end)
    if end < start:
        ends += timedelta(days=1)
    if was and (was.start, was.end, was.zone) == (begins, ends, event.zone):
        return was
    span = TimeSpan.promised(begins, ends, event.zone)
    refuse_far(event, day)
    return span


def add_session(event: Event, values: Values, people: Sequence[Part]) -> Session:
    """A new session, with a code that reads like its title."""
    codes = select(Slot.code).where(Slot.event_id == event.id)
    taken = {*db.session.scalars(codes.execution_options(include_removed=True))}
    code = unused_code(english(values["title"]), taken, "session")
    session = Session(event=event, code=code, **values)
    session.appearances = [_appearance(part, place) for place, part in enumerate(people)]
    db.session.add(session)
    db.session.flush()
    return session


def edit_session(
    session: Session, values: Values, people: Sequence[Part], *, now: datetime
) -> None:
    """Changes a session and who appears in it, in that order."""
    rewrite(session, values, now=now)
    if _recast(session, people):
        session.touch(now)


def remove_session(session: Session, *, now: datetime) -> None:
    """Removes a session; one that was ever published is cancelled instead.

    Calendars that hold it must learn that it will not take place.
    """
    if session.revision is None:
        session.removed_at = now
    elif session.state is SlotState.CANCELLED:
        raise Refusal(N_("This session is already cancelled; calendars must go on saying so."))
    else:
        session.state = SlotState.CANCELLED
    session.touch(now)


def add_track(event: Event, values: Values) -> Track:
    """A new track, after the others."""
    codes = select(Track.code).where(Track.event_id == event.id)
    taken = {*db.session.scalars(codes.execution_options(include_removed=True))}
    highest = select(func.coalesce(func.max(Track.position), -1)).where(Track.event_id == event.id)
    code = unused_code(english(values["name"]), taken, "track")
    position = values["position"]
    if position is None:
        position = db.session.scalars(highest).one() + 1
    track = Track(event_id=event.id, code=code, **{**values, "position": position})
    db.session.add(track)
    db.session.flush()
    return track


def edit_track(track: Track, values: Values, *, now: datetime) -> Track:
    """Changes a track."""
    position = track.position if values["position"] is None else values["position"]
    rewrite(track, {**values, "position": position}, now=now)
    return track


def remove_track(track: Track, *, now: datetime) -> None:
    """Removes a track. Raises Refusal where a session belongs to it."""
    query = select(Session).where(Session.track_id == track.id).limit(1)
    session = db.session.scalars(query).first()
    if session is not None:
        raise Refusal(
            N_("“%(thing)s” is still needed by the session “%(session)s”."),
            thing=track.name,
            session=session.title,
        )
    track.removed_at = now
    track.touch(now)


def _recast(session: Session, people: Sequence[Part]) -> bool:
    """Makes the session's appearances those; returns whether anything changed."""
    before = [_part(each) for each in session.appearances]
    if before == list(people):
        return False
    known = {(each.person_id, each.role): each for each in session.appearances}
    kept = list[Appearance]()
    for place, part in enumerate(people):
        row = known.get((part.person.id, part.role)) or _appearance(part, place)
        row.state, row.language, row.position = part.state, part.language, place
        kept.append(row)
    session.appearances = kept
    return True


def _part(appearance: Appearance) -> Part:
    return Part(appearance.person, appearance.role, appearance.state, appearance.language)


def _appearance(part: Part, place: int) -> Appearance:
    return Appearance(
        person=part.person,
        role=part.role,
        state=part.state,
        language=part.language,
        position=place,
    )
