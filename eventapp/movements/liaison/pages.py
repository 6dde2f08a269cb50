"""A delegation's own movements, for those who look after it."""

from flask import render_template

from eventapp.accounts.guarding import workspace
from eventapp.delegations.guarding import assigned
from eventapp.delegations.models import DelegationAccess
from eventapp.movements.queries import by_day, name_of, settled_of

blueprint = workspace("journeys")

DELEGATION = "/<language:language>/liaison/<slug:event>/<code:code>"


@blueprint.get(f"{DELEGATION}/movements")
@assigned
def movements(access: DelegationAccess) -> str:
    """What is settled, day by day: of this delegation alone, without the team's notes."""
    delegation = access.delegation
    return render_template(
        "movements/liaison.html",
        delegation=delegation,
        name=name_of(delegation),
        days=by_day(delegation.event, settled_of(delegation)),
    )
