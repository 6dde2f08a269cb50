"""Sending somebody the address of their agenda; what a delegation's agenda holds."""

from collections.abc import Callable
from datetime import UTC, datetime

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from sqlalchemy import select
from werkzeug.wrappers import Response as AnyResponse

from eventapp.accounts.guarding import needs, workspace
from eventapp.accounts.rights import Right
from eventapp.delegations.models import Delegation
from eventapp.events.models import Event
from eventapp.itineraries import sending
from eventapp.itineraries.loading import itinerary_of
from eventapp.itineraries.own.showing import shown
from eventapp.itineraries.owners import of_delegation
from eventapp.participants.addresses import revoke_addresses
from eventapp.participants.kinds import AddressPurpose
from eventapp.participants.models import Participant
from eventapp.plumbing.database import db, unit_of_work
from eventapp.plumbing.pages import safe_next
from eventapp.plumbing.web import found, reading_language
from eventapp.values.refusal import Refusal

blueprint = workspace("itineraries")

EVENT = "/<language:language>/manage/<slug:event>"


@blueprint.get(f"{EVENT}/delegations/<code:code>/agenda")
@needs(Right.PROTOCOL)
def delegation(event: Event, code: str) -> str:
    """A delegation's agenda, as the delegation reads it."""
    itinerary = itinerary_of(of_delegation(found(_delegation(event, code))))
    return render_template(
        "itineraries/delegation.html",
        event=event,
        code=code,
        **shown(itinerary, reading_language(), datetime.now(UTC)),
    )


@blueprint.post(f"{EVENT}/delegations/<code:code>/agenda/address")
@needs(Right.PROTOCOL)
def send_to_delegation(event: Event, code: str) -> AnyResponse:
    """Writes to the delegation with another address of its agenda."""
    back = f"/{reading_language()}/manage/{event.slug}/delegations/{code}/agenda"

    def send() -> str:
        return sending.send_to_delegation(found(_delegation(event, code)), now=datetime.now(UTC))

    return _sent(send, back)


@blueprint.post(f"{EVENT}/delegations/<code:code>/agenda/address/end")
@needs(Right.PROTOCOL)
def end_addresses(event: Event, code: str) -> AnyResponse:
    """Ends all addresses of the delegation's agenda and of its calendars, at once."""
    with unit_of_work():
        subject = found(_delegation(event, code)).uid
        for purpose in AddressPurpose:
            revoke_addresses(subject, purpose)
    flash(_("No address leads to this agenda any more."))
    return redirect(url_for(".delegation", event=event.slug, code=code), 303)


@blueprint.post(f"{EVENT}/participants/<code:code>/agenda/address")
@needs(Right.REGISTER)
def send_to_participant(event: Event, code: str) -> AnyResponse:
    """Writes to the participant with another address of their agenda."""
    back = f"/{reading_language()}/manage/{event.slug}/participants/{code}"

    def send() -> str:
        query = select(Participant).where(
            Participant.event_id == event.id, Participant.code == code
        )
        participant = found(db.session.scalars(query).one_or_none())
        return sending.send_to_participant(participant, now=datetime.now(UTC))

    return _sent(send, back)


def _delegation(event: Event, code: str) -> Delegation | None:
    query = select(Delegation).where(Delegation.event_id == event.id, Delegation.code == code)
    return db.session.scalars(query).one_or_none()


def _sent(send: Callable[[], str], back: str) -> AnyResponse:
    """Back to where the button stands, which says what became of it."""
    try:
        with unit_of_work():
            email = send()
        flash(_("A letter with the address of the agenda goes to %(email)s.", email=email))
    except Refusal as refusal:
        flash(refusal.text(reading_language()))
    return redirect(safe_next(request.form.get("back", ""), back), 303)
