"""The agenda of the delegation that the reader works for."""

from datetime import UTC, datetime

from flask import render_template, url_for

from eventapp.accounts.guarding import workspace
from eventapp.delegations.guarding import assigned
from eventapp.delegations.models import Delegation, DelegationAccess
from eventapp.events.overview import Card
from eventapp.itineraries.loading import itinerary_of
from eventapp.itineraries.own.showing import shown
from eventapp.itineraries.owners import of_delegation
from eventapp.plumbing.web import reading_language
from eventapp.values.catalogue import N_, translator
from eventapp.values.language import Language

blueprint = workspace("liaison_agenda")


def way(delegation: Delegation, language: Language) -> Card:
    """From the delegation's own page to its agenda."""
    address = url_for("liaison_agenda.agenda", event=delegation.event.slug, code=delegation.code)
    return Card(translator(language)(N_("Agenda of the delegation")), address, ())


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
