"""A document, and what each one says of itself: title, dates, release and address. Pure."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TypedDict

from eventapp.agenda.published import PublishedRelease, PublishedSession
from eventapp.agenda.reading import Reading
from eventapp.documents.passages import Passage, cut, passage, said
from eventapp.documents.variants import Layout, Paper, Variant
from eventapp.values import typography
from eventapp.values.bilingual import Bilingual, PublishedText
from eventapp.values.catalogue import N_, translator
from eventapp.values.language import Language
from eventapp.values.typography.characters import NO_BREAK_SPACE

LAYOUTS = {
    Layout.DETAILED: N_("Detailed agenda"),
    Layout.GRID: N_("Agenda at a glance"),
}

RUNNING_TITLE = 80  # characters

#: What the typesetter calls our papers.
PAPERS = {Paper.LETTER: "us-letter", Paper.A4: "a4"}


@dataclass(frozen=True, slots=True)
class Site:
    """Who publishes, and the absolute addresses of the agenda and its sessions, by language."""

    organisation: Bilingual
    agenda: Callable[[Language], str]
    session: Callable[[Language, PublishedSession], str]


class Side(TypedDict):
    """The masthead for the readers of one language.

    `running` is the title at a length that fits the head of every page; `release` says when the
    version was published and which one it replaces.
    """

    lang: str
    layout: str
    title: Passage
    running: str
    facts: list[Passage]
    version: str
    release: list[str]
    notes: list[str]
    url: str
    address: str
    contents: str
    session: str
    time: str
    continued: str


class Masthead(TypedDict):
    """What a document begins with; `sides` are its languages from left to right."""

    title: str
    author: str
    paper: str
    version: str
    sides: list[Side]


@dataclass(frozen=True)
class Document:
    """A release as it is printed in one variant."""

    release: PublishedRelease
    variant: Variant
    site: Site

    @cached_property
    def readings(self) -> list[Reading]:
        """The agenda in the document's languages, from left to right."""
        agenda = self.release.agenda
        return [Reading(agenda, language) for language in self.variant.languages(agenda)]

    @property
    def filename(self) -> str:
        """`belgrade-2024-v2-fr-en-detailed-a4.pdf`"""
        languages = (reading.language for reading in self.readings)
        slug, number = self.release.agenda.event.slug, f"v{self.release.number}"
        parts = (slug, number, *languages, self.variant.layout, self.variant.paper)
        return "-".join(parts) + ".pdf"

    def masthead(self) -> Masthead:
        sides = [self._side(reading) for reading in self.readings]
        return {
            "title": " / ".join(f"{side['title']['text']}, {side['layout']}" for side in sides),
            "author": self.site.organisation.text(Language(sides[0]["lang"])).text,
            "paper": PAPERS[self.variant.paper],
            "version": f"v{NO_BREAK_SPACE}{self.release.number}",
            "sides": sides,
        }

    def _side(self, reading: Reading) -> Side:
        language = reading.language
        _ = translator(language)
        url = self.site.agenda(language)
        title = reading.text(reading.agenda.event.title)
        return {
            "lang": language.value,
            "layout": _(LAYOUTS[self.variant.layout]),
            "title": passage(title, language),
            "running": cut(title.text, RUNNING_TITLE),
            "facts": list(_facts(reading)),
            "version": _("Release %(number)s") % {"number": self.release.number},
            "release": list(self._release(reading)),
            "notes": list(_notes(reading)),
            "url": url,
            "address": url.partition("://")[2],
            "contents": _("Contents"),
            "session": _("Session"),
            "time": _("Time"),
            "continued": _("continued"),
        }

    def _release(self, reading: Reading) -> Iterator[str]:
        zone = reading.agenda.event.zone
        yield typography.instant(self.release.published_at, zone, reading.language)
        if self.release.replaces is not None:
            _ = translator(reading.language)
            yield _("replaces v %(number)s") % {"number": self.release.replaces}


def _facts(reading: Reading) -> Iterator[Passage]:
    """When and where: the dates; the venue, unless there are several; each city once."""
    yield said(reading.dates, reading.language)
    venues = reading.agenda.venues
    names = [venue.name for venue in venues] if len(venues) == 1 else []
    cities = dict.fromkeys(venue.city for venue in venues if venue.city)
    for text in (*names, *cities):
        yield passage(reading.text(text), reading.language)


def _notes(reading: Reading) -> Iterator[str]:
    """What holds for the whole document."""
    _ = translator(reading.language)
    if reading.zones:
        yield _("All times: %(zone)s") % {"zone": reading.zones}
    if any(reading.language in text.to_follow for text in _labels(reading)):
        yield _("* Translation to follow")


def _labels(reading: Reading) -> Iterator[PublishedText]:
    """The short texts that are marked with an asterisk."""
    agenda = reading.agenda
    yield from (venue.name for venue in agenda.venues)
    yield from (venue.city for venue in agenda.venues)
    yield from (room.name for room in agenda.rooms)
    yield from (track.name for track in agenda.tracks)
    yield from (organisation.name for organisation in agenda.organisations)
    yield from (person.function for person in agenda.people)
