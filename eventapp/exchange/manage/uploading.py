"""Sending a list: it is kept until it is accepted, and looked at first."""

from flask import redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from eventapp.accounts.guarding import needs
from eventapp.accounts.rights import Right
from eventapp.events.models import Event
from eventapp.exchange.manage.keeping import keep
from eventapp.exchange.manage.pages import IMPORT, blueprint
from eventapp.exchange.reading.sheets.lines import LARGEST
from eventapp.exchange.reading.sheets.reading import read_lines
from eventapp.participants.categories import categories_of
from eventapp.plumbing.limits import limiter
from eventapp.plumbing.web import reading_language
from eventapp.values.cleaning import one_line
from eventapp.values.refusal import Refusal

#: Room for the file, and for what stands around it in a form.
BODY_MOST = LARGEST + 2**16

Answer = Response | tuple[str, int]


def _let_larger_in() -> None:
    """Before the guard reads the form: a list may be larger than what forms send."""
    if request.endpoint == "exchange.take":
        request.max_content_length = BODY_MOST


blueprint.before_request(_let_larger_in)


@blueprint.get(IMPORT)
@needs(Right.REGISTER)
def sending(event: Event) -> Answer:
    """Which files can be read, and a field for one."""
    return _page(event)


@blueprint.post(IMPORT)
@needs(Right.REGISTER)
@limiter.limit("60 per hour")
def take(event: Event) -> Answer:
    """Keeps the file, if it is a list at all, and shows what it would do."""
    file = request.files.get("file")
    data = file.stream.read(LARGEST + 1) if file else b""
    if not data:
        return _page(event, _("Choose a file first."), 422)
    try:
        read_lines(data)
    except Refusal as refusal:
        return _page(event, refusal.text(reading_language()), 422)
    name = one_line(file.filename or "")[-100:] if file else ""
    return redirect(url_for(".look", key=keep(event, data), file=name), 303)


def _page(event: Event, refusal: str = "", status: int = 200) -> Answer:
    page = render_template(
        "exchange/sending.html",
        event=event,
        refusal=refusal,
        categories=categories_of(event),
    )
    return page, status
