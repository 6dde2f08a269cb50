"""An itinerary as the reader of one language gets it. Pure; moments are arguments."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property
from itertools import groupby

from eventapp.agenda import labels
from eventapp.agenda.published import PublishedRoom, PublishedVenue
from eventapp.agenda.reading import Reading, capitalized
from eventapp.itineraries.itinerary import Contact, Entry, Itinerary
from eventapp.values import typography
from eventapp.values.bilingual import Wording
from eventapp.values.catalogue import N_, translator
from eventapp.values.language import Language
from eventapp.values.timespan import TimeSpan

SOON = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Day:
    """A day of the event; `on` is None for what has no time yet."""

    on: date | None
    name: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Moment:
    """What runs at a moment, and what comes next; `is_over` once nothing is to come."""

    now: tuple[Entry, ...]
    following: tuple[Entry, ...]

    def __bool__(self) -> bool:
        return bool(self.now or self.following)


@dataclass(frozen=True)
class OwnReading:
    """The itinerary for a reader of the language."""

    itinerary: Itinerary
    language: Language

    @cached_property
    def of_sessions(self) -> Reading:
        """The published part, as any reader gets it."""
        return Reading(self.itinerary.agenda, self.language)

    @property
    def owner(self) -> Wording:
        return self.itinerary.owner.text(self.language)

    @property
    def event_title(self) -> Wording:
        event = self.itinerary.event
        return event.title.text(self.language) or Wording(event.slug, self.language)

    @cached_property
    def days(self) -> list[Day]:
        """All entries by day; those without a time come last."""
        groups = groupby(self.itinerary.entries, self._day)
        return [Day(on, self._day_name(on), tuple(entries)) for on, entries in groups]

    def at(self, moment: datetime) -> Moment:
        """What runs at an aware moment, and what begins next; what was cancelled does neither."""
        timed = [(e.span, e) for e in self.itinerary.entries if e.span and not e.is_cancelled]
        later = [(span.starts_at, entry) for span, entry in timed if span.starts_at > moment]
        until = max(moment + SOON, later[0][0]) if later else moment
        return Moment(
            now=tuple(e for span, e in timed if span.starts_at <= moment < span.ends_at),
            following=tuple(entry for start, entry in later if start <= until),
        )

    def title(self, entry: Entry) -> Wording:
        return entry.title.text(self.language)

    def hours(self, entry: Entry) -> str:
        if entry.span is None:
            return translator(self.language)(N_("Time to be confirmed"))
        return typography.time_range(entry.span.start, entry.span.end, self.language)

    def day_and_hours(self, entry: Entry) -> str:
        """`Tuesday, December 3, 9:00–10:00 a.m.`"""
        if entry.span is None:
            return self.hours(entry)
        return when(entry.span, self.itinerary.event.day_of(entry.span), self.language)

    def state(self, entry: Entry) -> str:
        """The state, where it is not settled."""
        if entry.is_cancelled or entry.is_tentative:
            return capitalized(labels.slot_state(entry.state, self.language))
        return ""

    def place(self, entry: Entry) -> Wording:
        return place(entry.room, entry.venue, self.language)

    def facts(self, entry: Entry) -> list[tuple[str, Wording]]:
        """The lines about an entry, each with its label."""
        _ = translator(self.language)
        return [(_(fact.label), fact.text.text(self.language)) for fact in entry.facts]

    def contact(self, contact: Contact) -> str:
        return translator(self.language)(contact.label)

    @cached_property
    def zones(self) -> str:
        """The zones of the times: two where the clocks change in between."""
        spans = [entry.span for entry in self.itinerary.entries if entry.span]
        names = {typography.zone(s.starts_at, s.zone, self.language): None for s in spans}
        return typography.enumeration(list(names), self.language)

    def _day(self, entry: Entry) -> date | None:
        return self.itinerary.event.day_of(entry.span) if entry.span else None

    def _day_name(self, on: date | None) -> str:
        if on is None:
            return translator(self.language)(N_("Time to be confirmed"))
        return typography.date(on, self.language)


def place(room: PublishedRoom | None, venue: PublishedVenue | None, language: Language) -> Wording:
    """`Room A, Palace`: where it is, as one finds it; empty where that is open."""
    if room is None:
        return Wording("", language)
    name = room.name.text(language) or Wording(room.code, language)
    building = venue.name.text(language).text if venue else ""
    return Wording(", ".join(filter(None, (name.text, building))), name.language)


def when(span: TimeSpan, on: date, language: Language) -> str:
    """The day, without its year, and the hours."""
    day = typography.date(on, language, typography.DateStyle.WEEKDAY)
    return f"{day}, {typography.time_range(span.start, span.end, language)}"
