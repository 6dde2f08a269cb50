"""Door signs: what takes place in a room on a day, to be read from the corridor. Pure."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypedDict

from eventapp.agenda.published import PublishedRelease, PublishedRoom, PublishedSession
from eventapp.agenda.reading import Day, Reading, capitalized
from eventapp.documents.badges import qr_path
from eventapp.documents.imprint import Head, Imprint
from eventapp.documents.passages import Passage, said
from eventapp.documents.sessions import mark, title, whole_hours
from eventapp.events.kinds import SignProfile
from eventapp.values.catalogue import N_, translator


class SignSession(TypedDict):
    """A line of a sign; `marks` say that it is not settled, or that a title is to follow."""

    hours: str
    is_interval: bool
    is_cancelled: bool
    marks: list[Passage]
    titles: list[Passage]


class Sign(TypedDict):
    """A sign; `code` is the path of a QR code of `modules` squares a side, `live` its words."""

    room: list[Passage]
    venue: list[Passage]
    days: list[Passage]
    sessions: list[SignSession]
    live: list[Passage]
    code: str
    modules: int


class SignsData(TypedDict):
    """What `signs.typ` prints; the first language is the larger one where French dominates."""

    head: Head
    is_dominated: bool
    signs: list[Sign]


@dataclass(frozen=True)
class Signs:
    """The signs of a release: of all its rooms and days, or of the room and the day given.

    The imprint's languages are those of the profile; `screen` is the address of a room's screen.
    """

    release: PublishedRelease
    imprint: Imprint
    profile: SignProfile
    screen: Callable[[PublishedRoom], str]
    room: str = ""
    day: date | None = None

    @property
    def filename(self) -> str:
        parts = (self.room, self.day.isoformat() if self.day else "")
        return self.imprint.filename(f"v{self.release.number}", "signs", *filter(None, parts))

    @property
    def readings(self) -> list[Reading]:
        return [Reading(self.release.agenda, language) for language in self.imprint.languages]


def signs_data(sheet: Signs) -> SignsData:
    """A sign for each room on each day on which something takes place in it."""
    return {
        "head": sheet.imprint.head(N_("Door signs")),
        "is_dominated": sheet.profile is SignProfile.FR_DOMINANT,
        "signs": list(_signs(sheet)),
    }


def _signs(sheet: Signs) -> Iterator[Sign]:
    for room in sheet.release.agenda.rooms:
        if sheet.room in ("", room.code):
            sessions = [each for each in sheet.release.agenda.sessions if each.room == room.uid]
            for sides in zip(*(r.days(sessions) for r in sheet.readings), strict=True):
                if sides[0].on and sheet.day in (None, sides[0].on):
                    yield _sign(room, sides, sheet)


def _sign(room: PublishedRoom, day: Sequence[Day], sheet: Signs) -> Sign:
    agenda, readings = sheet.release.agenda, sheet.readings
    venue = agenda.venue_of(room) if len(agenda.venues) > 1 else None
    path, modules = qr_path(sheet.screen(room))
    return {
        "room": sheet.imprint.said(room.name.bilingual),
        "venue": sheet.imprint.said(venue.name.bilingual) if venue else [],
        "days": [
            said(capitalized(side.name), reading.language)
            for side, reading in zip(day, readings, strict=True)
        ],
        "sessions": [_session(each, readings) for each in day[0].sessions],
        "live": [said(translator(r.language)(N_("Now and next")), r.language) for r in readings],
        "code": path,
        "modules": modules,
    }


def _session(session: PublishedSession, readings: Sequence[Reading]) -> SignSession:
    titles = {reading.language: title(session, reading) for reading in readings}
    marks = [(mark(session, reading), reading.language) for reading in readings]
    marks += [(each.get("mark", ""), language) for language, each in titles.items()]
    return {
        "hours": whole_hours(session.span, readings),
        "is_interval": session.kind.is_interval,
        "is_cancelled": session.is_cancelled,
        "marks": [said(words, language) for words, language in marks if words],
        "titles": list({each["text"]: each for each in titles.values()}.values()),
    }
