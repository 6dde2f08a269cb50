"""An event's team: who may do what, and who is invited."""

from contextlib import AbstractContextManager
from datetime import UTC, datetime
from typing import NamedTuple

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response as AnyResponse

from eventapp.accounts import queries, team, throttling
from eventapp.accounts.forms import InvitationForm
from eventapp.accounts.guarding import me, needs
from eventapp.accounts.rights import EventRole, Right, right_name, rights_of, role_name
from eventapp.events.manage.pages import EVENT, blueprint
from eventapp.events.models import Event
from eventapp.history.actions import Action
from eventapp.history.recording import editing
from eventapp.plumbing.web import found, reading_language
from eventapp.values.bilingual import Bilingual
from eventapp.values.language import Language
from eventapp.values.refusal import Refusal

Answer = str | AnyResponse | tuple[str, int]


class Duty(NamedTuple):
    """A role in the reader's language, and what it allows."""

    role: EventRole
    name: str
    rights: list[str]


@blueprint.get(f"{EVENT}/team", endpoint="team")
@needs(Right.READ)
def show_team(event: Event) -> str:
    """Who may do what in the event."""
    return _page(event, InvitationForm(stored={"language": reading_language().value}))


@blueprint.post(f"{EVENT}/team/<int:number>")
@needs(Right.TEAM)
def give_roles(event: Event, number: int) -> Answer:
    """Changes somebody's roles; with none left they are no longer on the team."""
    account, roles = found(queries.member(event.id, number)), _chosen_roles()
    action = Action.GRANT if roles else Action.REVOKE
    try:
        with _recorded(event, action, account.name):
            team.give_roles(event.id, account, roles)
    except Refusal as refusal:
        return _page(event, InvitationForm(), refusal.text(reading_language())), 409
    flash(_("Saved."))
    return redirect(url_for(".team"), 303)


@blueprint.post(f"{EVENT}/team/invitations")
@needs(Right.TEAM)
def invite(event: Event) -> Answer:
    """Sends somebody an invitation."""
    form = InvitationForm([*request.form.items(multi=True)])
    if not form.validate():
        return _page(event, form), 400
    throttling.count_letter(form.email.data)
    with _recorded(event, Action.INVITE, form.name.data):
        team.invite(
            event,
            form.email.data,
            form.name.data,
            [EventRole(role) for role in form.roles.data],
            language=Language(form.language.data),
            invited_by=me().name,
            now=datetime.now(UTC),
        )
    flash(_("The invitation is on its way to %(email)s.", email=form.email.data))
    return redirect(url_for(".team"), 303)


@blueprint.post(f"{EVENT}/team/invitations/<int:number>/withdraw")
@needs(Right.TEAM)
def withdraw_invitation(event: Event, number: int) -> Answer:
    """Ends an invitation that was not accepted yet."""
    invitation = found(queries.invitation(event.id, number))
    try:
        with _recorded(event, Action.WITHDRAW, invitation.name):
            team.withdraw(invitation, now=datetime.now(UTC))
    except Refusal as refusal:
        return _page(event, InvitationForm(), refusal.text(reading_language())), 409
    flash(_("The invitation is withdrawn."))
    return redirect(url_for(".team"), 303)


def _page(event: Event, form: InvitationForm, refusal: str = "") -> str:
    language = reading_language()
    duties = [
        Duty(role, role_name(role, language), [right_name(r, language) for r in rights])
        for role in EventRole
        if (rights := [right for right in Right if right in rights_of([role])])
    ]
    return render_template(
        "events/team.html",
        event=event,
        members=queries.roles_in(event.id),
        duties=duties,
        invitations=team.open_invitations(event.id, now=datetime.now(UTC)),
        form=form,
        refusal=refusal,
    )


def _recorded(event: Event, action: Action, name: str) -> AbstractContextManager[None]:
    return editing(
        event.id,
        by=me().actor,
        now=datetime.now(UTC),
        action=action,
        name=Bilingual.same(name),
        can_be_undone=False,
    )


def _chosen_roles() -> set[EventRole]:
    known = {role.value: role for role in EventRole}
    return {known[value] for value in request.form.getlist("roles") if value in known}
