"""One's own account: how one is called, what one signs in with, and one's address."""

from datetime import UTC, datetime

from flask import flash, redirect, render_template, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response as AnyResponse

from eventapp.accounts import links, throttling
from eventapp.accounts.forms import NewAddressForm, OwnSettingsForm
from eventapp.accounts.guarding import me, signed_in
from eventapp.accounts.pages.blueprint import ACCOUNT, blueprint, typed
from eventapp.accounts.pages.freshness import fresh
from eventapp.history.actions import Action
from eventapp.history.recording import editing
from eventapp.plumbing.database import unit_of_work
from eventapp.values.language import Language

Answer = str | AnyResponse | tuple[str, int]


@blueprint.get(f"{ACCOUNT}/")
@signed_in
def settings() -> Answer:
    """One's own account at a glance."""
    return _settings(OwnSettingsForm(stored=OwnSettingsForm.stored(me())))


@blueprint.post(f"{ACCOUNT}/")
@signed_in
def save_settings() -> Answer:
    """Keeps how one is called, and the language of one's letters."""
    form = OwnSettingsForm(typed())
    if not form.validate():
        return _settings(form), 400
    with editing(None, by=me().actor, now=datetime.now(UTC), action=Action.EDIT):
        account = me()
        account.name = form.name.data
        account.language = Language(form.language.data)
    flash(_("Saved."))
    return redirect(url_for(".settings"), 303)


@blueprint.get(f"{ACCOUNT}/address")
@signed_in
@fresh
def address() -> Answer:
    """Where another address is given."""
    return render_template("account/address.html", form=NewAddressForm())


@blueprint.post(f"{ACCOUNT}/address")
@signed_in
@fresh
def change_address() -> Answer:
    """Sends a letter to the new address; says the same where somebody has it already."""
    form = NewAddressForm(typed())
    if not form.validate():
        return render_template("account/address.html", form=form), 400
    throttling.count_letter(form.email.data)
    with unit_of_work():
        links.ask_for_address(me(), form.email.data, now=datetime.now(UTC))
    return render_template("account/sent.html", email=form.email.data)


def _settings(form: OwnSettingsForm) -> str:
    return render_template("account/settings.html", form=form, account=me())
