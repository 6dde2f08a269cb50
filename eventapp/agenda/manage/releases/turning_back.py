"""Withdrawing a release, and restoring an old one to the draft: each asks once."""

from datetime import UTC, datetime

from flask import Response, flash, make_response, redirect, render_template, request, url_for
from flask_babel import gettext as _
from sqlalchemy import select
from sqlalchemy.orm import undefer
from sqlalchemy.orm.exc import StaleDataError
from werkzeug.wrappers import Response as AnyResponse

from eventapp.accounts.guarding import me, needs
from eventapp.accounts.rights import Right
from eventapp.agenda.codec import decode
from eventapp.agenda.manage.releases.forms import bilingual_text
from eventapp.agenda.manage.releases.pages import RELEASES, blueprint, the_release
from eventapp.agenda.models import Release, release_name
from eventapp.agenda.restoring import restore
from eventapp.agenda.standing import ReleaseState, standings
from eventapp.agenda.withdrawing import withdraw
from eventapp.events.models import Event
from eventapp.history.actions import Action
from eventapp.history.recording import editing
from eventapp.plumbing.database import db
from eventapp.plumbing.problems import problem
from eventapp.plumbing.web import reading_language
from eventapp.values.bilingual import Bilingual
from eventapp.values.refusal import Refusal


@blueprint.get(f"{RELEASES}/<int:number>/withdraw")
@needs(Right.PUBLISH)
def ask_to_withdraw(event: Event, number: int) -> Response:
    """Says what will happen, and takes the notice."""
    return _page(event, the_release(event, number))


@blueprint.post(f"{RELEASES}/<int:number>/withdraw")
@needs(Right.PUBLISH)
def withdraw_release(event: Event, number: int) -> AnyResponse:
    """Withdraws the release."""
    release, now, by = the_release(event, number), datetime.now(UTC), me().actor
    notice = bilingual_text("notice", request.form)
    name = release_name(number)
    try:
        with editing(
            event.id, by=by, now=now, action=Action.WITHDRAW, name=name, can_be_undone=False
        ):
            withdraw(release, by=by.name, now=now, notice=notice)
    except Refusal as refusal:
        said = refusal.text(reading_language())
        return _page(event, release, notice=notice, refusals=[said], status=422)
    flash(_("Release %(number)s was withdrawn.", number=number))
    return redirect(url_for(".desk"), 303)


@blueprint.get(f"{RELEASES}/<int:number>/restore")
@needs(Right.PUBLISH)
def ask_to_restore(event: Event, number: int) -> str:
    """Says what will come back and what will not."""
    release = the_release(event, number)
    return render_template("releases/restore.html", event=event, release=release)


@blueprint.post(f"{RELEASES}/<int:number>/restore")
@needs(Right.PUBLISH)
def restore_release(event: Event, number: int) -> AnyResponse:
    """Puts the draft back as the release holds it: one step, which can be undone."""
    release, now, by = the_release(event, number), datetime.now(UTC), me().actor
    query = select(Release).where(Release.id == release.id).options(undefer(Release.agenda))
    agenda = decode(db.session.scalars(query).one().agenda)
    action, name = Action.RESTORE_RELEASE, release_name(number)
    try:
        with editing(event.id, by=by, now=now, action=action, name=name):
            restore(event, agenda, by=by.name, now=now)
    except StaleDataError:
        return problem(409, _("Somebody else saved at the same moment. Please try again."))
    flash(_("The draft is again as release %(number)s was.", number=number))
    return redirect(url_for(".desk"), 303)


def _page(
    event: Event,
    release: Release,
    *,
    notice: Bilingual | None = None,
    refusals: tuple[str, ...] | list[str] = (),
    status: int = 200,
) -> Response:
    listed = standings(event, datetime.now(UTC))
    state = next(each.state for each in listed if each.release.number == release.number)
    body = render_template(
        "releases/withdraw.html",
        event=event,
        release=release,
        state=state,
        goes_back=any(each.state is ReleaseState.REPLACED for each in listed),
        notice=notice or Bilingual(),
        refusals=refusals,
    )
    return make_response(body, status)
