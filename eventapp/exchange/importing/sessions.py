"""Sessions: found by uid or made; those that are gone; those that come back."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from eventapp.agenda.kinds import SessionKind, SlotState, Visibility
from eventapp.agenda.models import Appearance, Session, Slot, Track
from eventapp.events.models import Event, Room
from eventapp.exchange.importing.people import merge_appearances
from eventapp.exchange.importing.report import Thing
from eventapp.exchange.importing.updating import Codes, Update
from eventapp.exchange.schedule import ScheduledSession
from eventapp.people.models import Person
from eventapp.plumbing.database import db
from eventapp.values.bilingual import Wording
from eventapp.values.language import Language
from eventapp.values.timespan import TimeSpan


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the sessions of a schedule refer to, by the keys of the file.

    `source` marks them as that schedule's. Texts are filed under `language`; where that is None,
    under the language that a session is held in if it is one of the two, else the update's.
    """

    source: str
    language: Language | None
    rooms: Mapping[str, Room]
    tracks: Mapping[str, Track]
    people: Mapping[str, Person]


@dataclass(frozen=True, slots=True)
class Outcome:
    """The schedule's sessions that its file no longer holds, and how many cancelled came back."""

    vanished: list[Session]
    restored: int


def merge_sessions(
    update: Update, scheduled: Iterable[ScheduledSession], around: Surroundings
) -> Outcome:
    """Writes the sessions of the file; new ones are confirmed and public."""
    event, seen, restored = update.event, set[UUID](), 0
    rows = {row.uid: row for row in _sessions_of(event)}
    codes = Codes(db.session.scalars(select(Slot.code).where(Slot.event_id == event.id)))
    for each in scheduled:
        uid = update.uid(Thing.SESSION, each.key)
        row = rows.get(uid) or _new_session(event, uid, codes.unused(each.code))
        is_back = _restore(row)
        is_changed = _write(update, row, each, around)
        update.count(Thing.SESSION, is_new=uid not in rows, is_changed=is_changed or is_back)
        restored += is_back
        seen.add(uid)
    return Outcome(
        [row for uid, row in rows.items() if uid not in seen and _is_vanished(row, around.source)],
        restored,
    )


def cancel(session: Session) -> None:
    """Cancels a vanished session. Without its source, a later file knows that no person did."""
    session.state, session.source = SlotState.CANCELLED, ""


def _restore(session: Session) -> bool:
    if session.state is not SlotState.CANCELLED or session.source:
        return False
    session.state = SlotState.CONFIRMED
    return True


def _is_vanished(session: Session, source: str) -> bool:
    return session.source == source and session.state not in {SlotState.CANCELLED, SlotState.DRAFT}


def _sessions_of(event: Event) -> Iterable[Session]:
    """All sessions of the event, with what `_write` compares."""
    query = select(Session).where(Session.event_id == event.id)
    people = selectinload(Session.appearances).selectinload(Appearance.person)
    return db.session.scalars(
        query.options(people, selectinload(Session.room), selectinload(Session.track))
    )


def _new_session(event: Event, uid: UUID, code: str) -> Session:
    session = Session(
        uid=uid,
        event_id=event.id,
        code=code,
        state=SlotState.CONFIRMED,
        visibility=Visibility.PUBLIC,
        appearances=[],
    )
    db.session.add(session)
    return session


def _write(update: Update, row: Session, scheduled: ScheduledSession, around: Surroundings) -> bool:
    language = around.language or scheduled.text_language or update.language
    span = scheduled.span
    is_changed = update.write(
        row,
        title=Wording(scheduled.full_title(language), language),
        abstract=Wording(scheduled.abstract, language),
        # “Other” is what a kind is that the file does not tell.
        kind=scheduled.kind if scheduled.kind is not SessionKind.OTHER else None,
        span=TimeSpan.between(span.starts_at, span.ends_at, update.event.zone),
        room=around.rooms.get(scheduled.room or ""),
        track=around.tracks.get(scheduled.track or ""),
        floor_languages=scheduled.languages,
        source=around.source,
    )
    return merge_appearances(row, scheduled.people, around.people) or is_changed
