"""One text: a language of it beside the other, what changed since it was approved, its terms."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, NamedTuple
from uuid import UUID

from flask import Response, flash, make_response, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response as AnyResponse

from eventapp.accounts.guarding import me, needs
from eventapp.accounts.rights import Right
from eventapp.agenda.manage.texts.asked import Asked
from eventapp.agenda.manage.texts.desk import today_at
from eventapp.agenda.manage.texts.lines import TextLine, lines_of
from eventapp.agenda.manage.texts.pages import TEXTS, blueprint
from eventapp.agenda.manage.texts.saving import Sent, Stale, save_wording
from eventapp.agenda.publishing import lock
from eventapp.events.models import Event
from eventapp.history.actions import Action
from eventapp.history.recording import editing
from eventapp.plumbing.web import found, reading_language
from eventapp.translation.approving import approval_of
from eventapp.translation.comparing import Piece, compared
from eventapp.translation.glossary import stretches, terms_in
from eventapp.translation.models import Approval
from eventapp.translation.states import digest_of
from eventapp.translation.terms import glossary
from eventapp.values.language import Language
from eventapp.values.refusal import Refusal

UNIT = f"{TEXTS}/<uuid:subject>/<code:field>/<language:into>"


class Opened(NamedTuple):
    """A line, and those before and after it among the lines that its reader asked for."""

    line: TextLine
    before: TextLine | None
    after: TextLine | None


@dataclass(frozen=True, slots=True)
class Changes:
    """What changed in both languages since one of them was approved."""

    approval: Approval
    own: list[Piece]
    beside: list[Piece]


@blueprint.get(UNIT)
@needs(Right.READ)
def unit(event: Event, subject: UUID, field: str, into: Language) -> Response:
    """A text and its other language, for the person who translates it."""
    opened = _opened(event, subject, field, into)
    return _page(event, opened, typed=opened.line.own)


@blueprint.post(UNIT)
@needs(Right.TRANSLATE)
def save(event: Event, subject: UUID, field: str, into: Language) -> AnyResponse:
    """Saves the wording, approves it where that was asked, and goes on to the next text."""
    line, _before, after = _opened(event, subject, field, into)
    sent, now = Sent.by(request.form), datetime.now(UTC)
    action = Action.APPROVE if sent.approves else Action.EDIT
    try:
        with editing(event.id, by=me().actor, now=now, action=action, name=line.name):
            lock(event)
            save_wording(line, sent, by=me().name, now=now)
    except (Stale, Refusal) as trouble:
        opened = _opened(event, subject, field, into)
        return _page(event, opened, typed=sent.wording, trouble=trouble)
    flash(_("Saved and approved.") if sent.approves else _("Saved."))
    if sent.approves:
        return redirect(_address(after) or url_for(".desk", **_parameters()), 303)
    return redirect(_address(line), 303)


def _page(
    event: Event, opened: Opened, *, typed: str, trouble: Stale | Refusal | None = None
) -> Response:
    line, status = opened.line, 200
    if trouble:
        status = 409 if isinstance(trouble, Stale) else 422
    source = stretches(line.beside, line.into.other, glossary())
    body = render_template(
        "texts/unit.html",
        event=event,
        line=line,
        today=today_at(event),
        typed=typed,
        stale=trouble if isinstance(trouble, Stale) else None,
        clash=compared(line.own, typed) if isinstance(trouble, Stale) else [],
        refusals=[trouble.text(reading_language())] if isinstance(trouble, Refusal) else [],
        changes=_changes(line),
        source=source,
        terms=terms_in(source),
        before=_address(opened.before),
        after=_address(opened.after),
        here=_address(line),
        digests=[digest_of(line.own), digest_of(line.beside)],
        parameters=_parameters(),
    )
    return make_response(body, status)


def _opened(event: Event, subject: UUID, field: str, into: Language) -> Opened:
    lines = lines_of(event)
    names = [(line.unit.subject, line.unit.field, line.into) for line in lines]
    place = found(names.index((subject, field, into)) if (subject, field, into) in names else None)
    asked, today = Asked.by(request.args), today_at(event)
    earlier = asked.among(lines[:place], today)
    later = asked.among(lines[place + 1 :], today)
    return Opened(lines[place], earlier[-1] if earlier else None, later[0] if later else None)


def _changes(line: TextLine) -> Changes | None:
    """None where nothing is known of what was approved, and where it still holds."""
    approval = approval_of(line.unit, line.into) if line.is_to_do else None
    if approval is None or not approval.wording:
        return None
    return Changes(
        approval,
        compared(approval.wording, line.own),
        compared(approval.wording_beside, line.beside),
    )


def _address(line: TextLine | None) -> str:
    """Of the line's page, with what its reader asked for; empty for none."""
    if line is None:
        return ""
    unit = line.unit
    names: dict[str, Any] = {"subject": unit.subject, "field": unit.field, "into": line.into}
    return url_for(".unit", **names, **_parameters())


def _parameters() -> dict[str, Any]:
    return Asked.by(request.args).parameters
