"""Links in letters: asking for one, and what each leads to.

Opening a link does nothing: programs that read letters for their readers open every one. The
button on its page does, once.
"""

from collections.abc import Callable
from datetime import UTC, datetime

from flask import current_app, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from flask_security.utils import login_user
from werkzeug.wrappers import Response as AnyResponse

from eventapp.accounts import links, throttling
from eventapp.accounts.forms import AskForLinkForm, NewPasswordForm
from eventapp.accounts.guarding import everybody
from eventapp.accounts.models import Account, LinkPurpose, OneUseLink
from eventapp.accounts.pages.blueprint import ACCOUNT, blueprint, gone, typed
from eventapp.accounts.passwords import change_password, problems_with
from eventapp.plumbing.database import unit_of_work
from eventapp.plumbing.pages import safe_next
from eventapp.plumbing.web import reading_language
from eventapp.values.refusal import Refusal

Answer = str | AnyResponse | tuple[str, int]


@blueprint.get(f"{ACCOUNT}/sign-in/link")
@everybody
def ask_for_link() -> str:
    """Where a link to sign in is asked for."""
    return render_template("account/ask_link.html", form=AskForLinkForm())


@blueprint.post(f"{ACCOUNT}/sign-in/link")
@everybody
def send_link() -> Answer:
    """Sends a link to sign in, if somebody has the address; says the same if nobody has."""
    return _send("account/ask_link.html", links.ask_for_sign_in_link)


@blueprint.get(f"{ACCOUNT}/forgotten-password")
@everybody
def forgotten_password() -> str:
    """Where a link for a new password is asked for."""
    return render_template("account/ask_password.html", form=AskForLinkForm())


@blueprint.post(f"{ACCOUNT}/forgotten-password")
@everybody
def send_password_link() -> Answer:
    """Sends a link for a new password, if somebody has the address."""
    return _send("account/ask_password.html", links.ask_for_password_link)


@blueprint.get(f"{ACCOUNT}/link/<token>")
@everybody
def link(token: str) -> Answer:
    """What a link to sign in leads to: a button."""
    return _page_of(token, LinkPurpose.SIGN_IN, "account/link.html")


@blueprint.post(f"{ACCOUNT}/link/<token>")
@everybody
def use_link(token: str) -> Answer:
    """Signs in whoever the link is for, and asks for a second factor if they have one."""
    try:
        with unit_of_work():
            account = links.use(token, LinkPurpose.SIGN_IN, now=datetime.now(UTC)).account
    except Refusal as refusal:
        return gone(refusal.text(reading_language()))
    return sign_in(account, safe_next(request.form.get("next", ""), url_for("workspace.home")))


@blueprint.get(f"{ACCOUNT}/new-password/<token>")
@everybody
def new_password(token: str) -> Answer:
    """What a link for a new password leads to: the form for it."""
    return _page_of(token, LinkPurpose.PASSWORD, "account/new_password.html")


@blueprint.post(f"{ACCOUNT}/new-password/<token>")
@everybody
def set_new_password(token: str) -> Answer:
    """Gives the account its new password; whoever was signed in with it no longer is."""
    now, form = datetime.now(UTC), NewPasswordForm(typed())
    try:
        account = links.link_behind(token, LinkPurpose.PASSWORD, now=now).account
        if not _accepts(form, account):
            return render_template("account/new_password.html", form=form, token=token), 400
        with unit_of_work():
            account = links.use(token, LinkPurpose.PASSWORD, now=now).account
            change_password(account, form.password.data or "", now=now)
            links.forget_links(account)
    except Refusal as refusal:
        return gone(refusal.text(reading_language()))
    flash(_("Your password is changed. Please sign in with it."))
    return redirect(url_for("security.login"), 303)


@blueprint.get(f"{ACCOUNT}/new-address/<token>")
@everybody
def new_address(token: str) -> Answer:
    """What the link in a letter to a new address leads to: a button."""
    return _page_of(token, LinkPurpose.ADDRESS, "account/new_address.html")


@blueprint.post(f"{ACCOUNT}/new-address/<token>")
@everybody
def set_new_address(token: str) -> Answer:
    """Gives the account the address that the letter went to."""
    now = datetime.now(UTC)
    try:
        with unit_of_work():
            used = links.use(token, LinkPurpose.ADDRESS, now=now)
            links.change_address(used, now=now)
    except Refusal as refusal:
        return gone(refusal.text(reading_language()))
    flash(_("Your new address is in use from now on."))
    return redirect(url_for(".settings"), 303)


def sign_in(account: Account, target: str) -> AnyResponse:
    """Signs the account in and leads on to the page, or to its second factor first."""
    plugins = current_app.extensions["security"].two_factor_plugins
    second_factor: AnyResponse | None = plugins.tf_enter(account, None, "link", next_loc=target)
    if second_factor is not None:
        return second_factor
    login_user(account, authn_via=["link"])
    return redirect(target, 303)


def _send(template: str, ask: Callable[..., None]) -> Answer:
    form = AskForLinkForm(typed())
    if not form.validate():
        return render_template(template, form=form), 400
    throttling.count_letter(form.email.data)
    with unit_of_work():
        ask(form.email.data, now=datetime.now(UTC))
    return render_template("account/sent.html", email=form.email.data)


def _page_of(token: str, purpose: LinkPurpose, template: str) -> Answer:
    try:
        found: OneUseLink = links.link_behind(token, purpose, now=datetime.now(UTC))
    except Refusal as refusal:
        return gone(refusal.text(reading_language()))
    return render_template(template, token=token, link=found, form=NewPasswordForm())


def _accepts(form: NewPasswordForm, account: Account) -> bool:
    if not form.validate():
        return False
    form.password.errors = problems_with(form.password.data or "", account)
    return not form.password.errors
