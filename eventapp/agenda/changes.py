"""What changed between two releases, session by session. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from eventapp.agenda.kinds import SlotState
from eventapp.agenda.published import (
    NOTHING,
    PublishedAgenda,
    PublishedAppearance,
    PublishedEvent,
    PublishedSession,
    Stamp,
)

_NO_STAMP = Stamp(0, datetime.min, datetime.min)  # noqa: DTZ901 - stands for "not compared"


class Change(StrEnum):
    """One kind of change, in the order in which a change list names them."""

    ADDED = "added"
    CANCELLED = "cancelled"
    RESTORED = "restored"
    MOVED_IN_TIME = "moved_in_time"
    MOVED_TO_ROOM = "moved_to_room"
    RETITLED = "retitled"
    PEOPLE = "people"
    DETAILS = "details"
    REMOVED = "removed"


@dataclass(frozen=True)
class SessionChange:
    """What happened to one session: `before` is None if it was added, `after` if removed."""

    changes: frozenset[Change]
    before: PublishedSession | None
    after: PublishedSession | None

    @property
    def session(self) -> PublishedSession:
        """The session as it last was."""
        session = self.after or self.before
        assert session is not None  # noqa: S101 - one of the two is what changed
        return session


def between(old: PublishedAgenda | None, new: PublishedAgenda) -> tuple[SessionChange, ...]:
    """The changes from one release to another, in the order of the newer programme.

    Without an older release every session is added. Removed sessions come last.
    """
    known = old.session_by_uid if old else {}
    changed = (_change(old, known.get(session.uid), new, session) for session in new.sessions)
    removed = (
        SessionChange(frozenset({Change.REMOVED}), session, None)
        for uid, session in known.items()
        if uid not in new.session_by_uid
    )
    return *(change for change in changed if change.changes), *removed


def stamped(
    previous: PublishedAgenda | None,
    fresh: PublishedAgenda,
    history: dict[str, Stamp],
    now: datetime,
) -> PublishedAgenda:
    """The fresh agenda with its stamps: +1 if and only if something visible changed.

    `history` holds the newest stamp of every session that was ever published, by uid, since a
    session that left and comes back goes on counting.
    """
    known = previous.session_by_uid if previous else {}

    def next_stamp(session: PublishedSession) -> Stamp:
        before, last = known.get(session.uid), history.get(session.uid)
        if last is None:
            return Stamp(0, now, now)
        if before and previous and _seen(previous, before) == _seen(fresh, session):
            return before.stamp
        return Stamp(last.revision + 1, now, last.first_published_at)

    sessions = tuple(replace(session, stamp=next_stamp(session)) for session in fresh.sessions)
    return replace(fresh, event=_stamped_event(previous, fresh, now), sessions=sessions)


def _stamped_event(
    previous: PublishedAgenda | None, fresh: PublishedAgenda, now: datetime
) -> PublishedEvent:
    if previous is None:
        return replace(fresh.event, stamp=Stamp(0, now, now))
    last = previous.event.stamp
    if _seen_of_event(previous) == _seen_of_event(fresh):
        return replace(fresh.event, stamp=last)
    stamp = Stamp(last.revision + 1, now, last.first_published_at)
    return replace(fresh.event, stamp=stamp)


def _change(
    old: PublishedAgenda | None,
    before: PublishedSession | None,
    new: PublishedAgenda,
    after: PublishedSession,
) -> SessionChange:
    if old is None or before is None:
        return SessionChange(frozenset({Change.ADDED}), None, after)
    return SessionChange(frozenset(_kinds(old, before, new, after)), before, after)


def _kinds(
    old: PublishedAgenda, before: PublishedSession, new: PublishedAgenda, after: PublishedSession
) -> Iterable[Change]:
    seen_before, seen_after = _seen(old, before), _seen(new, after)
    if seen_before == seen_after:
        return
    if before.is_cancelled != after.is_cancelled:
        yield Change.CANCELLED if after.is_cancelled else Change.RESTORED
    if before.span != after.span:
        yield Change.MOVED_IN_TIME
    if seen_before.place != seen_after.place:
        yield Change.MOVED_TO_ROOM
    if before.title != after.title:
        yield Change.RETITLED
    if seen_before.people != seen_after.people:
        yield Change.PEOPLE
    if seen_before.details != seen_after.details:
        yield Change.DETAILS


@dataclass(frozen=True)
class _Seen:
    """All that a reader sees of a session, with what it refers to spelled out."""

    session: PublishedSession
    place: tuple[object, ...]
    people: tuple[object, ...]
    details: tuple[object, ...]


def _seen(agenda: PublishedAgenda, session: PublishedSession) -> _Seen:
    room, track = agenda.room_of(session), agenda.track_of(session)
    return _Seen(
        session=replace(session, stamp=_NO_STAMP, room=None, track=None, appearances=()),
        place=(room and (room.code, room.name), room and agenda.venue_of(room)),
        people=tuple(_seen_person(agenda, each) for each in session.appearances),
        details=(
            replace(
                session,
                stamp=_NO_STAMP,
                title=NOTHING,
                span=None,
                state=SlotState.CONFIRMED,
                room=None,
                track=None,
                appearances=(),
            ),
            session.is_tentative,
            track and replace(track, uid=""),
        ),
    )


def _seen_person(agenda: PublishedAgenda, appearance: PublishedAppearance) -> tuple[object, ...]:
    person = agenda.person_by_uid[appearance.person]
    organisation = agenda.organisation_of(person)
    return (
        appearance.role,
        appearance.state,
        (person.code, person.name, person.honorific, person.function),
        organisation and organisation.name,
    )


def _seen_of_event(agenda: PublishedAgenda) -> tuple[object, ...]:
    return replace(agenda.event, stamp=_NO_STAMP), agenda.venues
