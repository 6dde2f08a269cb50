"""Members of one's delegation: adding somebody new, changing what is said of them."""

from typing import Any

from flask import render_template, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from eventapp.accounts.doing import done
from eventapp.delegations.forms import MemberForm, NewMemberForm
from eventapp.delegations.guarding import assigned
from eventapp.delegations.liaison.pages import DELEGATION, blueprint, deed_of
from eventapp.delegations.listing import name_of
from eventapp.delegations.models import DelegationAccess, Member
from eventapp.delegations.naming import called
from eventapp.delegations.queries import member_called
from eventapp.delegations.writing import (
    member_offers,
    quota_offers,
    write_member,
    write_newcomer,
)
from eventapp.history.actions import Action
from eventapp.history.saving import Sheet, opened, save
from eventapp.participants.models import Participant
from eventapp.plumbing.forms import Offers
from eventapp.plumbing.web import found, reading_language

MEMBER = f"{DELEGATION}/members/<code:member>"

Answer = Response | tuple[str, int]


@blueprint.get(f"{DELEGATION}/new-member")
@assigned
def new_member(access: DelegationAccess) -> Answer:
    """An empty form for somebody new."""
    sheet: Sheet[Any, Any] = opened(NewMemberForm, offers=quota_offers(access.delegation))
    return _page(access, sheet, _("New member"))


@blueprint.post(f"{DELEGATION}/new-member")
@assigned
def add_new_member(access: DelegationAccess) -> Answer:
    """Makes somebody new a member; who is known already, only the team can find."""
    delegation = access.delegation
    deed = deed_of(access, Action.ADD)

    def write(_row: object, form: NewMemberForm) -> Member:
        return write_newcomer(delegation, form, now=deed.now)

    offers = quota_offers(delegation)
    sheet: Sheet[Any, Any] = save(NewMemberForm, None, write, deed, offers)
    return _saved(access, sheet) or _page(access, sheet, _("New member"))


@blueprint.get(MEMBER)
@assigned
def member(access: DelegationAccess, member: str) -> Answer:
    """A member's form."""
    row = found(member_called(access.delegation, member))
    sheet: Sheet[Any, Any] = opened(MemberForm, row.participant, _offers(row))
    return _page(access, sheet, name_of(row.participant, reading_language()))


@blueprint.post(MEMBER)
@assigned
def save_member(access: DelegationAccess, member: str) -> Answer:
    """Saves a member."""
    row = found(member_called(access.delegation, member))
    deed = deed_of(access, name=row.recorded_as)

    def write(participant: Participant | None, form: MemberForm) -> Participant:
        return write_member(row, found(participant), form, now=deed.now)

    offers = _offers(row)
    sheet: Sheet[Any, Any] = save(MemberForm, row.participant, write, deed, offers)
    name = name_of(row.participant, reading_language())
    return _saved(access, sheet) or _page(access, sheet, name)


def _offers(row: Member) -> Offers:
    return {**member_offers(row), **quota_offers(row.delegation, row)}


def _saved(access: DelegationAccess, sheet: Sheet[Any, Any]) -> Response | None:
    if not sheet.is_saved:
        return None
    return done(_("Saved."), url_for(".delegation", code=access.delegation.code))


def _page(access: DelegationAccess, sheet: Sheet[Any, Any], heading: str) -> Answer:
    page = render_template(
        "liaison/member.html",
        access=access,
        sheet=sheet,
        heading=heading,
        name=called(access.delegation).text(reading_language()),
    )
    return page, sheet.status
