"""Whose agenda a secret address opens, as things stand today."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from eventapp.delegations.models import Delegation, Member
from eventapp.events.models import Event
from eventapp.participants.addresses import address_behind
from eventapp.participants.kinds import AddressPurpose, ParticipantState
from eventapp.participants.models import Participant, SecretAddress
from eventapp.people.models import Person
from eventapp.plumbing.database import db
from eventapp.plumbing.web import found
from eventapp.values.pseudonyms import NOBODY


@dataclass(frozen=True)
class Owner:
    """Somebody who takes part, with the delegation that they belong to; or a whole delegation.

    `members` are those of the delegation who take part, as the delegation lists them.
    """

    event: Event
    participant: Participant | None = None
    delegation: Delegation | None = None
    members: Sequence[Member] = ()

    @property
    def uid(self) -> UUID:
        """The subject of the owner's secret addresses."""
        subject = self.participant or self.delegation
        assert subject is not None  # noqa: S101 - an owner is one of the two
        return subject.uid

    @property
    def people(self) -> frozenset[int]:
        """The ids of the people whose time it is."""
        if self.participant:
            return frozenset({self.participant.person_id})
        return frozenset(member.participant.person_id for member in self.members)


def owner_at(event: str, token: str) -> tuple[Owner, SecretAddress]:
    """Who owns the page at that address. 404 for any other."""
    address = found(address_behind(event, token, AddressPurpose.PAGE))
    return found(owner_of(address)), address


def owner_of(address: SecretAddress) -> Owner | None:
    """The owner of an address; None for who does not take part any more, or not yet."""
    participant = participant_of(address)
    if participant is not None:
        is_confirmed = participant.state is ParticipantState.CONFIRMED
        return of_participant(participant) if is_confirmed else None
    query = select(Delegation).where(
        Delegation.uid == address.subject, Delegation.event_id == address.event_id
    )
    delegation = db.session.scalars(query).one_or_none()
    return of_delegation(delegation) if delegation else None


def participant_of(address: SecretAddress) -> Participant | None:
    """The participant whose address it is, however far their registration has come."""
    query = select(Participant).where(
        Participant.uid == address.subject, Participant.event_id == address.event_id
    )
    return db.session.scalars(query).one_or_none()


def of_participant(participant: Participant) -> Owner:
    """One person, in the event that they take part in."""
    query = (
        select(Delegation)
        .join(Member, Member.delegation_id == Delegation.id)
        .where(Member.participant_id == participant.id)
    )
    delegation = db.session.scalars(query).one_or_none()
    members = members_of(delegation) if delegation else []
    return Owner(participant.event, participant, delegation, members)


def of_delegation(delegation: Delegation) -> Owner:
    """A delegation as a whole."""
    return Owner(delegation.event, None, delegation, members_of(delegation))


def members_of(*delegations: Delegation) -> list[Member]:
    """Their members who take part and were not erased, as their delegations list them."""
    query = (
        select(Member)
        .join(Participant, Participant.id == Member.participant_id)
        .join(Participant.person)
        .where(
            Member.delegation_id.in_([each.id for each in delegations]),
            Participant.state == ParticipantState.CONFIRMED,
            Person.family_name != NOBODY,
        )
        .options(joinedload(Member.participant).joinedload(Participant.person))
        .order_by(Member.delegation_id, Member.position, Member.id)
    )
    return [*db.session.scalars(query)]
