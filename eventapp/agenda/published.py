"""What a release holds: the whole public truth about a programme, in both languages.

Plain immutable data that knows no database and no web; every page, feed and paper is a pure
function of a release, a language and a selection. Things refer to each other by `uid`, which
never changes; `code` is what addresses show.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from functools import cached_property
from typing import Protocol, TypeVar

from eventapp.agenda.kinds import AppearanceState, Role, SessionKind, SlotState, Visibility
from eventapp.events.kinds import DatePrecision, EventFormat, EventKind, EventState, Sector
from eventapp.values.addresses import opens_by_itself
from eventapp.values.bilingual import Bilingual, PublishedText
from eventapp.values.language import LanguageOrder
from eventapp.values.timespan import TimeSpan

NOTHING = PublishedText()
NO_NOTE = Bilingual()


class _Identified(Protocol):
    @property
    def uid(self) -> str: ...


_T = TypeVar("_T", bound=_Identified)


@dataclass(frozen=True)
class Stamp:
    """How often something visible changed, and when: a calendar's SEQUENCE and LAST-MODIFIED.

    All instants are aware, in UTC, in whole seconds.
    """

    revision: int
    revised_at: datetime
    first_published_at: datetime


@dataclass(frozen=True)
class PublishedOrganisation:
    """An organisation that somebody in the programme belongs to."""

    uid: str
    name: PublishedText
    sector: Sector
    country: str = ""  # ISO 3166-1 alpha-2, or empty


@dataclass(frozen=True)
class PublishedPerson:
    """A person as this programme names them; functions are a snapshot, since people move."""

    uid: str
    code: str
    name: str
    sort_fr: str
    sort_en: str
    honorific: PublishedText = NOTHING
    function: PublishedText = NOTHING
    organisation: str | None = None
    country: str = ""


@dataclass(frozen=True)
class PublishedVenue:
    """A building; the position is in degrees (WGS 84) where it is known."""

    uid: str
    name: PublishedText
    address: str = ""
    city: PublishedText = NOTHING
    country: str = ""
    latitude: float | None = None
    longitude: float | None = None


@dataclass(frozen=True)
class PublishedRoom:
    """A room; `capacity` in seats where it is known."""

    uid: str
    code: str
    name: PublishedText
    venue: str | None = None
    capacity: int | None = None


@dataclass(frozen=True)
class PublishedTrack:
    """`colour` is an index (0 to 7) into the palette that screen and paper share."""

    uid: str
    code: str
    name: PublishedText
    colour: int = 0


@dataclass(frozen=True)
class PublishedAppearance:
    """Who appears in a session, and as what."""

    person: str
    role: Role
    state: AppearanceState = AppearanceState.CONFIRMED


@dataclass(frozen=True)
class PublishedSession:
    """A session; `span` is None while it has no time yet. Texts with Markdown: `abstract`."""

    uid: str
    code: str
    kind: SessionKind
    title: PublishedText
    stamp: Stamp
    abstract: PublishedText = NOTHING
    state: SlotState = SlotState.CONFIRMED
    visibility: Visibility = Visibility.PUBLIC
    span: TimeSpan | None = None
    room: str | None = None
    track: str | None = None
    floor_languages: tuple[str, ...] = ()
    interpretation_languages: tuple[str, ...] = ()
    join_link: str = ""
    appearances: tuple[PublishedAppearance, ...] = ()

    @property
    def is_cancelled(self) -> bool:
        return self.state is SlotState.CANCELLED

    @property
    def is_tentative(self) -> bool:
        return self.state is SlotState.TENTATIVE


@dataclass(frozen=True)
class PublishedSeries:
    """The series that an event is an edition of."""

    slug: str
    title: PublishedText


@dataclass(frozen=True)
class PublishedParent:
    """The larger event that an event is a part of."""

    slug: str
    title: PublishedText


@dataclass(frozen=True)
class PublishedEvent:
    """The event's own facts.

    `zone` is an IANA name; a day of the programme ends at `day_change`, a wall time.
    """

    uid: str
    slug: str
    kind: EventKind
    title: PublishedText
    zone: str
    stamp: Stamp
    order: LanguageOrder = LanguageOrder.FR_FIRST
    format: EventFormat = EventFormat.IN_PERSON
    state: EventState = EventState.PUBLISHED
    summary: PublishedText = NOTHING
    starts_on: date | None = None
    ends_on: date | None = None
    precision: DatePrecision = DatePrecision.DAY
    day_change: time = time(0)
    series: PublishedSeries | None = None
    edition: str = ""
    parent: PublishedParent | None = None
    is_demonstration: bool = False

    def day_of(self, span: TimeSpan) -> date:
        """The programme day of a span: a night session belongs to the evening before."""
        return self.day_at(span.start)

    def day_at(self, wall: datetime) -> date:
        """The programme day of a wall time."""
        change = timedelta(hours=self.day_change.hour, minutes=self.day_change.minute)
        return (wall - change).date()


@dataclass(frozen=True)
class PublishedAgenda:
    """Everything of one event, each list in its printed order."""

    event: PublishedEvent
    sessions: tuple[PublishedSession, ...] = ()
    tracks: tuple[PublishedTrack, ...] = ()
    venues: tuple[PublishedVenue, ...] = ()
    rooms: tuple[PublishedRoom, ...] = ()
    people: tuple[PublishedPerson, ...] = ()
    organisations: tuple[PublishedOrganisation, ...] = ()

    @cached_property
    def session_by_uid(self) -> Mapping[str, PublishedSession]:
        return _by_uid(self.sessions)

    @cached_property
    def session_by_code(self) -> Mapping[str, PublishedSession]:
        return {session.code: session for session in self.sessions}

    @cached_property
    def track_by_uid(self) -> Mapping[str, PublishedTrack]:
        return _by_uid(self.tracks)

    @cached_property
    def venue_by_uid(self) -> Mapping[str, PublishedVenue]:
        return _by_uid(self.venues)

    @cached_property
    def room_by_uid(self) -> Mapping[str, PublishedRoom]:
        return _by_uid(self.rooms)

    @cached_property
    def person_by_uid(self) -> Mapping[str, PublishedPerson]:
        return _by_uid(self.people)

    @cached_property
    def organisation_by_uid(self) -> Mapping[str, PublishedOrganisation]:
        return _by_uid(self.organisations)

    @cached_property
    def days(self) -> tuple[date, ...]:
        """The days on which something takes place, in order."""
        spans = (session.span for session in self.sessions)
        return tuple(sorted({self.event.day_of(span) for span in spans if span}))

    def track_of(self, session: PublishedSession) -> PublishedTrack | None:
        return self.track_by_uid[session.track] if session.track else None

    def room_of(self, session: PublishedSession) -> PublishedRoom | None:
        return self.room_by_uid[session.room] if session.room else None

    def venue_of(self, room: PublishedRoom) -> PublishedVenue | None:
        return self.venue_by_uid[room.venue] if room.venue else None

    def organisation_of(self, person: PublishedPerson) -> PublishedOrganisation | None:
        return self.organisation_by_uid[person.organisation] if person.organisation else None

    def sessions_of(self, person: PublishedPerson) -> tuple[PublishedSession, ...]:
        return tuple(
            session
            for session in self.sessions
            if any(appearance.person == person.uid for appearance in session.appearances)
        )

    def seen_by(self, audience: Visibility, held: Collection[str] = ()) -> "PublishedAgenda":
        """The part that an audience may read, without a trace of the rest.

        The one place where visibility is decided: every renderer is fed from here. `held` are the
        uids of sessions that are held for the reader's own delegation or in which they appear:
        such ones they read also where these are for one delegation. A link that opens by itself
        is not for the public.
        """
        order = list(Visibility)
        seen = self.keeping(
            lambda s: (
                order.index(s.visibility) <= order.index(audience)
                or (s.visibility is Visibility.DELEGATION and s.uid in held)
            )
        )
        if audience is not Visibility.PUBLIC:
            return seen
        return replace(seen, sessions=tuple(map(_without_password, seen.sessions)))

    def keeping(self, wanted: "Callable[[PublishedSession], bool]") -> "PublishedAgenda":
        """The agenda with these sessions only, and only what they refer to."""
        sessions = tuple(filter(wanted, self.sessions))
        if len(sessions) == len(self.sessions):
            return self
        rooms = _referred(self.rooms, (session.room for session in sessions))
        people = _referred(
            self.people,
            (appearance.person for session in sessions for appearance in session.appearances),
        )
        return replace(
            self,
            sessions=sessions,
            tracks=_referred(self.tracks, (session.track for session in sessions)),
            rooms=rooms,
            venues=_referred(self.venues, (room.venue for room in rooms)),
            people=people,
            organisations=_referred(self.organisations, (person.organisation for person in people)),
        )


@dataclass(frozen=True)
class PublishedRelease:
    """A numbered freeze. `digest` is the SHA-256 of the agenda's JSON, in hexadecimal."""

    number: int
    published_at: datetime
    digest: str
    agenda: PublishedAgenda
    note: Bilingual = NO_NOTE
    replaces: int | None = None


def _without_password(session: PublishedSession) -> PublishedSession:
    return replace(session, join_link="") if opens_by_itself(session.join_link) else session


def _by_uid(things: Iterable[_T]) -> Mapping[str, _T]:
    return {thing.uid: thing for thing in things}


def _referred(things: tuple[_T, ...], uids: Iterable[str | None]) -> tuple[_T, ...]:
    wanted = set(uids)
    return tuple(thing for thing in things if thing.uid in wanted)
