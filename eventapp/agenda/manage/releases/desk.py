"""The desk itself: what publishing would change, what blocks it, and publishing."""

from datetime import UTC, date, datetime
from typing import NamedTuple
from zoneinfo import ZoneInfo

from flask import Response, flash, make_response, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response as AnyResponse

from eventapp.accounts.guarding import me, needs
from eventapp.accounts.rights import Right
from eventapp.agenda.change_sheet import change_sheet, event_differs
from eventapp.agenda.conflicts.queries import conflicts_of
from eventapp.agenda.conflicts.telling import ConflictLine
from eventapp.agenda.manage.releases.forms import PublishForm
from eventapp.agenda.manage.releases.pages import RELEASES, blueprint
from eventapp.agenda.manage.slot_pages import is_discreet
from eventapp.agenda.models import Release
from eventapp.agenda.previewing import preview
from eventapp.agenda.published import NOTHING, PublishedAgenda
from eventapp.agenda.publishing import lock, publish, waiting
from eventapp.agenda.standing import standings
from eventapp.events.models import Event
from eventapp.history.actions import Action
from eventapp.history.recording import editing
from eventapp.planning.conflicts import Severity
from eventapp.plumbing.web import reading_language
from eventapp.values import typography
from eventapp.values.catalogue import N_
from eventapp.values.refusal import Refusal

GAPS_SHOWN = 20


class Moved(Refusal):
    """The draft is no longer what its reader saw."""


class Asked(NamedTuple):
    """A publication that was refused: what was typed, and why."""

    form: PublishForm
    said: str


@blueprint.get(RELEASES)
@needs(Right.READ)
def desk(event: Event) -> Response:
    """What would change, what blocks it, and all releases."""
    return _page(event)


@blueprint.post(RELEASES)
@needs(Right.PUBLISH)
def publish_draft(event: Event) -> AnyResponse:
    """Publishes the draft that its reader saw, now or at an instant."""
    form, language = PublishForm.by(request.form), reading_language()
    try:
        release = _published(event, form)
    except Refusal as refusal:
        status = 409 if isinstance(refusal, Moved) else 422
        return _page(event, asked=Asked(form, refusal.text(language)), status=status)
    at = typography.instant(release.published_at, event.zone, language)
    if release.published_at > datetime.now(UTC):
        said = _("Release %(number)s will be published %(at)s.", number=release.number, at=at)
    else:
        said = _("Release %(number)s: published %(at)s.", number=release.number, at=at)
    flash(said)
    return redirect(url_for(".desk"), 303)


def _published(event: Event, form: PublishForm) -> Release:
    now, by = datetime.now(UTC), me().actor
    with editing(event.id, by=by, now=now, action=Action.PUBLISH, can_be_undone=False):
        lock(event)
        if form.seen != preview(event, now).release.digest:
            raise Moved(
                N_("The draft changed while you were reading: please look again at what would.")
            )
        if not form.allows_conflicts and blocking_conflicts(event):
            raise Refusal(N_("There are conflicts: solve them, accept them, or publish despite."))
        return publish(
            event,
            by=by.name,
            now=now,
            note=form.note,
            allow_missing=form.allows_gaps,
            at=form.instant(event.zone, now),
        )


def blocking_conflicts(event: Event) -> list[ConflictLine]:
    """The errors of the programme that nobody has accepted."""
    lines = conflicts_of(
        event, reading_language(), today=_today(event), is_discreet=is_discreet(event)
    )
    return [
        line
        for line in lines
        if line.severity is Severity.ERROR
        and line.accepted is None
        and not (line.parties and all(party.is_private for party in line.parties))
    ]


def _page(event: Event, *, asked: Asked | None = None, status: int = 200) -> Response:
    now = datetime.now(UTC)
    draft = preview(event, now)
    old = draft.previous or PublishedAgenda(draft.release.agenda.event)
    body = render_template(
        "releases/desk.html",
        event=event,
        draft=draft,
        form=asked.form if asked else PublishForm(),
        refusals=[asked.said] if asked else [],
        rows=change_sheet(old, draft.release.agenda),
        event_differs=event_differs(old, draft.release.agenda),
        conflicts=blocking_conflicts(event),
        gaps=draft.gaps[:GAPS_SHOWN],
        standings=standings(event, now),
        waiting=waiting(event, now),
        nothing=NOTHING,
    )
    return make_response(body, status)


def _today(event: Event) -> date:
    return datetime.now(UTC).astimezone(ZoneInfo(event.zone)).date()
