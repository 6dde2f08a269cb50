"""All accounts of the site, for its administrators."""

from collections.abc import Callable
from datetime import UTC, datetime

from flask import flash, redirect, render_template, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response as AnyResponse

from eventapp.accounts import administering, queries
from eventapp.accounts.guarding import administrators, me
from eventapp.accounts.models import Account
from eventapp.accounts.pages.blueprint import ACCOUNT, blueprint
from eventapp.history.actions import Action
from eventapp.history.recording import editing
from eventapp.plumbing.web import found

PEOPLE = f"{ACCOUNT}/all"


@blueprint.get(PEOPLE)
@administrators
def people() -> str:
    """Who has an account."""
    return render_template("account/people.html", accounts=queries.accounts())


@blueprint.post(f"{PEOPLE}/<int:number>/close")
@administrators
def close(number: int) -> AnyResponse:
    """Closes an account: its next request is nobody's."""
    return _do(number, administering.close, _("The account is closed."))


@blueprint.post(f"{PEOPLE}/<int:number>/open")
@administrators
def reopen(number: int) -> AnyResponse:
    """Opens a closed account again."""
    return _do(number, administering.reopen, _("The account is open again."))


@blueprint.post(f"{PEOPLE}/<int:number>/administrator")
@administrators
def make_administrator(number: int) -> AnyResponse:
    """Makes somebody an administrator of the site."""
    return _do(number, administering.make_administrator, _("The account is an administrator’s."))


@blueprint.post(f"{PEOPLE}/<int:number>/no-administrator")
@administrators
def end_administrator(number: int) -> AnyResponse:
    """Makes an administrator a user like others."""
    return _do(
        number, administering.end_administrator, _("The account is no administrator’s any more.")
    )


def _do(number: int, deed: Callable[[Account], None], done: str) -> AnyResponse:
    by = me().actor
    with editing(None, by=by, now=datetime.now(UTC), action=Action.EDIT, can_be_undone=False):
        deed(found(queries.account_numbered(number)))
    flash(done)
    return redirect(url_for(".people"), 303)
