"""Accepting to work for a delegation: with the account that one has, or with a new one."""

from datetime import UTC, datetime

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response as AnyResponse

from eventapp.accounts import administering, queries
from eventapp.accounts.forms import OpenAccountForm
from eventapp.accounts.guarding import everybody, me, signed_in, signed_in_account
from eventapp.accounts.models import Account
from eventapp.accounts.pages.blueprint import gone
from eventapp.accounts.pages.links import sign_in
from eventapp.delegations import labels
from eventapp.delegations.access import accept, invitation_behind
from eventapp.delegations.liaison.pages import blueprint
from eventapp.delegations.models import AccessInvitation
from eventapp.delegations.naming import called
from eventapp.history.actions import Action
from eventapp.history.recording import Actor
from eventapp.history.saving import Deed, doing
from eventapp.plumbing.web import reading_language
from eventapp.values.bilingual import Bilingual
from eventapp.values.refusal import Refusal

Answer = str | AnyResponse | tuple[str, int]

INVITATION = "/<language:language>/account/delegation/<token>"


@blueprint.get(INVITATION)
@everybody
def invitation(token: str) -> Answer:
    """What the link of a letter leads to: which delegation it is, and how to accept."""
    try:
        offer = invitation_behind(token, now=datetime.now(UTC))
    except Refusal as refusal:
        return gone(refusal.text(reading_language()))
    return _page(offer, token, OpenAccountForm(stored={"name": offer.name}))


@blueprint.post(INVITATION)
@signed_in
def accept_invitation(token: str) -> Answer:
    """Lets the account in that is signed in. The first one to ask gets the access."""
    now = datetime.now(UTC)
    try:
        offer = invitation_behind(token, now=now)
        with doing(_deed(offer, me().actor, now)):
            accept(invitation_behind(token, now=now), me(), now=now)
    except Refusal as refusal:
        return gone(refusal.text(reading_language()))
    flash(_("Welcome."))
    return redirect(_target(offer), 303)


@blueprint.post(f"{INVITATION}/account")
@everybody
def join(token: str) -> Answer:
    """Opens an account for who was invited, lets it in and signs it in."""
    now, form = datetime.now(UTC), OpenAccountForm([*request.form.items(multi=True)])
    try:
        offer = invitation_behind(token, now=now)
        if _has_account(offer) or not form.validate():
            return _page(offer, token, form), 409 if _has_account(offer) else 422
        with doing(_deed(offer, Actor(None, form.name.data), now)):
            account = _opened(invitation_behind(token, now=now), form, now)
    except Refusal as refusal:
        return gone(refusal.text(reading_language()))
    return sign_in(account, _target(offer))


def _opened(offer: AccessInvitation, form: OpenAccountForm, now: datetime) -> Account:
    account = administering.open_account(
        offer.email,
        form.name.data,
        now=now,
        language=reading_language(),
        password=form.password.data or "",
    )
    accept(offer, account, now=now)
    return account


def _deed(offer: AccessInvitation, by: Actor, now: datetime) -> Deed:
    event_id, name = offer.delegation.event_id, Bilingual.same(by.name)
    return Deed(event_id, by, now, Action.GRANT, name, can_be_undone=False)


def _target(offer: AccessInvitation) -> str:
    delegation = offer.delegation
    return url_for(".delegation", event=delegation.event.slug, code=delegation.code)


def _page(offer: AccessInvitation, token: str, form: OpenAccountForm) -> str:
    language = reading_language()
    return render_template(
        "liaison/invitation.html",
        offer=offer,
        token=token,
        form=form,
        title=called(offer.delegation).text(language),
        event_title=offer.delegation.event.title.text(language),
        kind=labels.access_kind(offer.kind, language),
        account=signed_in_account(),
        has_account=_has_account(offer),
    )


def _has_account(offer: AccessInvitation) -> bool:
    return queries.account_of(offer.email, is_open=False) is not None
