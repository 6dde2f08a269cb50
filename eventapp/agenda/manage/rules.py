"""The rules of an event: which are on, what they are fed, and how its balances stand."""

from datetime import UTC, datetime

from flask import Response, flash, make_response, redirect, render_template, request, url_for
from flask_babel import gettext as _
from sqlalchemy import select
from sqlalchemy.orm.exc import StaleDataError
from werkzeug.wrappers import Response as AnyResponse

from eventapp.accounts.guarding import me, needs
from eventapp.accounts.rights import Right
from eventapp.agenda.conflicts import setting, settings
from eventapp.agenda.conflicts.locking import lock
from eventapp.agenda.conflicts.models import Availability, Precedence, TravelTime
from eventapp.agenda.conflicts.words import day_name, hours, rule_name, severity
from eventapp.agenda.manage.boarding import today
from eventapp.agenda.manage.pages import EVENT, blueprint
from eventapp.agenda.manage.rule_setting import SECTIONS, FieldRefusal, form_of
from eventapp.events.models import Event
from eventapp.history.actions import Action
from eventapp.history.recording import editing
from eventapp.history.saving import AT_THE_SAME_MOMENT
from eventapp.plumbing.database import db
from eventapp.plumbing.forms import WorkspaceForm
from eventapp.plumbing.web import found, reading_language
from eventapp.values.refusal import Refusal

RULES = f"{EVENT}/rules"
SECTION = f"{RULES}/<any({','.join(SECTIONS)}):section>"
REMOVABLE = f"{RULES}/<any({','.join(settings.REMOVABLE)}):section>"


@blueprint.get(RULES)
@needs(Right.READ)
def rules(event: Event) -> Response:
    """Everything that is set."""
    return _page(event)


@blueprint.get(f"{RULES}/meters")
@needs(Right.READ)
def meters(event: Event) -> str:
    """The balances' meters alone, as they stand now."""
    found_now = settings.gauges(event, reading_language(), today=today(event))
    return render_template("programme/_rules_meters.html", gauges=found_now)


@blueprint.post(RULES)
@needs(Right.PROGRAMME)
def switch_rules(event: Event) -> AnyResponse:
    """Turns rules on and off."""
    on = set(request.form.getlist("rule"))
    with editing(event.id, by=me().actor, now=datetime.now(UTC), action=Action.SET_RULES):
        lock(event)
        setting.set_rules(event, on)
    return _done("switches")


@blueprint.post(SECTION)
@needs(Right.PROGRAMME)
def add_to_rules(event: Event, section: str) -> AnyResponse:
    """Adds what the section's form says."""
    form = form_of(section, event, request.form)
    if not form.validate():
        return _page(event, 422, {section: form})
    try:
        with editing(event.id, by=me().actor, now=datetime.now(UTC), action=Action.SET_RULES):
            lock(event)
            SECTIONS[section].add(event, form)
    except FieldRefusal as refusal:
        form.refuse(refusal, refusal.field)
    except Refusal as refusal:
        form.refuse(refusal)
    except StaleDataError:
        form.refuse(AT_THE_SAME_MOMENT)
        return _page(event, 409, {section: form})
    else:
        return _done(section)
    return _page(event, 422, {section: form})


@blueprint.post(f"{REMOVABLE}/<int(max=2147483647):number>/remove")
@needs(Right.PROGRAMME)
def remove_from_rules(event: Event, section: str, number: int) -> AnyResponse:
    """Takes away one thing that was set."""
    table = settings.REMOVABLE[section]
    query = select(table).where(table.event_id == event.id, table.id == number)
    with editing(event.id, by=me().actor, now=datetime.now(UTC), action=Action.SET_RULES):
        lock(event)
        db.session.delete(found(db.session.scalars(query).one_or_none()))
    return _done(section)


@blueprint.post(f"{RULES}/joint/separate")
@needs(Right.PROGRAMME)
def separate_sessions(event: Event) -> AnyResponse:
    """Makes joint sessions meetings of their own again."""
    with editing(event.id, by=me().actor, now=datetime.now(UTC), action=Action.SET_RULES):
        lock(event)
        setting.separate(event, request.form.get("group", ""))
    return _done("joint")


def _done(section: str) -> AnyResponse:
    flash(_("Saved. The conflicts follow at once."))
    return redirect(url_for(".rules", _anchor=section), 303)


def _page(
    event: Event, status: int = 200, sent: dict[str, WorkspaceForm] | None = None
) -> Response:
    """The page; a form that was sent stands on it as it was typed."""
    forms = {section: form_of(section, event) for section in SECTIONS} | (sent or {})
    body = render_template(
        "programme/rules.html",
        event=event,
        forms=forms,
        switches=settings.switches(event),
        gauges=settings.gauges(event, reading_language(), today=today(event)),
        travel=settings.rows_of(TravelTime, event),
        orders=settings.rows_of(Precedence, event),
        availabilities=settings.rows_of(Availability, event),
        joint=settings.joint_groups(event),
        choices=settings.choices(event),
        rule_name=rule_name,
        severity_name=severity,
        written_day=day_name,
        written_hours=hours,
    )
    return make_response(body, status)
