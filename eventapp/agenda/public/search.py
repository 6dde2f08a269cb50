"""Finding something in all programmes at once."""

from datetime import UTC, datetime, timedelta

from flask import Response, render_template, request

from eventapp.agenda import queries
from eventapp.agenda.public.pages import TODAY, blueprint
from eventapp.agenda.selection import refusals_of_words
from eventapp.plumbing.limits import limiter
from eventapp.plumbing.web import published
from eventapp.values.cleaning import clean
from eventapp.values.language import Language


@blueprint.get("/<language:language>/search")
@limiter.limit("60 per minute")
def search(language: Language) -> Response:
    """Events, sessions and people that hold all the words."""
    words = clean(request.args.get("q", "")).strip()
    refusals = refusals_of_words(words)
    body = render_template(
        "agenda/search.html",
        words=words,
        refusals=[refusal.text(language) for refusal in refusals],
        found=[] if refusals else queries.search(words),
        most=queries.FOUND_AT_MOST,
        events={head.event.slug: head.event for head in queries.current_events()},
        parameters={"q": words} if words and not refusals else {},
    )
    if refusals:
        return Response(body, 400, {"Cache-Control": "no-store"})
    return published(body, last_modified=datetime.now(UTC), max_age=TODAY, lasts=timedelta())
