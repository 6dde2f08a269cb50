"""Another head of delegation, in one step."""

from flask import request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from eventapp.accounts.doing import done, my_deed
from eventapp.accounts.guarding import needs
from eventapp.accounts.rights import Right
from eventapp.delegations.composing import make_head
from eventapp.delegations.kinds import MemberFunction
from eventapp.delegations.manage.pages import DELEGATION, blueprint, delegation_of
from eventapp.delegations.manage.showing import page_of
from eventapp.delegations.naming import called
from eventapp.delegations.queries import member_called
from eventapp.events.models import Event
from eventapp.history.saving import attempted
from eventapp.plumbing.web import found, reading_language

FUNCTIONS = {each.value: each for each in MemberFunction}


@blueprint.post(f"{DELEGATION}/head")
@needs(Right.PROTOCOL)
def change_head(event: Event, code: str) -> Response | tuple[str, int]:
    """Makes a member the head; who was it gets the function that was chosen for them."""
    delegation = delegation_of(event, code)
    member = found(member_called(delegation, request.form.get("member", "")[:40]))
    former = found(FUNCTIONS.get(request.form.get("former", "")))
    deed = my_deed(event, name=called(delegation), can_be_undone=False)
    refusal = attempted(deed, lambda: make_head(member, former, now=deed.now))
    if refusal is not None:
        return page_of(delegation, refusal.text(reading_language())), 409
    return done(_("Saved."), url_for(".delegation", code=code))
