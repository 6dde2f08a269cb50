"""Who works for one delegation alone: inviting them, and taking it back."""

from flask import request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from eventapp.accounts.doing import done, my_deed
from eventapp.accounts.guarding import me, needs
from eventapp.accounts.rights import Right
from eventapp.delegations import access
from eventapp.delegations.forms import AccessForm
from eventapp.delegations.manage.pages import DELEGATION, blueprint, delegation_of
from eventapp.delegations.manage.showing import page_of
from eventapp.delegations.queries import access_numbered, invitation_numbered
from eventapp.events.models import Event
from eventapp.history.actions import Action
from eventapp.history.saving import attempted, doing
from eventapp.plumbing.limits import limiter
from eventapp.plumbing.web import found, reading_language
from eventapp.values.bilingual import Bilingual

Answer = Response | tuple[str, int]


@blueprint.post(f"{DELEGATION}/access")
@needs(Right.PROTOCOL)
@limiter.limit("200 per hour")
def invite(event: Event, code: str) -> Answer:
    """Invites somebody by letter."""
    delegation, form = delegation_of(event, code), AccessForm([*request.form.items(multi=True)])
    if not form.validate():
        return page_of(delegation, access=form), 422
    name = form.name.data
    deed = my_deed(event, Action.INVITE, Bilingual.same(name), can_be_undone=False)
    with doing(deed):
        kind, email, by = form.kind.data, form.email.data, me().name
        access.invite(delegation, kind, email, name, invited_by=by, now=deed.now)
    said = _("The invitation is on its way to %(email)s.", email=email)
    return done(said, _back(code))


@blueprint.post(f"{DELEGATION}/access/<int:number>/remove")
@needs(Right.PROTOCOL)
def take_access_away(event: Event, code: str, number: int) -> Answer:
    """Ends somebody's access at once."""
    row = found(access_numbered(delegation_of(event, code), number))
    deed = my_deed(event, Action.REVOKE, row.recorded_as, can_be_undone=False)
    with doing(deed):
        access.take_away(row)
    return done(_("The access is taken away."), _back(code))


@blueprint.post(f"{DELEGATION}/invitations/<int:number>/withdraw")
@needs(Right.PROTOCOL)
def withdraw_access(event: Event, code: str, number: int) -> Answer:
    """Ends an invitation that was not accepted yet."""
    delegation = delegation_of(event, code)
    row = found(invitation_numbered(delegation, number))
    deed = my_deed(event, Action.WITHDRAW, row.recorded_as, can_be_undone=False)
    refusal = attempted(deed, lambda: access.withdraw(row, now=deed.now))
    if refusal is not None:
        return page_of(delegation, refusal.text(reading_language())), 409
    return done(_("The invitation is withdrawn."), _back(code))


def _back(code: str) -> str:
    return url_for(".delegation", code=code, _anchor="access")
