"""Withdrawing a member of one's delegation; asked once."""

from flask import render_template, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from eventapp.accounts.doing import confirmed
from eventapp.delegations.composing import withdraw_member
from eventapp.delegations.guarding import assigned
from eventapp.delegations.liaison.pages import DELEGATION, blueprint, deed_of
from eventapp.delegations.listing import name_of
from eventapp.delegations.models import DelegationAccess, Member
from eventapp.delegations.queries import member_called
from eventapp.history.actions import Action
from eventapp.plumbing.web import found, reading_language

MEMBER = f"{DELEGATION}/members/<code:member>"


@blueprint.get(f"{MEMBER}/withdraw")
@assigned
def withdrawing_member(access: DelegationAccess, member: str) -> str:
    """Asks once."""
    return _ask(access, found(member_called(access.delegation, member)))


@blueprint.post(f"{MEMBER}/withdraw")
@assigned
def withdraw_the_member(access: DelegationAccess, member: str) -> Response | tuple[str, int]:
    """Takes somebody out of the delegation and out of the event."""
    row = found(member_called(access.delegation, member))
    name = name_of(row.participant, reading_language())
    deed = deed_of(access, Action.REMOVE, row.recorded_as)
    return confirmed(
        lambda: withdraw_member(row, now=deed.now),
        deed,
        lambda refusal: _ask(access, row, refusal),
        _("%(name)s no longer comes.", name=name),
        url_for(".delegation", code=access.delegation.code),
    )


def _ask(access: DelegationAccess, row: Member, refusal: str = "") -> str:
    name = name_of(row.participant, reading_language())
    return render_template(
        "layouts/confirm.html",
        question=_("Withdraw %(name)s?", name=name),
        detail=_("The person will not come to the event, and their place is free again."),
        verb=_("Withdraw"),
        refusal=refusal,
        back=url_for(".member", code=access.delegation.code, member=row.participant.code),
    )
