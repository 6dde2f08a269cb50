"""What the public pages have in common."""

from collections.abc import Mapping
from datetime import timedelta

from flask import Blueprint, Response, render_template

from eventapp.agenda import queries
from eventapp.agenda.published import PublishedRelease
from eventapp.agenda.reading import Reading, dates_of
from eventapp.plumbing.web import found, published
from eventapp.values.language import Language

blueprint = Blueprint("agenda", __name__)
blueprint.add_app_template_filter(dates_of, "dates")

#: How long a page may be kept that speaks of today.
TODAY = timedelta(minutes=1)


def read(event: str, language: Language) -> tuple[PublishedRelease, Reading]:
    """The newest release of an event, and its reading; 404 where nothing is published."""
    release = found(queries.current_release(event))
    return release, Reading(release.agenda, language)


def page(
    template: str,
    release: PublishedRelease,
    reading: Reading,
    *,
    parameters: Mapping[str, str] | None = None,
    lasts: timedelta = timedelta(days=1),
    **values: object,
) -> Response:
    """A page about an event; `parameters` are those of its canonical address."""
    body = render_template(
        template,
        release=release,
        reading=reading,
        event=release.agenda.event,
        parameters=parameters or {},
        **values,
    )
    return published(
        body,
        last_modified=release.published_at,
        max_age=min(lasts, timedelta(minutes=5)),
        lasts=lasts,
    )
