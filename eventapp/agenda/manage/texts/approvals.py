"""Approving what was chosen in the list: just the wordings that its reader saw."""

from datetime import UTC, datetime

from flask import flash, redirect, request, url_for
from flask_babel import ngettext
from werkzeug.wrappers import Response as AnyResponse

from eventapp.accounts.guarding import me, needs
from eventapp.accounts.rights import Right
from eventapp.agenda.manage.texts.asked import PAGE, Asked
from eventapp.agenda.manage.texts.desk import page_of_desk
from eventapp.agenda.manage.texts.lines import TextLine, lines_of
from eventapp.agenda.manage.texts.pages import TEXTS, blueprint
from eventapp.agenda.publishing import lock
from eventapp.events.models import Event
from eventapp.history.actions import Action
from eventapp.history.recording import editing
from eventapp.translation.approving import approve
from eventapp.values.language import Language


@blueprint.post(f"{TEXTS}/approve")
@needs(Right.TRANSLATE)
def approve_chosen(event: Event) -> AnyResponse:
    """Approves the lines chosen; those that are not what was seen are shown again."""
    now, by = datetime.now(UTC), me().actor
    with editing(event.id, by=by, now=now, action=Action.APPROVE, name=event.title):
        lock(event)
        approved, changed = _chosen(lines_of(event))
        for language in Language:
            units = [line.unit for line in approved if line.into is language]
            approve(units, [language], by=by.name, now=now)
    if changed:
        return page_of_desk(event, status=409, changed=changed)
    flash(ngettext("%(num)s text approved.", "%(num)s texts approved.", len(approved)))
    return redirect(url_for(".desk", **Asked.by(request.args).parameters), 303)


def _chosen(lines: list[TextLine]) -> tuple[tuple[TextLine, ...], tuple[TextLine, ...]]:
    """The lines chosen that still read as they were seen, and those that do not."""
    keys = request.form.getlist("chosen")[: 10 * PAGE]
    seen = {tuple(key.split(".")[:3]): key for key in keys}
    chosen = [line for line in lines if tuple(line.key.split(".")[:3]) in seen]
    same = [line.key == seen[tuple(line.key.split(".")[:3])] for line in chosen]
    pairs = list(zip(chosen, same, strict=True))
    return (
        tuple(line for line, is_same in pairs if is_same),
        tuple(line for line, is_same in pairs if not is_same),
    )
