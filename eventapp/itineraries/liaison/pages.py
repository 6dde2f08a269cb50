"""The agenda of the delegation that the reader works for."""

from datetime import UTC, datetime

from flask import render_template

from eventapp.accounts.guarding import workspace
from eventapp.delegations.guarding import assigned
from eventapp.delegations.models import DelegationAccess
from eventapp.itineraries.loading import itinerary_of
from eventapp.itineraries.own.showing import shown
from eventapp.itineraries.owners import of_delegation
from eventapp.plumbing.web import reading_language

blueprint = workspace("liaison_agenda")


@blueprint.get("/<language:language>/liaison/<slug:event>/<code:code>/agenda")
@assigned
def agenda(access: DelegationAccess) -> str:
    """What the delegation has to do, as the delegation reads it."""
    itinerary = itinerary_of(of_delegation(access.delegation))
    return render_template(
        "itineraries/liaison.html",
        delegation=access.delegation,
        **shown(itinerary, reading_language(), datetime.now(UTC)),
    )
