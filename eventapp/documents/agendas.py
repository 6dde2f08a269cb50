"""Agendas of delegations as PDF, for those who look after them."""

from flask import Response
from sqlalchemy import select

from eventapp.accounts.guarding import needs, workspace
from eventapp.accounts.rights import Right
from eventapp.delegations.guarding import assigned
from eventapp.delegations.models import Delegation, DelegationAccess
from eventapp.documents.own import pdf_of
from eventapp.events.models import Event
from eventapp.itineraries.loading import itinerary_of
from eventapp.itineraries.owners import of_delegation
from eventapp.plumbing.database import db
from eventapp.plumbing.web import found, reading_language

blueprint = workspace("agendas")


@blueprint.get("/<language:language>/liaison/<slug:event>/<code:code>/agenda.pdf")
@assigned
def of_assigned(access: DelegationAccess) -> Response:
    """For its liaison officers and focal points."""
    return _pdf(access.delegation)


@blueprint.get("/<language:language>/manage/<slug:event>/delegations/<code:code>/agenda.pdf")
@needs(Right.PROTOCOL)
def of_any(event: Event, code: str) -> Response:
    """For the team."""
    query = select(Delegation).where(Delegation.event_id == event.id, Delegation.code == code)
    return _pdf(found(db.session.scalars(query).one_or_none()))


def _pdf(delegation: Delegation) -> Response:
    return pdf_of(itinerary_of(of_delegation(delegation)), reading_language())
