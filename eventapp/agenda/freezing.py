"""Draft to release: reads the rows of an event into an immutable PublishedAgenda."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import NamedTuple, TypeVar
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from eventapp.agenda.kinds import SlotState
from eventapp.agenda.models import Appearance, Session, Track
from eventapp.agenda.published import (
    NOTHING,
    PublishedAgenda,
    PublishedAppearance,
    PublishedEvent,
    PublishedOrganisation,
    PublishedParent,
    PublishedPerson,
    PublishedRoom,
    PublishedSeries,
    PublishedSession,
    PublishedTrack,
    PublishedVenue,
    Stamp,
)
from eventapp.events.models import Event, Room, Series, Venue
from eventapp.people.models import Organisation, Person
from eventapp.plumbing.database import db
from eventapp.translation.approving import Approvals, TextUnit, approvals_of
from eventapp.translation.states import TextState, published_text
from eventapp.values.bilingual import Bilingual, PublishedText
from eventapp.values.language import Language

T = TypeVar("T")

Row = Series | Event | Venue | Room | Track | Organisation | Person | Session

#: The texts of each kind of row that the public reads, and that must be approved.
PUBLIC_TEXTS: dict[type, tuple[str, ...]] = {
    Series: ("title",),
    Event: ("title", "summary"),
    Venue: ("name", "city"),
    Room: ("name",),
    Track: ("name",),
    Organisation: ("name",),
    Person: ("honorific", "function"),
    Session: ("title", "abstract"),
}


class Gap(NamedTuple):
    """A public text that one language lacks. `thing` and `name` say whose: session, S12."""

    thing: str
    name: str
    field: str
    language: Language
    state: TextState
    subject: UUID


class Frozen(NamedTuple):
    """A draft as it stands: its agenda without history, and the texts that it lacks."""

    agenda: PublishedAgenda
    gaps: list[Gap]


def sessions_to_publish(event: Event) -> list[Session]:
    """All sessions that a release may hold, in the order of the programme."""
    return [each for each in all_sessions(event) if each.state is not SlotState.DRAFT]


def all_sessions(event: Event) -> list[Session]:
    """All sessions, drafts among them, in the order of the programme."""
    query = (
        select(Session)
        .where(Session.event == event)
        .options(
            selectinload(Session.appearances)
            .selectinload(Appearance.person)
            .selectinload(Person.organisation),
            selectinload(Session.room).selectinload(Room.venue),
            selectinload(Session.track),
        )
    )
    return sorted(db.session.scalars(query), key=_programme_order)


def public_units(event: Event) -> list[TextUnit]:
    """Every text of the event that a release would show."""
    rows = rows_to_publish(event, sessions_to_publish(event))
    return [unit for row in rows for unit in units_of(row)]


def all_rows(event: Event) -> dict[Row, bool]:
    """Everything of the event that has public texts, and whether a release would show it."""
    sessions = all_sessions(event)
    tracks = db.session.scalars(select(Track).where(Track.event_id == event.id))
    shown = [each for each in sessions if each.state is not SlotState.DRAFT]
    rows = dict.fromkeys(rows_to_publish(event, shown), True)
    for row in (*rows_to_publish(event, sessions), *event.rooms, *tracks):
        rows.setdefault(row, False)
    return rows


def units_of(row: object) -> list[TextUnit]:
    """The public texts of one row, empty ones included."""
    return [
        TextUnit(row.uid, field, getattr(row, field))  # type: ignore[attr-defined]
        for field in PUBLIC_TEXTS[type(row)]
    ]


def freeze(event: Event, *, now: datetime) -> Frozen:
    """The event's public programme as it stands now, every text checked for approval.

    All stamps are those of a first publication; `revisions.stamped` gives them their history.
    """
    sessions = sessions_to_publish(event)
    rows = rows_to_publish(event, sessions)
    approvals = approvals_of(row.uid for row in rows)
    stamp = Stamp(0, now, now)
    text = partial(_text, approvals)
    agenda = PublishedAgenda(
        event=_event(event, text, stamp),
        sessions=tuple(_session(session, text, stamp) for session in sessions),
        tracks=tuple(_track(row, text) for row in rows if isinstance(row, Track)),
        venues=tuple(_venue(row, text) for row in rows if isinstance(row, Venue)),
        rooms=tuple(_room(row, text) for row in rows if isinstance(row, Room)),
        people=tuple(_person(row, text) for row in rows if isinstance(row, Person)),
        organisations=tuple(
            _organisation(row, text) for row in rows if isinstance(row, Organisation)
        ),
    )
    return Frozen(agenda, list(_gaps(rows, approvals)))


def event_as_it_stands(event: Event, *, now: datetime) -> PublishedEvent:
    """What the event is called and when it is, for those who are told of it before its release.

    Its summary is nobody's business yet.
    """
    return replace(_event(event, _wording_now, Stamp(0, now, now)), summary=NOTHING)


def place_as_it_stands(room: Room) -> tuple[PublishedRoom, PublishedVenue | None]:
    """Where something private takes place: a room and its building, approved or not."""
    venue = _venue(room.venue, _wording_now) if room.venue else None
    return _room(room, _wording_now), venue


def _wording_now(row: Row, field: str) -> PublishedText:
    return _as_it_stands(getattr(row, field))


Text = Callable[[Row, str], PublishedText]


def rows_to_publish(event: Event, sessions: list[Session]) -> list[Row]:
    """The event and all that its sessions refer to, each once, in printed order."""
    people = _once(
        appearance.person
        for session in sessions
        for appearance in session.appearances
        if _is_public(appearance)
    )
    rooms = sorted(_once(session.room for session in sessions), key=_position)
    tracks = sorted(_once(session.track for session in sessions), key=_position)
    venues = sorted(_once([*event.venues, *(room.venue for room in rooms)]), key=_position)
    return [
        *_once([event.series]),
        event,
        *venues,
        *rooms,
        *tracks,
        *sorted(_once(person.organisation for person in people), key=lambda each: each.uid),
        *sorted(people, key=lambda person: person.uid),
        *sessions,
    ]


def _once(things: Iterable[T | None]) -> list[T]:
    return list(dict.fromkeys(thing for thing in things if thing is not None))


def _programme_order(session: Session) -> tuple[bool, float, int, str]:
    """By start and room; what has no time yet comes last."""
    start = session.span.starts_at.timestamp() if session.span else 0.0
    position = session.room.position if session.room else -1
    return session.span is None, start, position, session.code


def _position(row: Track | Room | Venue) -> tuple[int, int]:
    return row.position, row.id


def _is_public(appearance: Appearance) -> bool:
    return appearance.state.is_public and appearance.role.is_public


def _gaps(rows: list[Row], approvals: Approvals) -> Iterable[Gap]:
    for row in rows:
        for unit in units_of(row):
            for language, state in approvals.states(unit).items():
                if state not in (TextState.APPROVED, TextState.EMPTY):
                    thing = type(row).__name__.lower()
                    yield Gap(thing, _name_of(row), unit.field, language, state, row.uid)


def _name_of(row: Row) -> str:
    """What an organizer knows the row by."""
    if isinstance(row, Series | Event):
        return row.slug
    if isinstance(row, Venue | Organisation):
        return row.name.text(Language.EN).text
    return row.name if isinstance(row, Person) else row.code


def _text(approvals: Approvals, row: Row, field: str) -> PublishedText:
    text: Bilingual = getattr(row, field)
    return published_text(text, approvals.states(TextUnit(row.uid, field, text)))


def _event(event: Event, text: Text, stamp: Stamp) -> PublishedEvent:
    series, parent = event.series, event.parent
    return PublishedEvent(
        uid=str(event.uid),
        slug=event.slug,
        kind=event.kind,
        title=text(event, "title"),
        zone=event.zone,
        stamp=stamp,
        order=event.order,
        format=event.format,
        state=event.state,
        summary=text(event, "summary"),
        starts_on=event.starts_on,
        ends_on=event.ends_on,
        precision=event.precision,
        day_change=event.day_change,
        series=PublishedSeries(series.slug, text(series, "title")) if series else None,
        edition=event.edition,
        parent=PublishedParent(parent.slug, _as_it_stands(parent.title)) if parent else None,
        is_demonstration=event.is_demonstration,
    )


def _as_it_stands(text: Bilingual) -> PublishedText:
    """The name of another event, which that event's own releases answer for."""
    return PublishedText(text.fr, text.en)


def _session(session: Session, text: Text, stamp: Stamp) -> PublishedSession:
    return PublishedSession(
        uid=str(session.uid),
        code=session.code,
        kind=session.kind,
        title=text(session, "title"),
        stamp=stamp,
        abstract=text(session, "abstract"),
        state=session.state,
        visibility=session.visibility,
        span=session.span,
        room=_uid(session.room),
        track=_uid(session.track),
        floor_languages=session.floor_languages,
        interpretation_languages=session.interpretation_languages,
        join_link=session.join_link,
        appearances=tuple(
            PublishedAppearance(str(each.person.uid), each.role, each.state)
            for each in session.appearances
            if _is_public(each)
        ),
    )


def _uid(row: Room | Track | Venue | Organisation | None) -> str | None:
    return str(row.uid) if row else None


def _track(track: Track, text: Text) -> PublishedTrack:
    return PublishedTrack(str(track.uid), track.code, text(track, "name"), track.colour)


def _venue(venue: Venue, text: Text) -> PublishedVenue:
    return PublishedVenue(
        uid=str(venue.uid),
        name=text(venue, "name"),
        address=venue.address,
        city=text(venue, "city"),
        country=venue.country,
        latitude=venue.latitude,
        longitude=venue.longitude,
    )


def _room(room: Room, text: Text) -> PublishedRoom:
    return PublishedRoom(
        str(room.uid), room.code, text(room, "name"), _uid(room.venue), room.capacity
    )


def _person(person: Person, text: Text) -> PublishedPerson:
    return PublishedPerson(
        uid=str(person.uid),
        code=person.code,
        name=person.name,
        sort_fr=person.sorts_as(Language.FR),
        sort_en=person.sorts_as(Language.EN),
        honorific=text(person, "honorific"),
        function=text(person, "function"),
        organisation=_uid(person.organisation),
        country=person.country,
    )


def _organisation(organisation: Organisation, text: Text) -> PublishedOrganisation:
    return PublishedOrganisation(
        str(organisation.uid), text(organisation, "name"), organisation.sector, organisation.country
    )
