"""A delegation's own movements, for those who look after it."""

from flask import render_template

from eventapp.accounts.guarding import workspace
from eventapp.delegations.guarding import assigned
from eventapp.delegations.models import DelegationAccess
from eventapp.movements.queries import by_day, movements_of, name_of

blueprint = workspace("journeys")

DELEGATION = "/<language:language>/liaison/<slug:event>/<code:code>"


@blueprint.get(f"{DELEGATION}/movements")
@assigned
def movements(access: DelegationAccess) -> str:
    """What is settled, day by day: of this delegation alone, without the team's notes."""
    delegation = access.delegation
    settled = [
        each
        for each in movements_of(delegation.event, delegation)
        if each.revision is not None and each.span
    ]
    return render_template(
        "movements/liaison.html",
        delegation=delegation,
        name=name_of(delegation),
        days=by_day(delegation.event, settled),
    )
