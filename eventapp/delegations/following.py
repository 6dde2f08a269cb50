"""What delegations do when something happens to their people and participants."""

from eventapp.delegations.counting import demand_quota
from eventapp.delegations.naming import called
from eventapp.delegations.queries import membership_of
from eventapp.participants.facts import ParticipantRecast, ParticipantRemoved, ParticipantsMerged
from eventapp.plumbing.database import db
from eventapp.values.catalogue import N_
from eventapp.values.refusal import Refusal


def keep_members(removed: ParticipantRemoved) -> None:
    """Refuses to lose somebody who belongs to a delegation."""
    member = membership_of(removed.participant)
    if member is not None:
        raise Refusal(
            N_("%(person)s still belongs to the delegation: %(party)s."),
            person=removed.participant.person.name,
            party=called(member.delegation),
        )


def keep_quotas(recast: ParticipantRecast) -> None:
    """Refuses a member whom their delegation's quota has no place for."""
    participant = recast.participant
    member = membership_of(participant)
    if member is not None and participant.state.takes_place:
        demand_quota(member.delegation, participant.category, besides=participant)


def carry_members(merged: ParticipantsMerged) -> None:
    """The kept one belongs to the other's delegation, where they belong to none."""
    member = membership_of(merged.other)
    if member is None:
        return
    if membership_of(merged.kept) is None:
        member.participant = merged.kept
    else:
        db.session.delete(member)
    db.session.flush()
