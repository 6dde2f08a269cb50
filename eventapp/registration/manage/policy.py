"""The privacy policy: its wording in force, and all that people ever accepted."""

from typing import Any

from flask import render_template, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from eventapp.accounts.doing import done, my_deed
from eventapp.accounts.guarding import needs
from eventapp.accounts.rights import Right
from eventapp.events.models import Event
from eventapp.history.actions import Action
from eventapp.history.saving import Sheet, save
from eventapp.participants.models import Policy
from eventapp.registration.forms import PolicyForm
from eventapp.registration.manage.pages import REGISTRATION, blueprint
from eventapp.registration.queries import add_policy, policies_of

Answer = Response | tuple[str, int]


@blueprint.get(f"{REGISTRATION}/policy")
@needs(Right.REGISTER)
def policy(event: Event) -> Answer:
    """The wordings, and a form for the next one."""
    before = policies_of(event.id)
    form = PolicyForm(stored={"wording": before[0].wording} if before else {})
    return _page(event, Sheet(form))


@blueprint.post(f"{REGISTRATION}/policy")
@needs(Right.REGISTER)
def save_policy(event: Event) -> Answer:
    """Puts a new wording in force."""
    deed = my_deed(event, Action.ADD, can_be_undone=False)

    def write(_row: object, form: PolicyForm) -> Policy:
        return add_policy(event, form.wording.data, now=deed.now)

    sheet: Sheet[PolicyForm, Policy] = save(PolicyForm, None, write, deed)
    if sheet.is_saved:
        return done(_("The new wording is in force."), url_for(".policy"))
    return _page(event, sheet)


def _page(event: Event, sheet: Sheet[Any, Any]) -> Answer:
    page = render_template(
        "registration/manage/policy.html",
        event=event,
        sheet=sheet,
        policies=policies_of(event.id),
    )
    return page, sheet.status
