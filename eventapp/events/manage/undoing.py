"""Undoing and redoing one's own last steps, from any page of an event's workspace."""

from collections.abc import Callable
from datetime import UTC, datetime

from flask import Response, abort, flash, redirect, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response as AnyResponse

from eventapp.accounts.guarding import me, needs, rights_in
from eventapp.accounts.rights import Right
from eventapp.events.manage.pages import EVENT, blueprint
from eventapp.events.models import Event
from eventapp.history.actions import Action, action_name
from eventapp.history.models import Step
from eventapp.history.recording import editing
from eventapp.history.undoing import redo, steps_done, steps_undone, undo
from eventapp.plumbing.pages import safe_next
from eventapp.plumbing.web import reading_language
from eventapp.values.catalogue import N_
from eventapp.values.refusal import Refusal


@blueprint.post(f"{EVENT}/undo")
@needs(Right.READ)
def undo_step(event: Event) -> AnyResponse:
    """Takes back what the reader did last."""
    return _turn(event, Action.UNDO, undo, steps_done(event.id, me().id))


@blueprint.post(f"{EVENT}/redo")
@needs(Right.READ)
def redo_step(event: Event) -> AnyResponse:
    """Does again what the reader undid last."""
    return _turn(event, Action.REDO, redo, steps_undone(event.id, me().id))


def _turn(
    event: Event, action: Action, turn: Callable[..., None], steps: list[Step]
) -> AnyResponse:
    """Says what was done, on the page that asked, or alone to a script that did."""
    try:
        said = _turned(event, action, turn, steps)
    except Refusal as refusal:
        return _answer(refusal.text(reading_language()), 409)
    return _answer(said, 200)


def _turned(event: Event, action: Action, turn: Callable[..., None], steps: list[Step]) -> str:
    now, seen = datetime.now(UTC), request.form.get("step", "")
    if not steps or (seen and seen != str(steps[0].id)):
        raise Refusal(N_("There is nothing left to undo or redo here: another window did it."))
    step = steps[0]
    if step.right and Right(step.right) not in rights_in(event):
        abort(403)
    with editing(
        event.id, by=me().actor, now=now, action=action, name=step.name, can_be_undone=False
    ):
        turn(step, now=now)
    language = reading_language()
    name, deed = step.name.text(language).text, action_name(step.action, language)
    done = (
        _("Undone: %(deed)s", deed=deed)
        if action is Action.UNDO
        else _("Redone: %(deed)s", deed=deed)
    )
    return f"{done} – {name}" if name else done


def _answer(said: str, status: int) -> AnyResponse:
    if request.headers.get("Sec-Fetch-Dest") == "empty":  # a script asked, not a page
        return Response(said, status, content_type="text/plain; charset=utf-8")
    flash(said)
    return redirect(safe_next(request.form.get("next", ""), url_for(".overview")), 303)
