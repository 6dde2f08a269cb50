"""Copying an event: the next edition begins where the last one ended."""

from typing import Any

from flask import render_template, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from eventapp.accounts.doing import done, my_deed
from eventapp.accounts.guarding import me, needs
from eventapp.accounts.rights import Right
from eventapp.events.copying import copy_event
from eventapp.events.facts import Part
from eventapp.events.forms import CopyForm
from eventapp.events.manage.pages import EVENT, blueprint
from eventapp.events.models import Event
from eventapp.history.actions import Action
from eventapp.history.saving import Sheet, save
from eventapp.plumbing.web import found

Answer = Response | tuple[str, int]


@blueprint.get(f"{EVENT}/copy")
@needs(Right.EVENT)
def copy(event: Event) -> Answer:
    """The form, with the old event's title and everything to be taken over."""
    return _page(event, Sheet(CopyForm(stored=CopyForm.stored(event))))


@blueprint.post(f"{EVENT}/copy")
@needs(Right.EVENT)
def make_copy(event: Event) -> Answer:
    """Makes the new event; whoever made it owns it."""

    def write(_row: object, form: CopyForm) -> Event:
        values = form.values
        parts = frozenset(Part(part) for part in values.pop("parts"))
        return copy_event(event, values, parts, owner=me())

    deed = my_deed(None, Action.COPY, event.title, can_be_undone=False)
    sheet: Sheet[CopyForm, Event] = save(CopyForm, None, write, deed)
    if sheet.is_saved:
        made = found(sheet.row)
        return done(_("The new event was made."), url_for(".overview", event=made.slug))
    return _page(event, sheet)


def _page(event: Event, sheet: Sheet[Any, Any]) -> Answer:
    return render_template("events/copy.html", event=event, sheet=sheet), sheet.status
