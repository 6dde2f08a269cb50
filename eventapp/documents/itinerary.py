"""Somebody’s own agenda on paper, day by day, to be folded once and pocketed. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TypedDict

from eventapp.agenda.reading import capitalized, dates_of
from eventapp.documents.document import PAPERS, RUNNING_TITLE
from eventapp.documents.passages import Passage, cut, passage, said
from eventapp.documents.sessions import Hours, hours
from eventapp.documents.variants import Choice, Paper
from eventapp.itineraries.itinerary import Contact, Entry, Itinerary
from eventapp.itineraries.reading import Day, OwnReading
from eventapp.values import typography
from eventapp.values.bilingual import Bilingual, Wording
from eventapp.values.catalogue import translator
from eventapp.values.language import Language

#: In characters: of more, half a page's width would take half a page and more.
LONG = 1_000


class Line(TypedDict):
    """A fact with its name."""

    name: str
    text: Passage


class Side(TypedDict):
    """What the document says of itself to the readers of one language."""

    lang: str
    layout: str
    title: Passage
    event: Passage
    facts: list[str]
    note: str
    running: str
    release: list[str]
    address: str
    contacts: str


class Masthead(TypedDict):
    """As `document.Masthead`, for what the house style asks of one."""

    title: str
    author: str
    paper: str
    version: str
    sides: list[Side]


class EntrySide(TypedDict):
    """An entry for the readers of one language; `mark` is its state, where it is not settled."""

    lang: str
    hours: Hours
    title: Passage
    mark: str
    place: Passage
    lines: list[Line]


class EntryRow(TypedDict):
    """An entry in all the document's languages; one that `is_long` may break over pages."""

    is_long: bool
    is_cancelled: bool
    sides: list[EntrySide]


class DayPart(TypedDict):
    """A day, in all the document's languages."""

    names: list[str]
    entries: list[EntryRow]


class Own(TypedDict):
    """What `itinerary.typ` prints."""

    masthead: Masthead
    days: list[DayPart]
    contacts: list[list[list[str]]]


@dataclass(frozen=True)
class OwnDocument:
    """An agenda as it is printed at a moment; `address` is the site's, and no secret."""

    itinerary: Itinerary
    choice: Choice
    paper: Paper
    organisation: Bilingual
    address: str
    made_at: datetime

    @property
    def readings(self) -> list[OwnReading]:
        """The agenda in the document's languages, from left to right."""
        order = self.itinerary.event.order.languages
        languages = order if self.choice is Choice.BOTH else (Language(self.choice.value),)
        return [OwnReading(self.itinerary, language) for language in languages]

    @property
    def filename(self) -> str:
        """`belgrade-2024-my-agenda-fr-letter.pdf`: it names nobody."""
        return f"{self.itinerary.event.slug}-my-agenda-{self.choice}-{self.paper}.pdf"

    def data(self) -> Own:
        """The whole document."""
        days = zip(*(reading.days for reading in self.readings), strict=True)
        return {
            "masthead": self._masthead(),
            "days": [self._day(sides) for sides in days],
            "contacts": [
                [_contact(each, reading) for reading in self.readings]
                for each in self.itinerary.contacts
            ],
        }

    def _masthead(self) -> Masthead:
        sides = [self._side(reading) for reading in self.readings]
        return {
            "title": " / ".join(f"{side['title']['text']}, {side['layout']}" for side in sides),
            "author": self.organisation.text(Language(sides[0]["lang"])).text,
            "paper": PAPERS[self.paper],
            "version": "",
            "sides": sides,
        }

    def _side(self, reading: OwnReading) -> Side:
        language, event = reading.language, self.itinerary.event
        _ = translator(language)
        is_party = self.itinerary.is_delegation
        at = typography.instant(self.made_at, event.zone, language)
        zones = _("All times: %(zone)s") % {"zone": reading.zones} if reading.zones else ""
        return {
            "lang": language.value,
            "layout": _("Agenda of the delegation") if is_party else _("My agenda"),
            "title": passage(reading.owner, language),
            "event": passage(reading.event_title, language),
            "facts": [each for each in (dates_of(event, language), zones) if each],
            "note": _("Confidential. As it was on %(at)s; the agenda on the web is newer.")
            % {"at": at},
            "running": " – ".join(
                cut(each.text, RUNNING_TITLE) for each in (reading.owner, reading.event_title)
            ),
            "release": [at],
            "address": self.address,
            "contacts": _("If you need help"),
        }

    def _day(self, sides: Sequence[Day]) -> DayPart:
        entries = zip(*(side.entries for side in sides), strict=True)
        return {
            "names": [capitalized(side.name) for side in sides],
            "entries": [self._entry(same[0], sides[0]) for same in entries],
        }

    def _entry(self, entry: Entry, day: Day) -> EntryRow:
        sides = [_entry_side(entry, day, reading) for reading in self.readings]
        return {
            "is_long": any(_length(side) > LONG for side in sides),
            "is_cancelled": entry.is_cancelled,
            "sides": sides,
        }


def _length(side: EntrySide) -> int:
    texts = [side["title"], side["place"], *(line["text"] for line in side["lines"])]
    return sum(len(each["text"]) for each in texts)


def _entry_side(entry: Entry, day: Day, reading: OwnReading) -> EntrySide:
    language = reading.language
    return {
        "lang": language.value,
        "hours": hours(entry.span, day.on, [reading.of_sessions]),
        "title": passage(reading.title(entry), language),
        "mark": reading.state(entry),
        "place": passage(reading.place(entry), language),
        "lines": [_line(name, wording, language) for name, wording in reading.facts(entry)],
    }


def _line(name: str, wording: Wording, language: Language) -> Line:
    text = passage(wording, language) if wording else said("", language)
    return {"name": typography.label(name, language), "text": text}


def _contact(contact: Contact, reading: OwnReading) -> list[str]:
    parts = (reading.contact(contact), contact.name, contact.telephone, contact.email)
    return [part for part in parts if part]
