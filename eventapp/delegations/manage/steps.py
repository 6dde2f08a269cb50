"""The steps of a delegation, forward and back."""

from flask import request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from eventapp.accounts.doing import done, my_deed
from eventapp.accounts.guarding import needs
from eventapp.accounts.rights import Right
from eventapp.delegations.editing import step_back, step_forward
from eventapp.delegations.kinds import DelegationState
from eventapp.delegations.manage.pages import DELEGATION, blueprint, delegation_of
from eventapp.delegations.manage.showing import page_of
from eventapp.delegations.naming import called
from eventapp.events.models import Event
from eventapp.history.saving import attempted
from eventapp.plumbing.web import found, reading_language

STATES = {each.value: each for each in DelegationState}


@blueprint.post(f"{DELEGATION}/step")
@needs(Right.PROTOCOL)
def step(event: Event, code: str) -> Response | tuple[str, int]:
    """Takes the step that the button names, one forward or one back."""
    delegation = delegation_of(event, code)
    to = found(STATES.get(request.form.get("to", "")))
    act = step_back if request.form.get("way") == "back" else step_forward
    deed = my_deed(event, name=called(delegation), can_be_undone=False)
    refusal = attempted(deed, lambda: act(delegation, to, now=deed.now))
    if refusal is not None:
        return page_of(delegation, refusal.text(reading_language())), 409
    return done(_("Saved."), url_for(".delegation", code=code))
