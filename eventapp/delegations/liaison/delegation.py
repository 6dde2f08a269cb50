"""One's delegation: who belongs to it, the steps that are one's own, its head."""

from flask import request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from eventapp.accounts.doing import done
from eventapp.delegations.composing import make_head
from eventapp.delegations.editing import step_forward
from eventapp.delegations.guarding import assigned
from eventapp.delegations.kinds import DelegationState, MemberFunction
from eventapp.delegations.liaison.pages import DELEGATION, blueprint, deed_of
from eventapp.delegations.liaison.showing import page_of, steps_of
from eventapp.delegations.models import DelegationAccess
from eventapp.delegations.queries import member_called
from eventapp.history.saving import attempted
from eventapp.plumbing.web import found, reading_language

FUNCTIONS = {each.value: each for each in MemberFunction}
STATES = {each.value: each for each in DelegationState}

Answer = Response | tuple[str, int]


@blueprint.get(DELEGATION)
@assigned
def delegation(access: DelegationAccess) -> str:
    """The delegation."""
    return page_of(access)


@blueprint.post(f"{DELEGATION}/step")
@assigned
def step(access: DelegationAccess) -> Answer:
    """Takes the next step, where it is the reader's to take."""
    to = found(STATES.get(request.form.get("to", "")))
    found(to if to in steps_of(access) else None)
    deed = deed_of(access)
    refusal = attempted(deed, lambda: step_forward(access.delegation, to, now=deed.now))
    if refusal is not None:
        return page_of(access, refusal.text(reading_language())), 409
    return done(_("Saved."), _back(access))


@blueprint.post(f"{DELEGATION}/head")
@assigned
def change_head(access: DelegationAccess) -> Answer:
    """Makes a member the head; who was it gets the function that was chosen for them."""
    member = found(member_called(access.delegation, request.form.get("member", "")[:40]))
    former = found(FUNCTIONS.get(request.form.get("former", "")))
    deed = deed_of(access)
    refusal = attempted(deed, lambda: make_head(member, former, now=deed.now))
    if refusal is not None:
        return page_of(access, refusal.text(reading_language())), 409
    return done(_("Saved."), _back(access))


def _back(access: DelegationAccess) -> str:
    return url_for(".delegation", code=access.delegation.code)
