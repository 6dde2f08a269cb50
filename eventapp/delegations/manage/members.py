"""A member: what they are in the delegation, and how this event prints them."""

from typing import Any

from flask import render_template, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from eventapp.accounts.doing import done, my_deed
from eventapp.accounts.guarding import needs
from eventapp.accounts.rights import Right
from eventapp.delegations.forms import MemberForm
from eventapp.delegations.listing import name_of
from eventapp.delegations.manage.pages import DELEGATION, blueprint, member_of
from eventapp.delegations.models import Member
from eventapp.delegations.naming import called
from eventapp.delegations.writing import member_offers, write_member
from eventapp.events.models import Event
from eventapp.history.saving import Sheet, opened, save
from eventapp.participants.models import Participant
from eventapp.plumbing.web import found, reading_language

MEMBER = f"{DELEGATION}/members/<code:member>"

Answer = Response | tuple[str, int]


@blueprint.get(MEMBER)
@needs(Right.PROTOCOL)
def member(event: Event, code: str, member: str) -> Answer:
    """A member's form."""
    row = member_of(event, code, member)
    return _page(event, row, opened(MemberForm, row.participant, member_offers(row)))


@blueprint.post(MEMBER)
@needs(Right.PROTOCOL)
def save_member(event: Event, code: str, member: str) -> Answer:
    """Saves a member."""
    row = member_of(event, code, member)
    deed = my_deed(event, name=row.recorded_as, can_be_undone=False)

    def write(participant: Participant | None, form: MemberForm) -> Participant:
        return write_member(row, found(participant), form, now=deed.now)

    offers = member_offers(row)
    sheet: Sheet[Any, Any] = save(MemberForm, row.participant, write, deed, offers)
    if sheet.is_saved:
        return done(_("Saved."), url_for(".delegation", code=code))
    return _page(event, row, sheet)


def _page(event: Event, row: Member, sheet: Sheet[Any, Any]) -> Answer:
    language = reading_language()
    page = render_template(
        "delegations/member.html",
        event=event,
        sheet=sheet,
        member=row,
        name=name_of(row.participant, language),
        delegation=row.delegation,
        delegation_name=called(row.delegation).text(language),
    )
    return page, sheet.status
