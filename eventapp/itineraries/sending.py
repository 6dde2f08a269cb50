"""Giving an owner an address of their agenda, by letter."""

from datetime import datetime

from sqlalchemy import select

from eventapp.delegations.models import Delegation
from eventapp.itineraries.facts import AgendaAddressMade
from eventapp.itineraries.naming import name_of, party_of
from eventapp.participants.addresses import make_address
from eventapp.participants.kinds import AddressPurpose, ParticipantState
from eventapp.participants.models import Participant
from eventapp.plumbing.database import db
from eventapp.plumbing.facts import announce
from eventapp.plumbing.pages import absolute
from eventapp.registration.models import Registration
from eventapp.values.addresses import is_mail_address
from eventapp.values.catalogue import N_
from eventapp.values.language import Language
from eventapp.values.refusal import Refusal


def send_to_participant(participant: Participant, *, now: datetime) -> str:
    """Writes to a participant and answers to which mail address. Earlier links stay good.

    Raises Refusal for somebody who does not take part, or has no mail address.
    """
    if participant.state is not ParticipantState.CONFIRMED:
        raise Refusal(
            N_("%(name)s has no agenda yet: the registration is not confirmed."),
            name=participant.person.name,
        )
    email = _demand(_address_of(participant), participant.person.name)
    announce(
        AgendaAddressMade(
            event=participant.event,
            name=name_of(participant),
            email=email,
            correspondence=participant.person.correspondence,
            paths=_paths(participant, now),
            is_delegation=False,
            person_id=participant.person_id,
        )
    )
    return email


def send_to_delegation(delegation: Delegation, *, now: datetime) -> str:
    """The same for a delegation."""
    name = party_of(delegation)
    email = _demand(delegation.email, delegation.code)
    announce(
        AgendaAddressMade(
            event=delegation.event,
            name=name,
            email=email,
            correspondence=delegation.correspondence,
            paths=_paths(delegation, now),
            is_delegation=True,
        )
    )
    return email


def _address_of(participant: Participant) -> str:
    """The person's own address, else the one that they registered with."""
    if participant.person.email:
        return participant.person.email
    query = select(Registration.email).where(Registration.participant_id == participant.id)
    return db.session.scalars(query).one_or_none() or ""


def _demand(email: str, name: str) -> str:
    if not is_mail_address(email):
        raise Refusal(N_("No mail address is known for %(name)s."), name=name)
    return email


def _paths(subject: Participant | Delegation, now: datetime) -> tuple[str, str]:
    token = make_address(subject.event.id, subject.uid, AddressPurpose.PAGE, now=now)
    french, english = (
        absolute("own.page", language=language, event=subject.event.slug, token=token)
        for language in (Language.FR, Language.EN)
    )
    return french, english
