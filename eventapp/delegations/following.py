"""What delegations do when something happens to their people and participants."""

from eventapp.delegations.counting import demand_quota, demand_quotas
from eventapp.delegations.models import Quota
from eventapp.delegations.naming import called
from eventapp.delegations.queries import membership_of
from eventapp.history.facts import StepTurned
from eventapp.participants.facts import ParticipantRecast, ParticipantRemoved, ParticipantsMerged
from eventapp.participants.models import Participant
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
    _demand_place(recast.participant)


def keep_quotas_when_undone(turned: StepTurned) -> None:
    """Refuses to bring back what others have taken the place of since, or a quota too small."""
    for row, was in turned.rows:
        if isinstance(row, Participant) and was.keys() & {"category_id", "state", "removed_at"}:
            _demand_place(row)
        elif isinstance(row, Quota):
            demand_quotas(row.delegation)


def carry_members(merged: ParticipantsMerged) -> None:
    """The kept one belongs to the other's delegation, where they belong to none."""
    member = membership_of(merged.other)
    if member is None:
        return
    if membership_of(merged.kept) is None:
        member.participant = merged.kept
        db.session.flush()
        _demand_place(merged.kept)
    else:
        db.session.delete(member)
        db.session.flush()


def _demand_place(participant: Participant) -> None:
    member = membership_of(participant)
    if member is not None and participant.state.takes_place:
        demand_quota(member.delegation, participant.category, besides=participant)
