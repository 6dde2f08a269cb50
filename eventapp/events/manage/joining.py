"""Accepting an invitation: with the account that one has, or with a new one."""

from contextlib import AbstractContextManager
from datetime import UTC, datetime

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response as AnyResponse

from eventapp.accounts import administering, queries, team
from eventapp.accounts.forms import OpenAccountForm
from eventapp.accounts.guarding import everybody, me, signed_in, signed_in_account
from eventapp.accounts.models import Account, Invitation
from eventapp.accounts.pages.blueprint import gone
from eventapp.accounts.pages.links import sign_in
from eventapp.accounts.rights import EventRole, Right, right_name, rights_of, role_name
from eventapp.events.manage.pages import blueprint
from eventapp.events.models import Event
from eventapp.history.actions import Action
from eventapp.history.recording import Actor, editing
from eventapp.plumbing.database import db
from eventapp.plumbing.web import found, reading_language
from eventapp.values.bilingual import Bilingual
from eventapp.values.refusal import Refusal

Answer = str | AnyResponse | tuple[str, int]

INVITATION = "/<language:language>/account/invitation/<token>"


@blueprint.get(INVITATION)
@everybody
def invitation(token: str) -> Answer:
    """What an invitation's link leads to: what it offers, and how to accept it."""
    try:
        offer = team.invitation_behind(token, now=datetime.now(UTC))
    except Refusal as refusal:
        return gone(refusal.text(reading_language()))
    return _page(offer, token, OpenAccountForm(stored={"name": offer.name}))


@blueprint.post(INVITATION)
@signed_in
def accept_invitation(token: str) -> Answer:
    """Takes the roles, with the account that is signed in. The first one to do so gets them."""
    now = datetime.now(UTC)
    try:
        offer = team.invitation_behind(token, now=now)
        with _recorded(offer, me().actor, now):
            team.accept(team.invitation_behind(token, now=now), me(), now=now)
    except Refusal as refusal:
        return gone(refusal.text(reading_language()))
    flash(_("Welcome to the team."))
    return redirect(url_for(".overview", event=_event(offer).slug), 303)


@blueprint.post(f"{INVITATION}/account")
@everybody
def join(token: str) -> Answer:
    """Opens an account for who was invited, gives it the roles and signs it in."""
    now, form = datetime.now(UTC), OpenAccountForm([*request.form.items(multi=True)])
    try:
        offer = team.invitation_behind(token, now=now)
        if _has_account(offer) or not form.validate():
            return _page(offer, token, form), 409 if _has_account(offer) else 400
        with _recorded(offer, Actor(None, form.name.data), now):
            account = _opened(team.invitation_behind(token, now=now), form, now)
    except Refusal as refusal:
        return gone(refusal.text(reading_language()))
    return sign_in(account, url_for(".overview", event=_event(offer).slug))


def _opened(offer: Invitation, form: OpenAccountForm, now: datetime) -> Account:
    account = administering.open_account(
        offer.email,
        form.name.data,
        now=now,
        language=offer.language,
        password=form.password.data or "",
    )
    team.accept(offer, account, now=now)
    return account


def _recorded(offer: Invitation, by: Actor, now: datetime) -> AbstractContextManager[None]:
    name = Bilingual.same(by.name)
    action = Action.GRANT
    return editing(offer.event_id, by=by, now=now, action=action, name=name, can_be_undone=False)


def _page(offer: Invitation, token: str, form: OpenAccountForm) -> str:
    language = reading_language()
    roles = [EventRole(role) for role in offer.roles]
    rights = rights_of(roles)
    return render_template(
        "events/invitation.html",
        offer=offer,
        token=token,
        form=form,
        title=_event(offer).title.text(language),
        roles=[role_name(role, language) for role in roles],
        rights=[right_name(right, language) for right in Right if right in rights],
        account=signed_in_account(),
        has_account=_has_account(offer),
    )


def _has_account(offer: Invitation) -> bool:
    return queries.account_of(offer.email, is_open=False) is not None


def _event(offer: Invitation) -> Event:
    return found(db.session.get(Event, offer.event_id))
