"""One VEVENT for each session, and one for a whole event (RFC 5545 §3.6.1). Pure."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from icalendar import Event as Entry
from icalendar.prop import vDatetime, vGeo, vInt, vUri

from eventapp.agenda.kinds import SlotState, Visibility
from eventapp.agenda.published import (
    PublishedEvent,
    PublishedPerson,
    PublishedSession,
    Stamp,
)
from eventapp.agenda.reading import Reading
from eventapp.calendars import wording
from eventapp.calendars.components import (
    Location,
    Participant,
    Text,
    component,
    instant,
    uri,
    wall_time,
    whole_day,
    word,
)
from eventapp.calendars.timezones import YEARS
from eventapp.events.kinds import DatePrecision, EventState
from eventapp.values.bilingual import Bilingual
from eventapp.values.catalogue import translator
from eventapp.values.language import Language
from eventapp.values.timespan import TimeSpan, is_doubled, is_skipped

DAY = timedelta(days=1)

#: The CSS3 names (RFC 7986 §5.9) that come nearest to the tracks' palette.
COLOURS = (
    "steelblue",
    "sienna",
    "seagreen",
    "mediumpurple",
    "darkgoldenrod",
    "darkcyan",
    "mediumvioletred",
    "slategray",
)
OWN_COLOUR = "midnightblue"

STATUS = {SlotState.TENTATIVE: "TENTATIVE", SlotState.CANCELLED: "CANCELLED"}
EVENT_STATUS = {EventState.POSTPONED: "TENTATIVE", EventState.CANCELLED: "CANCELLED"}


@dataclass(frozen=True)
class Site:
    """Who publishes, and where things are on the web: absolute addresses in one language."""

    organisation: Bilingual
    home: str
    badge: str  # an image that stands for it
    event: Callable[[PublishedEvent], str]
    session: Callable[[PublishedEvent, PublishedSession], str]
    person: Callable[[PublishedEvent, PublishedPerson], str]


@dataclass(frozen=True)
class Options:
    """What a subscriber may ask for: titles in both languages, RFC 9073 components."""

    both: bool = False
    rich: bool = False


NO_OPTIONS = Options()


def has_days(event: PublishedEvent) -> bool:
    """Whether it is settled on which days the event takes place."""
    return event.precision is DatePrecision.DAY and event.starts_on is not None


def lasts_days(event: PublishedEvent) -> bool:
    """Whether it is settled that the event takes more than one day."""
    return has_days(event) and event.starts_on != (event.ends_on or event.starts_on)


def event_entry(event: PublishedEvent, language: Language, site: Site) -> Entry:
    """The event as a bar over its days, which keeps nobody busy. Its days must be settled."""
    status = EVENT_STATUS.get(event.state, "CONFIRMED")
    page = site.event(event)
    first = event.starts_on or date.min
    last = min(event.ends_on or first, date.max - DAY)
    properties = identity(event.uid, event.stamp) | {
        "DTSTART": whole_day(first),
        "DTEND": whole_day(last + DAY),
        "SUMMARY": wording.event_summary(event, language, is_cancelled=status == "CANCELLED"),
        "DESCRIPTION": wording.event_description(event, language, page),
        "URL": uri(page),
        "STATUS": word(status),
        "TRANSP": word("TRANSPARENT"),
        "CLASS": word("PUBLIC"),
        "CATEGORIES": wording.event_categories(event, language),
        "CONTACT": wording.contact(site.organisation, site.home, language),
    }
    return component(Entry, properties)


def session_entry(
    reading: Reading, session: PublishedSession, span: TimeSpan, site: Site, options: Options
) -> Entry:
    """A session, at its time."""
    language = reading.language
    is_public = session.visibility is Visibility.PUBLIC
    event = reading.agenda.event
    page = site.session(event, session) if is_public else site.event(event)
    track = reading.agenda.track_of(session)
    start, end = clock_times(span)
    is_busy = not (session.is_cancelled or session.kind.is_interval)
    properties = identity(session.uid, session.stamp) | {
        "DTSTART": start,
        "DTEND": end,
        "SUMMARY": wording.session_summary(session, language, both=options.both),
        "DESCRIPTION": wording.description(reading, session, page),
        "LOCATION": wording.location(reading, session),
        "GEO": _position(reading, session),
        "CONFERENCE": _conference(session, language),
        "URL": uri(page),
        "STATUS": word(STATUS.get(session.state, "CONFIRMED")),
        "TRANSP": word("OPAQUE" if is_busy else "TRANSPARENT"),
        "CLASS": word("PUBLIC" if is_public else "PRIVATE"),
        "CATEGORIES": wording.session_categories(reading, session),
        "COLOR": word(colour_name(track.colour)) if track else None,
        "RELATED-TO": word(event.uid, RELTYPE="PARENT"),
        "CONTACT": wording.contact(site.organisation, site.home, language),
    }
    entry = component(Entry, properties)
    if options.rich:
        entry.subcomponents = [
            *_participants(reading, session, site),
            *_locations(reading, session),
        ]
    return entry


def is_plain(span: TimeSpan) -> bool:
    """Whether wall time and zone say it all: no hour that clocks skip or show twice."""
    return span.zone != "UTC" and all(
        local.year in YEARS
        and not is_skipped(local, span.zone)
        and not is_doubled(local, span.zone)
        for local in (span.start, span.end)
    )


def colour_name(index: int | None) -> str:
    """The colour of a track, or our own where there is none."""
    return OWN_COLOUR if index is None else COLOURS[index % len(COLOURS)]


def identity(uid: str, stamp: Stamp) -> dict[str, object]:
    """Without METHOD, DTSTAMP says when the entry was last revised (RFC 5545 §3.8.7.2)."""
    revised_at = instant(stamp.revised_at)
    return {
        "UID": Text(uid),
        "DTSTAMP": revised_at,
        "CREATED": instant(stamp.first_published_at),
        "LAST-MODIFIED": revised_at,
        "SEQUENCE": vInt(stamp.revision),
    }


def clock_times(span: TimeSpan) -> tuple[vDatetime, vDatetime]:
    """Start and end in the zone of the place; in UTC where that could be misread."""
    if is_plain(span):
        return wall_time(span.start, span.zone), wall_time(span.end, span.zone)
    return instant(span.starts_at), instant(span.ends_at)


def _position(reading: Reading, session: PublishedSession) -> vGeo | None:
    room = reading.agenda.room_of(session)
    venue = reading.agenda.venue_of(room) if room else None
    if venue is None or venue.latitude is None or venue.longitude is None:
        return None
    return vGeo((venue.latitude, venue.longitude))


def _conference(session: PublishedSession, language: Language) -> vUri | None:
    """How to take part from afar (RFC 7986 §5.11)."""
    if not session.join_link:
        return None
    _ = translator(language)
    return uri(
        session.join_link,
        VALUE="URI",
        FEATURE=["AUDIO", "VIDEO"],
        LABEL=_("To join online"),
        LANGUAGE=language.value,
    )


def _participants(reading: Reading, session: PublishedSession, site: Site) -> Iterator[Participant]:
    """People, for machines: never instead of the description, which people read."""
    for appearance in session.appearances:
        person = reading.agenda.person_by_uid[appearance.person]
        properties = {
            "UID": Text(person.uid),
            "PARTICIPANT-TYPE": word("SPEAKER"),
            "SUMMARY": Text(person.name),
            "URL": uri(site.person(reading.agenda.event, person)),
        }
        yield component(Participant, properties)


def _locations(reading: Reading, session: PublishedSession) -> Iterator[Location]:
    """The room, for machines."""
    room = reading.agenda.room_of(session)
    if room:
        properties = {
            "UID": Text(room.uid),
            "NAME": Text.line(wording.room_name(room, reading.language)),
            "GEO": _position(reading, session),
        }
        yield component(Location, properties)
