"""Questions about an event's registration."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from eventapp.events.models import Event
from eventapp.participants.kinds import ParticipantState
from eventapp.participants.models import Participant, Policy
from eventapp.plumbing.database import db
from eventapp.registration.models import Registration
from eventapp.values.collation import sort_key
from eventapp.values.language import Language


def policies_of(event_id: int) -> list[Policy]:
    """All wordings of the event's policy, the one in force first."""
    query = select(Policy).where(Policy.event_id == event_id)
    return [*db.session.scalars(query.order_by(Policy.number.desc()))]


def policy_in_force(event_id: int) -> Policy | None:
    """The wording that people accept now."""
    query = select(Policy).where(Policy.event_id == event_id).order_by(Policy.number.desc())
    return db.session.scalars(query.limit(1)).first()


def add_policy(event: Event, wording: object, *, now: datetime) -> Policy:
    """Puts a new wording in force, under the next number; whoever is listed is asked again."""
    before = policy_in_force(event.id)
    number = before.number + 1 if before else 1
    policy = Policy(event_id=event.id, number=number, wording=wording, made_at=now)
    db.session.add(policy)
    db.session.flush()
    return policy


def is_shown(participant: Participant, policy: Policy | None) -> bool:
    """Whether the public may read their name: consented under the policy that is in force."""
    is_in_force = policy is None or participant.policy == policy.number
    return participant.is_listed and is_in_force and participant.state is ParticipantState.CONFIRMED


def listed(event_id: int, language: Language) -> list[Participant]:
    """Those whom the public may read of, in the reader's order."""
    policy = policy_in_force(event_id)
    query = (
        select(Participant)
        .where(Participant.event_id == event_id, Participant.is_listed)
        .options(joinedload(Participant.person), joinedload(Participant.organisation))
    )
    shown = [each for each in db.session.scalars(query) if is_shown(each, policy)]
    return sorted(shown, key=lambda each: sort_key(each.person.sorts_as(language), language))


def registered_by(participant: Participant) -> list[Participant]:
    """Those whom somebody registered besides themselves."""
    query = (
        select(Participant)
        .join(Registration, Registration.participant_id == Participant.id)
        .where(Registration.registered_by_id == participant.id)
        .options(joinedload(Participant.person))
        .order_by(Participant.id)
    )
    return [*db.session.scalars(query)]
