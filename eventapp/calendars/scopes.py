"""What one feed holds of a programme, and under which name. Pure."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from eventapp.agenda.published import (
    NOTHING,
    PublishedAgenda,
    PublishedPerson,
    PublishedRoom,
    PublishedSession,
    PublishedTrack,
)
from eventapp.values.bilingual import PublishedText
from eventapp.values.catalogue import N_, translator
from eventapp.values.language import Language

MY_AGENDA = N_("My agenda")


@dataclass(frozen=True)
class Scope:
    """The sessions of one feed.

    `uid` tells feeds apart for ever. `title` says what is held of the event, and is empty for all
    of it. `colour` is a track's, and None where the feed has no colour of its own.
    """

    uid: str
    sessions: tuple[PublishedSession, ...]
    title: PublishedText = NOTHING
    colour: int | None = None
    holds_event: bool = False


def of_event(agenda: PublishedAgenda) -> Scope:
    """All sessions, and the event itself."""
    return Scope(agenda.event.uid, agenda.sessions, holds_event=True)


def of_track(agenda: PublishedAgenda, track: PublishedTrack) -> Scope:
    """The sessions of a track."""
    sessions = tuple(session for session in agenda.sessions if session.track == track.uid)
    return Scope(track.uid, sessions, track.name, track.colour)


def of_room(agenda: PublishedAgenda, room: PublishedRoom) -> Scope:
    """The sessions in a room."""
    sessions = tuple(session for session in agenda.sessions if session.room == room.uid)
    return Scope(room.uid, sessions, room.name)


def of_person(agenda: PublishedAgenda, person: PublishedPerson) -> Scope:
    """The sessions in which a person appears."""
    name = PublishedText(person.name, person.name)
    return Scope(person.uid, agenda.sessions_of(person), name)


def of_session(session: PublishedSession) -> Scope:
    """One session, to be saved or followed."""
    return Scope(session.uid, (session,), session.title)


def of_chosen(agenda: PublishedAgenda, uid: str, chosen: Collection[str]) -> Scope:
    """The sessions with these uids: somebody's own agenda, itself named by `uid`."""
    sessions = tuple(session for session in agenda.sessions if session.uid in chosen)
    fr, en = (translator(language)(MY_AGENDA) for language in (Language.FR, Language.EN))
    return Scope(uid, sessions, PublishedText(fr, en))


def by_address(agenda: PublishedAgenda, kind: str, code: str) -> Scope | None:
    """The scope that an address names: `tracks`, `rooms`, `people` or `sessions`, and a code."""
    match kind:
        case "tracks":
            return _first(of_track(agenda, each) for each in agenda.tracks if each.code == code)
        case "rooms":
            return _first(of_room(agenda, each) for each in agenda.rooms if each.code == code)
        case "people":
            return _first(of_person(agenda, each) for each in agenda.people if each.code == code)
    session = agenda.session_by_code.get(code)
    return of_session(session) if session else None


def _first(scopes: Iterator[Scope]) -> Scope | None:
    return next(scopes, None)
