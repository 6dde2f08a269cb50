"""When and how people register for the event."""

from datetime import UTC, datetime
from typing import Any

from flask import render_template, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from eventapp.accounts.doing import done, my_deed
from eventapp.accounts.guarding import needs
from eventapp.accounts.rights import Right
from eventapp.events.models import Event
from eventapp.history.saving import Sheet, opened, save
from eventapp.participants.categories import categories_of
from eventapp.registration.forms import DeskForm
from eventapp.registration.inviting import waiting_for_answer
from eventapp.registration.manage.pages import REGISTRATION, blueprint
from eventapp.registration.models import RegistrationDesk
from eventapp.registration.places import desk_of, load_of, opening_of
from eventapp.registration.queries import policy_in_force
from eventapp.registration.setting_up import set_up, usual_desk

Answer = Response | tuple[str, int]


@blueprint.get(REGISTRATION)
@needs(Right.REGISTER)
def desk(event: Event) -> Answer:
    """How registration stands, and its settings."""
    return _page(event, _opened(event))


@blueprint.post(REGISTRATION)
@needs(Right.REGISTER)
def save_desk(event: Event) -> Answer:
    """Saves the settings."""
    deed = my_deed(event, name=event.title, can_be_undone=False)

    def write(row: RegistrationDesk | None, form: DeskForm) -> RegistrationDesk:
        return set_up(event, row, form.values, now=deed.now)

    sheet = save(DeskForm, desk_of(event.id), write, deed)
    if sheet.is_saved:
        return done(_("Saved."), url_for(".desk"))
    return _page(event, sheet)


def _opened(event: Event) -> Sheet[DeskForm, RegistrationDesk]:
    row = desk_of(event.id)
    if row is not None:
        return opened(DeskForm, row)
    usual = usual_desk(event)
    names = ("is_open", "waits", "by_invitation", "for_others", "asked", "required")
    return Sheet(DeskForm(stored={name: getattr(usual, name) for name in names}))


def _page(event: Event, sheet: Sheet[Any, Any]) -> Answer:
    row, now = desk_of(event.id), datetime.now(UTC)
    page = render_template(
        "registration/manage/desk.html",
        event=event,
        sheet=sheet,
        desk=row,
        opening=opening_of(row, now) if row else None,
        load=load_of(event.id),
        invited=waiting_for_answer(event.id, now),
        policy=policy_in_force(event.id),
        categories=categories_of(event),
    )
    return page, sheet.status
