"""How long personal data is kept, who took it away, and what was erased."""

from typing import Any

from flask import render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from eventapp.accounts.doing import done, my_deed
from eventapp.accounts.guarding import needs
from eventapp.accounts.rights import Right
from eventapp.events.models import Event
from eventapp.history.saving import Sheet, opened, save
from eventapp.privacy.forms import RetentionForm
from eventapp.privacy.keeping import keep
from eventapp.privacy.manage.pages import EVENT, blueprint
from eventapp.privacy.models import Retention
from eventapp.privacy.queries import erasures_of, exports_of, people_called, retention_of

Answer = Response | tuple[str, int]


@blueprint.get(f"{EVENT}/privacy")
@needs(Right.PRIVACY)
def desk(event: Event) -> Answer:
    """The whole of it on one page."""
    return _page(event, opened(RetentionForm, retention_of(event)))


@blueprint.post(f"{EVENT}/privacy")
@needs(Right.PRIVACY)
def set_retention(event: Event) -> Answer:
    """Sets how long data is kept, or puts a hold on it."""
    deed = my_deed(event, name=event.title)

    def write(row: Retention | None, form: RetentionForm) -> Retention:
        return keep(event, row, form.values, deed.now)

    sheet = save(RetentionForm, retention_of(event), write, deed)
    if sheet.is_saved:
        return done(_("Saved."), url_for(".desk"))
    return _page(event, sheet)


def _page(event: Event, sheet: Sheet[Any, Any]) -> Answer:
    words = request.args.get("q", "")
    page = render_template(
        "privacy/desk.html",
        event=event,
        sheet=sheet,
        words=words,
        found=people_called(event, words) if words.strip() else None,
        exports=exports_of(event),
        erasures=erasures_of(event),
    )
    return page, sheet.status
