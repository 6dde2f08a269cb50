"""A small bilingual programme made by hand, and its documents."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import cache
from typing import Any

from eventapp.agenda.codec import digest_of, encode
from eventapp.agenda.kinds import AppearanceState, Role, SessionKind, SlotState
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
from eventapp.documents import kept, typesetting
from eventapp.documents.document import Document, Site
from eventapp.documents.variants import Choice, Layout, Paper, Variant
from eventapp.events.kinds import EventKind, Sector
from eventapp.values.bilingual import Bilingual, PublishedText
from eventapp.values.language import Language
from eventapp.values.timespan import TimeSpan

NOW = datetime(2024, 11, 28, 15, 5, tzinfo=UTC)
STAMP = Stamp(0, NOW, NOW)
BASE = "https://events.example.org"

SITE = Site(
    organisation=Bilingual("Organisme exemple", "Example Organisation"),
    agenda=lambda language: f"{BASE}/{language}/summit/agenda",
    session=lambda language, session: f"{BASE}/{language}/summit/sessions/{session.code}",
)

EVENT = PublishedEvent(
    uid="event",
    slug="summit",
    kind=EventKind.SUMMIT,
    title=PublishedText("Sommet exemple", "Example Summit"),
    zone="Europe/Belgrade",
    stamp=STAMP,
    starts_on=date(2024, 12, 3),
    ends_on=date(2024, 12, 4),
)
VENUE = PublishedVenue(
    "venue",
    PublishedText("Palais", "Palace"),
    city=PublishedText("Belgrade", "Belgrade"),
    country="RS",
)
TRACK = PublishedTrack("track", "governance", PublishedText("Gouvernance", "Governance"), 1)
PEOPLE = (
    PublishedPerson(
        "zoe",
        "zoe",
        "Zoé Exemple",
        "",
        "",
        function=PublishedText("directrice générale", "Chief Executive"),
        organisation="institute",
    ),
    PublishedPerson("thi", "thi", "Nguyễn Thí", "", ""),
)
INSTITUTE = PublishedOrganisation(
    "institute", PublishedText("Institut exemple", "Example Institute"), Sector.SCIENCE
)
ENGLISH_ONLY = (Language.FR,)


def text(fr: str, en: str, *to_follow: Language) -> PublishedText:
    return PublishedText(fr, en, to_follow)


def a_room(code: str) -> PublishedRoom:
    return PublishedRoom(code, code, text(f"Salle {code}", f"Room {code}"), "venue")


def at(clock: str, minutes: int = 60, day: int = 3, zone: str = EVENT.zone) -> TimeSpan:
    start = datetime.fromisoformat(f"2024-12-{day:02}T{clock}")
    return TimeSpan.lasting(start, timedelta(minutes=minutes), zone)


def a_session(code: str, **fields: Any) -> PublishedSession:
    """A panel at nine in room A."""
    given: dict[str, Any] = {
        "uid": code,
        "code": code,
        "kind": SessionKind.PANEL,
        "title": text(f"Séance {code}", f"Session {code}"),
        "stamp": STAMP,
        "span": at("09:00"),
        "room": "A",
    }
    return PublishedSession(**(given | fields))


def an_appearance(person: str, role: Role = Role.PANELIST, **fields: Any) -> PublishedAppearance:
    return PublishedAppearance(person, role, **fields)


def a_break(code: str, span: TimeSpan, **fields: Any) -> PublishedSession:
    given = {"kind": SessionKind.BREAK, "room": None, "title": text("Pause", "Break")}
    return a_session(code, span=span, **(given | fields))


#: One of everything: two days, a fallback, a cancellation, an open name, an untimed session.
SESSIONS = (
    a_session(
        "P1",
        kind=SessionKind.OPENING,
        title=text("Ouverture officielle", "Official opening"),
        abstract=text("Un **mot** de bienvenue.", "A **word** of welcome."),
        floor_languages=("fr", "en"),
        interpretation_languages=("fr", "en", "sr"),
        track="track",
        appearances=(
            an_appearance("zoe", Role.CHAIR),
            an_appearance("thi", state=AppearanceState.TO_BE_CONFIRMED),
        ),
    ),
    a_break("P2", at("10:00", 30)),
    a_session("P3", span=at("10:30"), state=SlotState.CANCELLED, track="track"),
    a_session(
        "P4",
        span=at("10:30"),
        room="B",
        title=text("", "Panel on data", *ENGLISH_ONLY),
        abstract=text("", "What data is for.", *ENGLISH_ONLY),
    ),
    a_session("P5", span=at("22:00", 180), state=SlotState.TENTATIVE),
    a_session("P6", span=at("09:00", day=4)),
    a_session("P7", span=None, room=None),
)


def a_release(
    sessions: Iterable[PublishedSession] = SESSIONS,
    *,
    event: PublishedEvent = EVENT,
    rooms: Iterable[str] = "AB",
    **fields: Any,
) -> PublishedRelease:
    agenda = PublishedAgenda(
        event=event,
        sessions=tuple(sessions),
        tracks=(TRACK,),
        venues=(VENUE,),
        rooms=tuple(map(a_room, rooms)),
        people=PEOPLE,
        organisations=(INSTITUTE,),
    )
    given: dict[str, Any] = {"number": 2, "published_at": NOW, "replaces": 1}
    return PublishedRelease(digest=digest_of(encode(agenda)), agenda=agenda, **(given | fields))


def a_document(
    release: PublishedRelease | None = None,
    choice: Choice = Choice.BOTH,
    layout: Layout = Layout.DETAILED,
    paper: Paper = Paper.A4,
) -> Document:
    return Document(release or a_release(), Variant(choice, layout, paper), SITE)


def pdf_of(document: Document) -> bytes:
    return _typeset(kept.job_of(document))


@cache
def _typeset(job: bytes) -> bytes:
    """The same document is set once for all tests of a process."""
    return typesetting.typeset(job)


def with_title(title: str) -> PublishedRelease:
    """A release of one session with this title in both languages."""
    return a_release([a_session("P1", title=text(title, title))])


def in_zone(zone: str) -> PublishedAgenda:
    """An agenda without a venue, in another zone."""
    agenda = a_release([]).agenda
    return replace(agenda, event=replace(EVENT, zone=zone), venues=())
