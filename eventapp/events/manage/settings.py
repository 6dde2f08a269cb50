"""An event's own settings, and new events."""

from typing import Any

from flask import render_template, url_for
from flask_babel import gettext as _
from sqlalchemy import select
from werkzeug.wrappers import Response

from eventapp.accounts.doing import done, my_deed
from eventapp.accounts.guarding import administrators, allows, me, needs
from eventapp.accounts.rights import Right
from eventapp.events.editing import add_event, edit_event
from eventapp.events.forms import EventForm, NewEventForm
from eventapp.events.manage.pages import EVENT, blueprint
from eventapp.events.models import Event, Series
from eventapp.events.queries import events_of
from eventapp.history.actions import Action
from eventapp.history.saving import Sheet, opened, save
from eventapp.plumbing.database import db
from eventapp.plumbing.fields import offered
from eventapp.plumbing.forms import Offers
from eventapp.plumbing.web import found, reading_language
from eventapp.translation.approving import states_of
from eventapp.values.bilingual import Bilingual
from eventapp.values.timespan import zone_names

NEW = "/<language:language>/manage/new"

Answer = Response | tuple[str, int]


@blueprint.get(f"{EVENT}/settings")
@needs(Right.EVENT)
def settings(event: Event) -> Answer:
    """The event's form."""
    return _page(event, opened(EventForm, event, _offers(event)))


@blueprint.post(f"{EVENT}/settings")
@needs(Right.EVENT)
def save_settings(event: Event) -> Answer:
    """Saves the event's own settings."""
    deed = my_deed(event, name=event.title)

    def write(row: Event | None, form: EventForm) -> Event:
        edit_event(found(row), _values(form), now=deed.now)
        return event

    sheet = save(EventForm, event, write, deed, _offers(event))
    if sheet.is_saved:
        return done(_("Saved."), url_for(".settings"))
    return _page(event, sheet)


@blueprint.get(NEW)
@administrators
def new() -> Answer:
    """An empty form for an event."""
    return _new_page(opened(NewEventForm))


@blueprint.post(NEW)
@administrators
def add() -> Answer:
    """Adds an event; its team is invited from its own pages."""

    def write(_row: object, form: NewEventForm) -> Event:
        return add_event(form.values)

    deed = my_deed(None, Action.ADD, can_be_undone=False)
    sheet: Sheet[NewEventForm, Event] = save(NewEventForm, None, write, deed)
    if sheet.is_saved:
        return done(_("The event was added."), url_for(".settings", event=found(sheet.row).slug))
    return _new_page(sheet)


def _page(event: Event, sheet: Sheet[Any, Any]) -> Answer:
    page = render_template(
        "events/settings.html",
        event=event,
        sheet=sheet,
        states=states_of(event.uid, sheet.stored_texts),
        zones=sorted(zone_names()),
        may_edit=allows(event, Right.EVENT),
    )
    return page, sheet.status


def _new_page(sheet: Sheet[Any, Any]) -> Answer:
    page = render_template("events/settings_new.html", sheet=sheet, zones=sorted(zone_names()))
    return page, sheet.status


def _values(form: EventForm) -> dict[str, Any]:
    values = form.values
    series = select(Series.id).where(Series.slug == values.pop("series"))
    parent = select(Event.id).where(Event.slug == values.pop("parent"))
    return {
        **values,
        "series_id": db.session.scalars(series).one_or_none(),
        "parent_id": db.session.scalars(parent).one_or_none(),
    }


def _offers(event: Event) -> Offers:
    """What it can be part of: series, and events that the reader works on or that it is now."""
    series = db.session.scalars(select(Series).order_by(Series.slug))
    others = {each.slug: each.title for each in events_of(me()) if each.id != event.id}
    if event.parent:
        others[event.parent.slug] = event.parent.title
    return {
        "series": _optional({each.slug: each.title for each in series}),
        "parent": _optional(others),
    }


def _optional(names: dict[str, Bilingual]) -> list[tuple[str, str]]:
    return [("", "–"), *offered([*names.items()], reading_language())]
