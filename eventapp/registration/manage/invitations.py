"""Personal invitations."""

from datetime import UTC, datetime, timedelta
from typing import Any

from flask import render_template, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from eventapp.accounts.doing import done, my_deed
from eventapp.accounts.guarding import needs
from eventapp.accounts.rights import Right
from eventapp.events.models import Event
from eventapp.history.actions import Action
from eventapp.history.saving import FieldRefusal, Sheet, attempted, save
from eventapp.participants.categories import categories_of, category_called
from eventapp.plumbing.fields import offered
from eventapp.plumbing.forms import Offers
from eventapp.plumbing.web import found, reading_language
from eventapp.registration.forms import InvitationsForm
from eventapp.registration.inviting import (
    invitation_numbered,
    invitations_of,
    invite,
    invitees,
    is_usable,
    withdraw_invitation,
)
from eventapp.registration.manage.pages import REGISTRATION, blueprint
from eventapp.registration.places import desk_of
from eventapp.values.catalogue import N_, counted
from eventapp.values.refusal import Refusal

INVITATIONS = f"{REGISTRATION}/invitations"
USUAL_DAYS = 30

Answer = Response | tuple[str, int]


@blueprint.get(INVITATIONS)
@needs(Right.REGISTER)
def invitations(event: Event) -> Answer:
    """Who is invited, and a form for more."""
    form = InvitationsForm(stored={"days": USUAL_DAYS}, offers=_offers(event))
    return _page(event, Sheet(form))


@blueprint.post(INVITATIONS)
@needs(Right.REGISTER)
def send_invitations(event: Event) -> Answer:
    """Writes to everybody who is not invited yet."""
    deed = my_deed(event, Action.INVITE, can_be_undone=False)

    def write(_row: object, form: InvitationsForm) -> int:
        return _invited(event, form, deed.now)

    sheet: Sheet[InvitationsForm, Any] = save(InvitationsForm, None, write, deed, _offers(event))
    if not sheet.is_saved:
        return _page(event, sheet)
    number = sheet.row or 0
    said = counted(
        "%(num)s invitation sent.", "%(num)s invitations sent.", number, reading_language()
    )
    return done(said, url_for(".invitations"))


@blueprint.post(f"{INVITATIONS}/<int:number>/withdraw")
@needs(Right.REGISTER)
def withdraw_personal_invitation(event: Event, number: int) -> Response:
    """Ends an invitation that nobody has used."""
    row = found(invitation_numbered(event, number))
    deed = my_deed(event, Action.WITHDRAW, row.recorded_as, can_be_undone=False)
    refusal = attempted(deed, lambda: withdraw_invitation(row, now=deed.now))
    said = refusal.text(reading_language()) if refusal else _("The invitation is withdrawn.")
    return done(said, url_for(".invitations"))


def _invited(event: Event, form: InvitationsForm, now: datetime) -> int:
    if desk_of(event.id) is None:
        raise Refusal(N_("Save the registration’s settings first."))
    try:
        people = invitees(form.people.data)
    except Refusal as refusal:
        raise FieldRefusal("people", refusal) from refusal
    return invite(
        event,
        people,
        found(category_called(event, form.category.data)),
        form.language.data,
        expires_at=now + timedelta(days=form.days.data),
        now=now,
    )


def _offers(event: Event) -> Offers:
    rows = [(each.code, each.name) for each in categories_of(event)]
    return {"category": offered(rows, reading_language())}


def _page(event: Event, sheet: Sheet[Any, Any]) -> Answer:
    now = datetime.now(UTC)
    rows = invitations_of(event.id)
    page = render_template(
        "registration/manage/invitations.html",
        event=event,
        sheet=sheet,
        invitations=rows,
        usable={each.id for each in rows if is_usable(each, now)},
    )
    return page, sheet.status
