"""Somebody's own agenda as iCalendar: its published sessions are as in every feed. Pure.

Bilaterals and movements are in no release; their UID, SEQUENCE and stamps are the slot's own.
"""

from dataclasses import replace

from icalendar import Event as Entry
from icalendar.prop import vGeo

from eventapp.calendars import wording
from eventapp.calendars.components import Text, component, instant, word
from eventapp.calendars.entries import (
    STATUS,
    Options,
    Site,
    clock_times,
    colour_name,
    identity,
    session_entry,
)
from eventapp.calendars.ical import (
    calendar,
    description_of,
    head_of,
    own_zone,
    timezones,
)
from eventapp.itineraries.itinerary import Entry as Planned
from eventapp.itineraries.itinerary import Itinerary
from eventapp.itineraries.reading import OwnReading
from eventapp.values import typography
from eventapp.values.bilingual import Wording
from eventapp.values.catalogue import N_, translator
from eventapp.values.language import Language
from eventapp.values.timespan import TimeSpan

MY_AGENDA = N_("My agenda")


def own_feed(
    itinerary: Itinerary,
    language: Language,
    site: Site,
    *,
    address: str,
    page: str,
    both: bool,
) -> bytes:
    """The calendar of an owner; with `both`, its titles are in two languages."""
    own = OwnReading(itinerary, language)
    head = head_of(itinerary.uid, language, site, address, page) | {
        **description_of(_name(own), wording.about(itinerary.event, language)),
        "LAST-MODIFIED": instant(itinerary.changed_at),
        "COLOR": word(colour_name(None)),
        "X-WR-TIMEZONE": Text(itinerary.event.zone),
    }
    timed = sorted(
        ((entry.span, entry) for entry in itinerary.entries if entry.span),
        key=lambda pair: (pair[0].starts_at, pair[1].uid),
    )
    entries = [_entry(own, entry, span, site, Options(both=both)) for span, entry in timed]
    spans = [span for span, _ in timed]
    return calendar(head, timezones(spans) if spans else [own_zone(itinerary.event)], entries)


def _name(own: OwnReading) -> Text:
    """`Example Summit – My agenda`; a delegation's is called after its party."""
    is_party = own.itinerary.is_delegation
    whose = own.owner.text if is_party else translator(own.language)(MY_AGENDA)
    return Text.line(replace(own.event_title, text=f"{own.event_title.text} – {whose}"))


def _entry(own: OwnReading, entry: Planned, span: TimeSpan, site: Site, options: Options) -> Entry:
    if entry.session:
        return session_entry(own.of_sessions, entry.session, span, site, options)
    return _private_entry(own, entry, span, site, both=options.both)


def _private_entry(
    own: OwnReading, entry: Planned, span: TimeSpan, site: Site, *, both: bool
) -> Entry:
    language, event = own.language, own.itinerary.event
    start, end = clock_times(span)
    properties = identity(entry.uid, entry.stamp) | {
        "DTSTART": start,
        "DTEND": end,
        "SUMMARY": wording.summary(
            wording.in_two(entry.title, language, both=both),
            language,
            is_cancelled=entry.is_cancelled,
        ),
        "DESCRIPTION": Text(_description(own, entry), language),
        "LOCATION": _location(own, entry),
        "GEO": _position(entry),
        "STATUS": word(STATUS.get(entry.state, "CONFIRMED")),
        "TRANSP": word("TRANSPARENT" if entry.is_cancelled else "OPAQUE"),
        "CLASS": word("PRIVATE"),
        "RELATED-TO": word(event.uid, RELTYPE="PARENT"),
        "CONTACT": wording.contact(site.organisation, site.home, language),
    }
    return component(Entry, properties)


def _description(own: OwnReading, entry: Planned) -> str:
    return "\n".join(
        f"{typography.label(name, own.language)} {said.text}" for name, said in own.facts(entry)
    )


def _location(own: OwnReading, entry: Planned) -> Text | None:
    """Room and building with its address, as maps want it."""
    if entry.room is None:
        return None
    parts = [own.place(entry).text]
    if entry.venue:
        parts += [entry.venue.address, entry.venue.city.text(own.language).text]
    return Text.line(Wording(", ".join(filter(None, parts)), own.language))


def _position(entry: Planned) -> vGeo | None:
    venue = entry.venue
    if venue is None or venue.latitude is None or venue.longitude is None:
        return None
    return vGeo((venue.latitude, venue.longitude))
