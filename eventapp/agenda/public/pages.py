"""What the public pages have in common."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from flask import Blueprint, Response, render_template

from eventapp.agenda import queries
from eventapp.agenda.published import PublishedRelease
from eventapp.agenda.queries import Withdrawn
from eventapp.agenda.reading import Reading, capitalized, dates_of
from eventapp.events.labels import event_format, event_kind
from eventapp.plumbing.web import found, published
from eventapp.values import markdown, typography
from eventapp.values.language import Language

blueprint = Blueprint("agenda", __name__)
for words in (
    capitalized,
    dates_of,
    event_format,
    event_kind,
    markdown.to_html,
    typography.instant,
):
    blueprint.add_app_template_filter(words)

#: How long a page may be kept that speaks of today.
TODAY = timedelta(minutes=1)


def read(event: str, language: Language) -> tuple[PublishedRelease, Reading]:
    """The newest release of an event, and its reading; 404 where nothing is published."""
    release = found(queries.current_release(event))
    return release, Reading(release.agenda, language)


@blueprint.app_errorhandler(Withdrawn)
def gone(withdrawn: Withdrawn) -> Response:
    """What stands in for a programme that was withdrawn, in both languages, wherever it stood."""
    body = render_template("agenda/withdrawn.html", notice=withdrawn.notice)
    return Response(body, 410, {"Cache-Control": "no-store"})


def page(
    template: str,
    release: PublishedRelease,
    reading: Reading,
    *,
    parameters: Mapping[str, str] | None = None,
    changed_at: datetime | None = None,
    lasts: timedelta = timedelta(days=1),
    status: int = 200,
    **values: Any,
) -> Response:
    """A page about an event; `parameters` are those of its canonical address.

    `changed_at` is when it last became another page, if not with the release. A page of another
    `status` than 200 says why it cannot show what was asked, and is kept by nobody.
    """
    body = render_template(
        template,
        release=release,
        reading=reading,
        event=release.agenda.event,
        parameters=parameters or {},
        **values,
    )
    if status != 200:
        return Response(body, status, {"Cache-Control": "no-store"})
    return published(
        body,
        last_modified=changed_at or release.published_at,
        max_age=min(lasts, timedelta(minutes=5)),
        lasts=lasts,
    )
