"""Removing a delegation, or a member from one; asked once."""

from flask import render_template, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from eventapp.accounts.doing import confirmed, my_deed
from eventapp.accounts.guarding import needs
from eventapp.accounts.rights import Right
from eventapp.delegations.composing import remove_member
from eventapp.delegations.editing import remove_delegation
from eventapp.delegations.listing import name_of
from eventapp.delegations.manage.pages import DELEGATION, blueprint, delegation_of, member_of
from eventapp.delegations.models import Delegation, Member
from eventapp.delegations.naming import called
from eventapp.events.models import Event
from eventapp.history.actions import Action
from eventapp.plumbing.web import reading_language

MEMBER = f"{DELEGATION}/members/<code:member>"

Answer = Response | tuple[str, int]


@blueprint.get(f"{DELEGATION}/remove")
@needs(Right.PROTOCOL)
def removing_delegation(event: Event, code: str) -> str:
    """Asks once."""
    return _ask_about_delegation(event, delegation_of(event, code))


@blueprint.post(f"{DELEGATION}/remove")
@needs(Right.PROTOCOL)
def remove_the_delegation(event: Event, code: str) -> Answer:
    """Removes a delegation to which nobody belongs."""
    row = delegation_of(event, code)
    deed = my_deed(event, Action.REMOVE, called(row))
    return confirmed(
        lambda: remove_delegation(row, now=deed.now),
        deed,
        lambda refusal: _ask_about_delegation(event, row, refusal),
        _("“%(name)s” was removed. Undo brings it back.", name=_name(row)),
        url_for(".delegations"),
    )


@blueprint.get(f"{MEMBER}/remove")
@needs(Right.PROTOCOL)
def removing_member(event: Event, code: str, member: str) -> str:
    """Asks once."""
    return _ask_about_member(event, member_of(event, code, member))


@blueprint.post(f"{MEMBER}/remove")
@needs(Right.PROTOCOL)
def remove_the_member(event: Event, code: str, member: str) -> Answer:
    """Takes somebody out of the delegation."""
    row = member_of(event, code, member)
    name = name_of(row.participant, reading_language())
    deed = my_deed(event, Action.REMOVE, row.recorded_as, can_be_undone=False)
    return confirmed(
        lambda: remove_member(row, now=deed.now),
        deed,
        lambda refusal: _ask_about_member(event, row, refusal),
        _("%(name)s no longer belongs to this delegation.", name=name),
        url_for(".delegation", code=code),
    )


def _ask_about_delegation(event: Event, row: Delegation, refusal: str = "") -> str:
    return render_template(
        "layouts/confirm.html",
        event=event,
        place="delegations.delegations",
        question=_("Remove “%(name)s”?", name=_name(row)),
        refusal=refusal,
        back=url_for(".delegation", code=row.code),
    )


def _ask_about_member(event: Event, row: Member, refusal: str = "") -> str:
    name = name_of(row.participant, reading_language())
    return render_template(
        "layouts/confirm.html",
        event=event,
        place="delegations.delegations",
        question=_("Take %(name)s out of this delegation?", name=name),
        detail=_("The person stays a participant of the event, of no delegation."),
        verb=_("Take out"),
        refusal=refusal,
        back=url_for(".delegation", code=row.delegation.code),
    )


def _name(row: Delegation) -> str:
    return called(row).text(reading_language()).text
