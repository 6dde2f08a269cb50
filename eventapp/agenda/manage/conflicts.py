"""The conflicts of the draft: all of them, and each with what can be done about it."""

from datetime import UTC, datetime

from flask import Response, flash, make_response, redirect, render_template, request, url_for
from flask_babel import gettext as _
from sqlalchemy import select
from werkzeug.wrappers import Response as AnyResponse

from eventapp.accounts.guarding import me, needs
from eventapp.accounts.rights import Right
from eventapp.agenda.conflicts.accepting import accept, take_back
from eventapp.agenda.conflicts.forms import AcceptForm
from eventapp.agenda.conflicts.models import AcceptedConflict
from eventapp.agenda.conflicts.queries import conflicts_of, decisions_of
from eventapp.agenda.conflicts.telling import ConflictLine
from eventapp.agenda.conflicts.words import day_name, rule_name, severity
from eventapp.agenda.manage.boarding import today
from eventapp.agenda.manage.pages import EVENT, blueprint
from eventapp.agenda.manage.sides import Side, sides_of, usual_hours
from eventapp.agenda.manage.sifting import Sifting
from eventapp.agenda.manage.slot_pages import is_discreet
from eventapp.events.models import Event
from eventapp.history.actions import Action
from eventapp.history.recording import editing
from eventapp.planning.rules import RULES
from eventapp.planning.rules.base import Remedy
from eventapp.plumbing.database import db
from eventapp.plumbing.web import found, reading_language
from eventapp.values.refusal import Refusal

CONFLICT = f"{EVENT}/conflicts/<string(length=32):key>"


@blueprint.get(f"{EVENT}/conflicts")
@needs(Right.READ)
def conflicts(event: Event) -> str:
    """All conflicts, the worst first; the address says which of them are asked for."""
    lines = _lines(event)
    sifting = Sifting.asked(request.args)
    current = {line.accepted.id for line in lines if line.accepted}
    return render_template(
        "programme/conflicts.html",
        event=event,
        sifting=sifting,
        sifted=sifting.sifted([line for line in lines if line.accepted is None]),
        accepted=[line for line in lines if line.accepted],
        past=[each for each in decisions_of(event) if each.id not in current],
        rules=RULES,
        rule_name=rule_name,
        severity_name=severity,
        written_day=day_name,
    )


@blueprint.get(CONFLICT)
@needs(Right.READ)
def conflict(event: Event, key: str) -> Response:
    """One conflict, the nearest free places of its sessions, and a form to accept it."""
    return _conflict_page(event, key, AcceptForm())


@blueprint.post(CONFLICT)
@needs(Right.PROGRAMME)
def accept_conflict(event: Event, key: str) -> AnyResponse:
    """Accepts it with a reason."""
    form = AcceptForm([*request.form.items(multi=True)])
    if not form.validate():
        return _conflict_page(event, key, form, 422)
    now, today_there = datetime.now(UTC), today(event)
    try:
        with editing(event.id, by=me().actor, now=now, action=Action.ACCEPT):
            accept(event, key, form.reason.data, by=me().actor, today=today_there, now=now)
    except Refusal as refusal:
        form.refuse(refusal)
        return _conflict_page(event, key, form, 409)
    flash(_("Accepted. It will ask again if anything about it changes."))
    return redirect(url_for(".conflicts"), 303)


@blueprint.post(f"{EVENT}/conflicts/accepted/<int(max=2147483647):number>/take-back")
@needs(Right.PROGRAMME)
def take_back_acceptance(event: Event, number: int) -> AnyResponse:
    """Opens an accepted conflict again."""
    name = rule_name(_accepted(event, number).rule)
    with editing(event.id, by=me().actor, now=datetime.now(UTC), action=Action.REOPEN, name=name):
        take_back(_accepted(event, number))
    flash(_("Taken back: the conflict is open again, if it is still there."))
    return redirect(url_for(".conflicts"), 303)


def _accepted(event: Event, number: int) -> AcceptedConflict:
    query = select(AcceptedConflict).where(
        AcceptedConflict.event_id == event.id, AcceptedConflict.id == number
    )
    return found(db.session.scalars(query).one_or_none())


def _conflict_page(event: Event, key: str, form: AcceptForm, status: int = 200) -> Response:
    """The conflict; where it is gone, what was typed about it is still shown."""
    line = _line(event, key)
    body = render_template(
        "programme/conflict.html",
        event=event,
        line=line,
        form=form,
        sides=_sides(event, line),
        rule_name=rule_name,
        severity_name=severity,
        usual_hours=usual_hours(reading_language()),
    )
    return make_response(body, status if line or status != 200 else 404)


def _sides(event: Event, line: ConflictLine | None) -> list[Side]:
    """The sessions that another time or room could help."""
    if line is None or line.accepted or RULES[line.rule].remedy is Remedy.ANOTHER_PLAN:
        return []
    return sides_of(event, line.parties)


def _line(event: Event, key: str) -> ConflictLine | None:
    return next((line for line in _lines(event) if line.key == key), None)


def _lines(event: Event) -> list[ConflictLine]:
    return conflicts_of(
        event, reading_language(), today=today(event), is_discreet=is_discreet(event)
    )
