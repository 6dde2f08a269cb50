"""Published programmes as iCalendar (RFC 5545, 7986, 9073). Pure: same programme, same bytes.

A feed is fetched for years by applications that forgive nothing: an entry keeps its UID in every
feed and language, nothing depends on today, and a cancelled session stays to say that it is.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from itertools import groupby
from operator import attrgetter
from uuid import UUID, uuid5

from icalendar import Calendar, Timezone
from icalendar import Event as Entry
from icalendar.prop import vDuration

from eventapp.agenda.published import PublishedEvent, PublishedRelease
from eventapp.agenda.reading import Reading
from eventapp.calendars import wording
from eventapp.calendars.components import (
    Text,
    component,
    duration,
    instant,
    serialized,
    uri,
    word,
)
from eventapp.calendars.entries import (
    NO_OPTIONS,
    Options,
    Site,
    colour_name,
    event_entry,
    has_days,
    is_plain,
    lasts_days,
    session_entry,
)
from eventapp.calendars.scopes import Scope
from eventapp.calendars.timezones import YEARS, timezone
from eventapp.values.language import Language
from eventapp.values.timespan import TimeSpan

PRODID = "-//eventapp//Programmes//EN"
NAMESPACE = UUID("5f4dd0c5-5a0e-4a39-8d43-0f1d6b0f8a52")
REFRESH = timedelta(hours=1)

#: RFC 5545 §3.6 wants a component in every calendar: this one stands where there is no entry.
ANY_ZONE = ("America/Toronto", 2024, 2024)


def feed(
    release: PublishedRelease,
    language: Language,
    scope: Scope,
    site: Site,
    *,
    address: str,
    page: str,
    changed_at: datetime | None = None,
    options: Options = NO_OPTIONS,
) -> bytes:
    """The calendar of a scope.

    The release holds what its readers may see and no more. `address` is the feed's own, `page`
    that of its page for people. `changed_at` is when it last held something else, if not with
    the release.
    """
    reading = Reading(release.agenda, language)
    event = release.agenda.event
    timed = sorted(
        ((session.span, session) for session in scope.sessions if session.span),
        key=lambda pair: (pair[0].starts_at, pair[1].uid),
    )
    name = wording.feed_name(reading, scope.title)
    head = head_of(scope.uid, language, site, address, page) | {
        **description_of(name, wording.about(event, language)),
        "LAST-MODIFIED": instant(changed_at or release.published_at),
        "COLOR": word(colour_name(scope.colour)),
        "X-WR-TIMEZONE": Text(event.zone),
    }
    entries = [session_entry(reading, session, span, site, options) for span, session in timed]
    if scope.holds_event and lasts_days(event):
        entries.insert(0, event_entry(event, language, site))
    zones = timezones(span for span, _ in timed) if entries else [own_zone(event)]
    return calendar(head, zones, entries)


def organisation_feed(
    events: Iterable[PublishedEvent],
    language: Language,
    site: Site,
    *,
    address: str,
    page: str,
    changed_at: datetime,
) -> bytes:
    """The calendar of all events whose days are settled, each as one entry over its days.

    `changed_at` is when the newest release was published.
    """
    settled = sorted(filter(has_days, events), key=lambda event: (event.starts_on, event.uid))
    name = Text.line(site.organisation.text(language))
    head = head_of("organisation", language, site, address, page) | {
        **description_of(name, name),
        "LAST-MODIFIED": instant(changed_at),
        "COLOR": word(colour_name(None)),
    }
    entries = [event_entry(event, language, site) for event in settled]
    return calendar(head, [] if entries else [timezone(*ANY_ZONE)], entries)


def calendar(head: Mapping[str, object], zones: list[Timezone], entries: list[Entry]) -> bytes:
    """A calendar as bytes: time zones come before the times that are told in them."""
    whole = component(Calendar, head)
    whole.subcomponents = [*zones, *entries]
    return serialized(whole)


def timezones(spans: Iterable[TimeSpan]) -> list[Timezone]:
    """The zones of the times that are written in a zone, each for the years it is needed."""
    plain = sorted(filter(is_plain, spans), key=attrgetter("zone"))
    return [timezone(zone, *_years(group)) for zone, group in groupby(plain, attrgetter("zone"))]


def head_of(uid: str, language: Language, site: Site, address: str, page: str) -> dict[str, object]:
    """What every feed begins with. No METHOD: that is for messages (RFC 5546 §3.2)."""
    return {
        "VERSION": word("2.0"),
        "PRODID": word(PRODID),
        "CALSCALE": word("GREGORIAN"),
        "UID": Text(str(uuid5(NAMESPACE, f"{uid}/{language}"))),
        "REFRESH-INTERVAL": duration(REFRESH),
        "X-PUBLISHED-TTL": vDuration(REFRESH),
        "SOURCE": uri(address, VALUE="URI"),
        "URL": uri(page),
        "IMAGE": uri(site.badge, VALUE="URI", DISPLAY="BADGE"),
    }


def description_of(name: Text, about: Text) -> dict[str, object]:
    """Name and description, for RFC 7986 and for the applications that came before it."""
    return {
        "NAME": name,
        "X-WR-CALNAME": Text(name),
        "DESCRIPTION": about,
        "X-WR-CALDESC": Text(about),
    }


def _years(spans: Iterable[TimeSpan]) -> tuple[int, int]:
    years = [local.year for span in spans for local in (span.start, span.end)]
    return min(years), max(years)


def own_zone(event: PublishedEvent) -> Timezone:
    """The event's zone, so that a calendar without entries holds something."""
    year = (event.starts_on or event.stamp.first_published_at).year
    return timezone(event.zone, year, year) if year in YEARS else timezone(*ANY_ZONE)
