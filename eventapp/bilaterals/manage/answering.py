"""What the team does to a meeting: answer in a side's name, place it, take its place away."""

from flask import render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from eventapp.accounts.doing import done, my_deed
from eventapp.accounts.guarding import needs
from eventapp.accounts.rights import Right
from eventapp.agenda.conflicts.queries import conflicts_if_moved
from eventapp.agenda.conflicts.telling import ConflictLine
from eventapp.agenda.conflicts.words import severity
from eventapp.agenda.editing import programme_day
from eventapp.agenda.manage.boarding import today
from eventapp.agenda.manage.placing import PlaceForm
from eventapp.bilaterals import editing
from eventapp.bilaterals.forms import AnswerForm
from eventapp.bilaterals.kinds import BilateralState
from eventapp.bilaterals.locking import STALE, locked
from eventapp.bilaterals.manage.pages import MEETING, blueprint, meeting_of
from eventapp.bilaterals.models import Bilateral
from eventapp.bilaterals.objecting import objections
from eventapp.events.models import Event
from eventapp.history.actions import Action
from eventapp.history.saving import attempted
from eventapp.plumbing.web import reading_language
from eventapp.values.catalogue import N_
from eventapp.values.refusal import Refusal
from eventapp.values.timespan import TimeSpan

Answer = Response | tuple[str, int]


@blueprint.post(f"{MEETING}/answer")
@needs(Right.PROTOCOL)
def answer(event: Event, code: str) -> Answer:
    """Confirms, declines, cancels, opens again or marks as held."""
    row, form = meeting_of(event, code), AnswerForm([*request.form.items(multi=True)])
    wanted, deed = request.form.get("standing", ""), my_deed(event, name=row.title)
    refusal = None
    if not form.validate():
        return _back(row, " ".join(form.words.errors)), 422

    def act() -> None:
        locked(row, request.form.get("version", ""))
        if wanted not in set(BilateralState):
            raise Refusal(N_("Choose one of these."))
        editing.answer(row, BilateralState(wanted), words=form.words.data, now=deed.now)

    refusal = attempted(deed, act)
    if refusal is not None:
        return _back(row, refusal.text(reading_language())), 409
    return done(_("Saved. Both sides are told."), url_for(".meeting", code=code))


@blueprint.get(f"{MEETING}/place")
@needs(Right.PROTOCOL)
def place_form(event: Event, code: str) -> str:
    """Where the meeting is to be held, with what is in the way there before anything is saved."""
    row = meeting_of(event, code)
    form = PlaceForm(request.args) if "time" in request.args else _now(row)
    form.version.data = str(row.version)
    return _place_page(event, row, form)


@blueprint.post(f"{MEETING}/place")
@needs(Right.PROTOCOL)
def place(event: Event, code: str) -> Answer:
    """Proposes a time and room to both sides, or takes them away."""
    row, form = meeting_of(event, code), PlaceForm(request.form)
    form.offer(event)
    if not form.validate():
        return _place_page(event, row, form), 422
    deed = my_deed(event, Action.MOVE, row.title)

    def act() -> None:
        locked(row, form.version.data or "")
        editing.place(row, form.span(event), form.room_in(event), now=deed.now)

    refusal = attempted(deed, act)
    if refusal is not None:
        form.version.data = str(row.version)
        status = 409 if refusal.message == STALE.message else 422
        return _place_page(event, row, form, refusal.text(reading_language())), status
    return done(_("Saved. Both sides are told."), url_for(".meeting", code=code))


def _now(row: Bilateral) -> PlaceForm:
    form = PlaceForm()
    form.minutes.data = str(row.minutes)
    if row.span is not None:
        form.day.data = f"{programme_day(row.event, row.span.start)}"
        form.time.data = f"{row.span.start:%H:%M}"
        form.room.data = row.room.code if row.room else ""
    return form


def _place_page(event: Event, row: Bilateral, form: PlaceForm, refusal: str = "") -> str:
    form.offer(event)
    span = _span(event, form)
    return render_template(
        "bilaterals/place.html",
        event=event,
        meeting=row,
        form=form,
        refusal=refusal,
        span=span,
        conflicts=_conflicts(event, row, form, span) if span else [],
        objections=objections(event, row, span, form.room_in(event)) if span else [],
        severity_name=severity,
    )


def _span(event: Event, form: PlaceForm) -> TimeSpan | None:
    try:
        return form.span(event) if form.day.data and form.validate() else None
    except Refusal:
        return None


def _conflicts(event: Event, row: Bilateral, form: PlaceForm, span: TimeSpan) -> list[ConflictLine]:
    room = form.room_in(event)
    return conflicts_if_moved(
        event,
        row.uid,
        span,
        room.uid if room else None,
        reading_language(),
        today=today(event),
        is_discreet=False,
    )


def _back(row: Bilateral, refusal: str) -> str:
    return render_template(
        "bilaterals/refused.html",
        event=row.event,
        meeting=row,
        refusal=refusal,
        back=url_for(".meeting", code=row.code),
    )
