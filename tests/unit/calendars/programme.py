"""A small programme made by hand, for feeds that need no database."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid5

from eventapp.agenda.kinds import AppearanceState, Role, SessionKind
from eventapp.agenda.published import (
    PublishedAgenda,
    PublishedAppearance,
    PublishedEvent,
    PublishedOrganisation,
    PublishedPerson,
    PublishedRelease,
    PublishedRoom,
    PublishedSession,
    PublishedTrack,
    PublishedVenue,
    Stamp,
)
from eventapp.calendars.entries import NO_OPTIONS, Options, Site
from eventapp.calendars.ical import feed
from eventapp.calendars.scopes import Scope, of_event
from eventapp.events.kinds import EventKind, Sector
from eventapp.values.bilingual import Bilingual, PublishedText
from eventapp.values.language import Language
from eventapp.values.timespan import TimeSpan

PUBLISHED_AT = datetime(2024, 11, 20, 15, 0, tzinfo=UTC)
STAMP = Stamp(2, datetime(2024, 11, 12, 9, 30, tzinfo=UTC), datetime(2024, 11, 1, tzinfo=UTC))
BASE = "https://events.example.org"


def uid(name: str) -> str:
    """The same UUID for the same name, always."""
    return str(uuid5(UUID(int=0), name))


def text(fr: str, en: str | None = None) -> PublishedText:
    """A text in both languages, alike where one is given."""
    return PublishedText(fr, fr if en is None else en)


def a_site(language: Language = Language.FR) -> Site:
    home = f"{BASE}/{language}"
    return Site(
        organisation=Bilingual("Organisme exemple", "Example Organisation"),
        home=f"{home}/",
        badge=f"{BASE}/static/images/icon.svg",
        event=lambda event: f"{home}/{event.slug}/",
        session=lambda event, session: f"{home}/{event.slug}/sessions/{session.code}",
        person=lambda event, person: f"{home}/{event.slug}/people/{person.code}",
    )


EVENT = PublishedEvent(
    uid=uid("summit"),
    slug="summit",
    kind=EventKind.SUMMIT,
    title=text("Sommet exemple", "Example Summit"),
    zone="Europe/Belgrade",
    stamp=STAMP,
    summary=text("Deux jours, un *sommet*.", "Two days, one *summit*."),
    starts_on=date(2024, 12, 3),
    ends_on=date(2024, 12, 4),
)
VENUE = PublishedVenue(
    uid("venue"), text("Palais", "Palace"), "1, rue Haute", text("Belgrade"), "RS", 44.8, 20.46
)
ROOM = PublishedRoom(uid("room"), "a", text("Salle A", "Room A"), VENUE.uid)
TRACK = PublishedTrack(uid("track"), "gov", text("Gouvernance", "Governance"), 1)
INSTITUTE = PublishedOrganisation(uid("institute"), text("Institut", "Institute"), Sector.SCIENCE)
PERSON = PublishedPerson(
    uid("person"),
    "zoe",
    "Zoé Exemple",
    "exemple zoe",
    "exemple zoe",
    function=text("directrice", "Director"),
    organisation=INSTITUTE.uid,
)


def a_span(
    at: str = "2024-12-03T09:00", minutes: int = 60, zone: str = "Europe/Belgrade"
) -> TimeSpan:
    return TimeSpan.lasting(datetime.fromisoformat(at), timedelta(minutes=minutes), zone)


def a_session(code: str = "opening", **fields: Any) -> PublishedSession:
    """A panel with a room, a track and one person."""
    session = PublishedSession(
        uid=uid(code),
        code=code,
        kind=SessionKind.PANEL,
        title=text("Ouverture", "Opening"),
        stamp=STAMP,
        abstract=text("Un *mot* d’accueil.", "A *word* of welcome."),
        span=a_span(),
        room=ROOM.uid,
        track=TRACK.uid,
        floor_languages=("fr",),
        interpretation_languages=("en",),
        appearances=(PublishedAppearance(PERSON.uid, Role.MODERATOR, AppearanceState.CONFIRMED),),
    )
    return replace(session, **fields)


def a_release(*sessions: PublishedSession, **event: Any) -> PublishedRelease:
    """A release of these sessions; `event` changes the event's own facts."""
    agenda = PublishedAgenda(
        event=replace(EVENT, **event),
        sessions=sessions,
        tracks=(TRACK,),
        venues=(VENUE,),
        rooms=(ROOM,),
        people=(PERSON,),
        organisations=(INSTITUTE,),
    )
    return PublishedRelease(3, PUBLISHED_AT, "0" * 64, agenda)


def a_feed(
    release: PublishedRelease,
    language: Language = Language.FR,
    *,
    scope: Scope | None = None,
    changed_at: datetime | None = None,
    options: Options = NO_OPTIONS,
) -> bytes:
    """The feed of the whole event, or of a scope."""
    return feed(
        release,
        language,
        scope or of_event(release.agenda),
        a_site(language),
        address=f"{BASE}/{language}/summit/agenda.ics",
        page=f"{BASE}/{language}/summit/calendars",
        changed_at=changed_at,
        options=options,
    )
