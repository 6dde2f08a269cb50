"""The feeds that everybody may follow, and the pages that offer them.

A feed's language is that of its address, never the browser's: `?rich=1` adds people and places as
components of their own (RFC 9073), which few applications know and some may not expect.
"""

from datetime import UTC, datetime

from flask import Blueprint, Response, render_template, request

from eventapp.agenda import queries
from eventapp.agenda.published import PublishedRelease
from eventapp.agenda.reading import Reading
from eventapp.calendars import scopes
from eventapp.calendars.entries import Options
from eventapp.calendars.ical import feed, organisation_feed
from eventapp.calendars.scopes import Scope
from eventapp.calendars.site import CALENDAR, offers, site_in
from eventapp.plumbing.pages import absolute
from eventapp.plumbing.web import found, published
from eventapp.values.language import Language

LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)

EVENT = "/<language:language>/<slug:event>"
PART = "<any(tracks, rooms, people, sessions):kind>/<code:code>"

blueprint = Blueprint("calendars", __name__)


@blueprint.get("/<language:language>/calendar.ics")
def organisation(language: Language) -> Response:
    """All events, each as one entry over its days."""
    heads = queries.current_events()
    changed_at = max((head.published_at for head in heads), default=LONG_AGO)
    body = organisation_feed(
        [head.event for head in heads],
        language,
        site_in(language),
        address=absolute("calendars.organisation", language=language),
        page=absolute("calendars.organisation_page", language=language),
        changed_at=changed_at,
    )
    return _calendar(body, changed_at, f"calendar-{language}.ics")


@blueprint.get(f"{EVENT}/agenda.ics")
def event(language: Language, event: str) -> Response:
    """All sessions of an event."""
    release = found(queries.current_release(event))
    body = _feed(
        release,
        language,
        scopes.of_event(release.agenda),
        address=absolute("calendars.event", language=language, event=event),
        page=absolute("calendars.event_page", language=language, event=event),
    )
    return _calendar(body, release.published_at, f"{event}-{language}.ics")


@blueprint.get(f"{EVENT}/{PART}.ics")
def part(language: Language, event: str, kind: str, code: str) -> Response:
    """The sessions of a track, in a room or of a person; or one session."""
    release = found(queries.current_release(event))
    names = {"language": language, "event": event, "kind": kind, "code": code}
    body = _feed(
        release,
        language,
        found(scopes.by_address(release.agenda, kind, code)),
        address=absolute("calendars.part", **names),
        page=absolute("calendars.part_page", **names),
    )
    return _calendar(body, release.published_at, f"{event}-{kind}-{code}-{language}.ics")


@blueprint.get("/<language:language>/calendars")
def organisation_page(language: Language) -> Response:
    """Offers the calendar of all events."""
    heads = queries.current_events()
    body = render_template(
        "calendars/organisation.html",
        offers=offers(language, "calendars.organisation"),
    )
    changed_at = max((head.published_at for head in heads), default=LONG_AGO)
    return published(body, last_modified=changed_at)


@blueprint.get(f"{EVENT}/calendars")
def event_page(language: Language, event: str) -> Response:
    """Offers the calendar of an event, and those of its tracks and rooms."""
    release = found(queries.current_release(event))
    feeds = offers(language, "calendars.event", event=event)
    return _page("calendars/event.html", release, language, offers=feeds)


@blueprint.get(f"{EVENT}/calendars/{PART}")
def part_page(language: Language, event: str, kind: str, code: str) -> Response:
    """Offers the calendar of a part of an event."""
    release = found(queries.current_release(event))
    scope = found(scopes.by_address(release.agenda, kind, code))
    feeds = offers(language, "calendars.part", event=event, kind=kind, code=code)
    title = scope.title.text(language)
    return _page("calendars/part.html", release, language, offers=feeds, title=title)


def _feed(
    release: PublishedRelease, language: Language, scope: Scope, *, address: str, page: str
) -> bytes:
    options = Options(rich=request.args.get("rich") == "1")
    site = site_in(language)
    return feed(release, language, scope, site, address=address, page=page, options=options)


def _calendar(body: bytes, changed_at: datetime, filename: str) -> Response:
    return published(
        body, content_type=CALENDAR, last_modified=changed_at, filename=filename, cors=True
    )


def _page(
    template: str, release: PublishedRelease, language: Language, **values: object
) -> Response:
    body = render_template(
        template,
        release=release,
        event=release.agenda.event,
        reading=Reading(release.agenda, language),
        **values,
    )
    return published(body, last_modified=release.published_at)
