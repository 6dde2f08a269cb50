"""The way in: the first pages, and each event."""

from datetime import UTC, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from flask import Response, redirect, render_template, url_for
from werkzeug.wrappers import Response as AnyResponse

from eventapp.agenda import queries
from eventapp.agenda.directory import directory_at
from eventapp.agenda.happening import happening_at
from eventapp.agenda.public.pages import TODAY, blueprint, page, read
from eventapp.agenda.published import PublishedRelease
from eventapp.agenda.reading import Reading
from eventapp.agenda.structured import event_data
from eventapp.plumbing.pages import site
from eventapp.plumbing.web import preferred_language, published
from eventapp.values.language import Language


@blueprint.get("/")
def root() -> AnyResponse:
    """Chooses a language once; from then on the address names it."""
    response = redirect(url_for(".home", language=preferred_language()))
    response.vary.add("Accept-Language")
    return response


@blueprint.get("/<language:language>/")
def home(language: Language) -> Response:
    """All events, those to come first."""
    now = datetime.now(UTC)
    heads = queries.current_events()
    directory = directory_at(now, [head.event for head in heads], language)
    body = render_template("agenda/home.html", directory=directory)
    # Events pass from one list to the other with the day, not with a release.
    today = datetime.combine(now.date(), time(0), UTC)
    changed = max(today, *(head.published_at for head in heads), today)
    return published(body, last_modified=changed, max_age=TODAY, lasts=TODAY)


@blueprint.get("/<language:language>/<slug:event>/")
def event(language: Language, event: str) -> Response:
    """An event at a glance, with what takes place while it runs."""
    release, reading = read(event, language)
    days = reading.days(release.agenda.sessions)
    data = event_data(reading, site())
    return _at_this_moment("agenda/event.html", release, reading, days=days, data=data)


@blueprint.get("/<language:language>/<slug:event>/now")
def now(language: Language, event: str) -> Response:
    """What takes place at this moment, for those who stand in the corridor."""
    return _at_this_moment("agenda/now.html", *read(event, language))


@blueprint.get("/<language:language>/<slug:event>/now/part")
def now_part(language: Language, event: str) -> Response:
    """The same without the page around it, for a page that renews it."""
    return _at_this_moment("agenda/_now.html", *read(event, language))


def _at_this_moment(
    template: str, release: PublishedRelease, reading: Reading, **values: Any
) -> Response:
    moment = datetime.now(UTC)
    happening = happening_at(moment, release.agenda)
    today = moment.astimezone(ZoneInfo(release.agenda.event.zone)).date()
    return page(
        template,
        release,
        reading,
        changed_at=moment,
        lasts=TODAY,
        moment=moment,
        today=today,
        happening=happening,
        **values,
    )
