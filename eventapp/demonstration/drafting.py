"""Files to rows: writes what an organizer would have typed."""

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple, TypeVar
from uuid import NAMESPACE_URL, UUID, uuid5

from sqlalchemy import select

from eventapp.agenda.kinds import AppearanceState
from eventapp.agenda.models import Appearance, Session, Track
from eventapp.demonstration.files import (
    Common,
    DraftEntry,
    Entry,
    EventFile,
    OrganisationEntry,
    PersonEntry,
    SessionEntry,
    Text,
)
from eventapp.events.kinds import EventState
from eventapp.events.models import Event, Room, Series, Venue
from eventapp.people.models import Organisation, Person
from eventapp.plumbing.database import db
from eventapp.translation.models import Term
from eventapp.values.bilingual import Bilingual
from eventapp.values.timespan import TimeSpan

NAMESPACE = uuid5(NAMESPACE_URL, "https://example.org/eventapp/demonstration")
COLOURS = 8  # of the palette that screen and paper share

E = TypeVar("E", bound=Entry)
R = TypeVar("R", Series, Organisation, Person)


def uid(*names: str) -> UUID:
    """The same on every machine, so that addresses and calendars agree."""
    return uuid5(NAMESPACE, "/".join(names))


class Shared(NamedTuple):
    """The rows that events share, by key."""

    series: Mapping[str, Series]
    people: Mapping[str, Person]


def shared(common: Common) -> Shared:
    """The rows of these entries; those that exist stay as they are."""
    organisations = _rows(Organisation, common.organisations, _organisation)
    if not db.session.scalars(select(Term).limit(1)).first():
        db.session.add_all(Term(wording=term.bilingual) for term in common.glossary)
    return Shared(
        series=_rows(Series, common.series, _series),
        people=_rows(Person, common.people, lambda key, entry: _person(key, entry, organisations)),
    )


class Draft:
    """The draft of one event, written release by release."""

    def __init__(self, file: EventFile, shared_rows: Shared) -> None:
        self.event = _event(file, shared_rows.series)
        self._people = shared_rows.people
        self._rooms = _rooms(file, self.event)
        self._sessions: dict[str, Session] = {}
        db.session.add(self.event)
        db.session.flush()  # tracks know their event by its id
        self._tracks = _tracks(file, self.event)
        db.session.add_all(self._tracks.values())

    def write(self, entries: Mapping[str, SessionEntry]) -> None:
        """Adds these sessions, or changes them.

        Raises KeyError for a room, a track or a person that the files do not hold, and Refusal
        for a time that cannot be.
        """
        for code, entry in entries.items():
            self._fill(self._sessions.get(code) or self._add(code), entry)

    def _add(self, code: str) -> Session:
        session = Session(uid=uid(self.event.slug, "session", code), event=self.event, code=code)
        db.session.add(session)
        self._sessions[code] = session
        return session

    def _fill(self, session: Session, entry: SessionEntry) -> None:
        session.kind = entry.kind
        session.title = entry.title.bilingual
        session.abstract = _bilingual(entry.abstract)
        session.span = self._span(entry)
        session.room = self._rooms[entry.room] if entry.room else None
        session.track = self._tracks[entry.track] if entry.track else None
        session.state = entry.state
        session.visibility = entry.visibility
        session.floor_languages = entry.floor
        session.interpretation_languages = entry.interpretation
        session.join_link = entry.join_link
        session.appearances = list(self._appearances(session, entry))
        session.expected = entry.expected if isinstance(entry, DraftEntry) else None

    def _span(self, entry: SessionEntry) -> TimeSpan | None:
        if entry.start is None or entry.end is None:
            return None
        return TimeSpan.promised(entry.start, entry.end, self.event.zone)

    def _appearances(self, session: Session, entry: SessionEntry) -> Iterator[Appearance]:
        """Who appears, in the order of the file; those who did before keep their rows."""
        before = {(each.role, each.person): each for each in session.appearances}
        named = [(role, key) for role, keys in entry.people.items() for key in keys]
        for position, (role, key) in enumerate(named):
            person = self._people[key]
            appearance = before.get((role, person)) or Appearance(role=role, person=person)
            appearance.position = position
            appearance.state = (
                AppearanceState.TO_BE_CONFIRMED
                if key in entry.to_be_confirmed
                else AppearanceState.CONFIRMED
            )
            yield appearance


def _rows(model: type[R], entries: Mapping[str, E], make: Callable[[str, E], R]) -> dict[str, R]:
    known = {row.uid: row for row in db.session.scalars(select(model))}
    rows = {}
    for key, entry in entries.items():
        identity = uid(model.__tablename__, key)
        rows[key] = known.get(identity) or make(key, entry)
        rows[key].uid = identity
    db.session.add_all(rows.values())
    return rows


def _series(key: str, title: Text) -> Series:
    return Series(slug=key, title=title.bilingual)


def _organisation(_key: str, entry: OrganisationEntry) -> Organisation:
    return Organisation(name=entry.name.bilingual, sector=entry.sector, country=entry.country)


def _person(key: str, entry: PersonEntry, organisations: Mapping[str, Organisation]) -> Person:
    return Person(
        code=key,
        given_name=entry.given,
        family_name=entry.family,
        sort_key=Bilingual.same(entry.sort),
        honorific=_bilingual(entry.honorific),
        function=entry.function.bilingual,
        organisation=organisations[entry.organisation],
        country=entry.country,
        email=f"{key}@example.org",
    )


def _event(file: EventFile, series: Mapping[str, Series]) -> Event:
    return Event(
        uid=uid("event", file.slug),
        slug=file.slug,
        kind=file.kind,
        title=file.title.bilingual,
        summary=file.summary.bilingual,
        series=series[file.series] if file.series else None,
        edition=file.edition,
        starts_on=file.starts_on,
        ends_on=file.ends_on,
        precision=file.precision,
        zone=file.zone,
        day_change=file.day_change,
        order=file.order,
        format=file.format,
        texts_due_on=file.texts_due_on,
        state=EventState.PUBLISHED,
        is_demonstration=True,
    )


def _rooms(file: EventFile, event: Event) -> dict[str, Room]:
    venues = {
        key: Venue(
            uid=uid(file.slug, "venue", key),
            event=event,
            name=entry.name.bilingual,
            city=entry.city.bilingual,
            country=entry.country,
            position=position,
        )
        for position, (key, entry) in enumerate(file.venues.items())
    }
    return {
        key: Room(
            uid=uid(file.slug, "room", key),
            event=event,
            venue=venues[entry.venue] if entry.venue else None,
            code=key,
            name=entry.name.bilingual,
            capacity=entry.capacity,
            position=position,
        )
        for position, (key, entry) in enumerate(file.rooms.items())
    }


def _tracks(file: EventFile, event: Event) -> dict[str, Track]:
    return {
        key: Track(
            uid=uid(file.slug, "track", key),
            event_id=event.id,
            code=key,
            name=name.bilingual,
            colour=position % COLOURS,
            position=position,
        )
        for position, (key, name) in enumerate(file.tracks.items())
    }


def _bilingual(text: Text | None) -> Bilingual:
    return text.bilingual if text else Bilingual()
