"""Limits of meetings, and the hours in which rooms take them."""

from datetime import datetime
from typing import Any

from flask import render_template, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from eventapp.accounts.doing import done, my_deed
from eventapp.accounts.guarding import needs
from eventapp.accounts.rights import Right
from eventapp.bilaterals.forms import RulesForm, WindowForm
from eventapp.bilaterals.manage.pages import MEETINGS, blueprint, day_name
from eventapp.bilaterals.models import MeetingRules, MeetingWindow
from eventapp.bilaterals.queries import rules_of, window_numbered, windows_of
from eventapp.bilaterals.setting import add_windows, remove_window, set_rules
from eventapp.events.models import Event
from eventapp.history.actions import Action
from eventapp.history.saving import Sheet, attempted, opened, save
from eventapp.plumbing.database import db
from eventapp.plumbing.forms import Offers
from eventapp.plumbing.web import found, reading_language
from eventapp.values import typography
from eventapp.values.language import Language

Answer = Response | tuple[str, int]


@blueprint.app_template_filter()
def window_hours(window: MeetingWindow, language: Language) -> str:
    """From when to when: `9 h – 12 h`."""
    start, end = (datetime.combine(window.on, each) for each in (window.opens, window.closes))
    return typography.time_range(start, end, language)


@blueprint.get(f"{MEETINGS}/hours")
@needs(Right.PROTOCOL)
def hours(event: Event) -> Answer:
    """The limits, and the hours by day."""
    return _page(event)


@blueprint.post(f"{MEETINGS}/hours")
@needs(Right.PROTOCOL)
def save_rules(event: Event) -> Answer:
    """Saves the limits."""
    deed = my_deed(event, Action.SET_RULES)

    def write(row: MeetingRules | None, form: RulesForm) -> MeetingRules:
        return set_rules(event, row, form.values, now=deed.now)

    sheet = save(RulesForm, db.session.get(MeetingRules, event.id), write, deed)
    return _done() if sheet.is_saved else _page(event, rules=sheet)


@blueprint.post(f"{MEETINGS}/hours/add")
@needs(Right.PROTOCOL)
def add_hours(event: Event) -> Answer:
    """Opens rooms for meetings at some hours of a day."""

    def write(_row: object, form: WindowForm) -> Any:
        values = form.values
        rooms = [room for room in event.rooms if room.code in values["rooms"]]
        return add_windows(event, rooms, values["on"], values["opens"], values["closes"])

    sheet = save(WindowForm, None, write, my_deed(event, Action.SET_RULES), _offers(event))
    return _done() if sheet.is_saved else _page(event, windows=sheet)


@blueprint.post(f"{MEETINGS}/hours/<int:number>/remove")
@needs(Right.PROTOCOL)
def remove_hours(event: Event, number: int) -> Answer:
    """Closes a room's hours."""
    window = found(window_numbered(event, number))
    attempted(my_deed(event, Action.SET_RULES), lambda: remove_window(window))
    return _done()


def _done() -> Response:
    return done(_("Saved."), url_for(".hours"))


def _offers(event: Event) -> Offers:
    language = reading_language()
    return {"rooms": [(room.code, room.name.text(language).text) for room in event.rooms]}


def _page(
    event: Event,
    rules: Sheet[RulesForm, MeetingRules] | None = None,
    windows: Sheet[WindowForm, MeetingWindow] | None = None,
) -> Answer:
    days: dict[str, list[MeetingWindow]] = {}
    for window in windows_of(event):
        days.setdefault(day_name(window.on), []).append(window)
    rules = rules or opened(RulesForm, rules_of(event))
    windows = windows or Sheet(WindowForm(stored={"on": event.starts_on}, offers=_offers(event)))
    page = render_template(
        "bilaterals/hours.html", event=event, rules=rules, windows=windows, days=days
    )
    return page, max(rules.status, windows.status)
