"""Changing and removing participants, and what they declared."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from eventapp.history.saving import rewrite
from eventapp.participants.facts import ParticipantRecast, ParticipantRemoved
from eventapp.participants.joining import snapshot
from eventapp.participants.models import Needs, Participant
from eventapp.people.editing import edit_person
from eventapp.people.kinds import Gender
from eventapp.plumbing.database import db
from eventapp.plumbing.facts import announce

Values = Mapping[str, Any]


def edit_participant(participant: Participant, values: Values, *, now: datetime) -> Participant:
    """Changes a participant. Raises Refusal where there is no place for what they become."""
    was = participant.category_id, participant.state
    rewrite(participant, values, now=now)
    if participant.is_listed and participant.consented_at is None:
        participant.consented_at = now
    db.session.flush()
    if (participant.category_id, participant.state) != was:
        announce(ParticipantRecast(participant, now))
    return participant


def take_over_again(participant: Participant, *, now: datetime) -> None:
    """Honorific, function, organisation and country become the person's of today's record."""
    rewrite(participant, snapshot(participant.event, participant.person), now=now)


def remove_participant(participant: Participant, *, now: datetime) -> None:
    """Removes somebody from the event; the person stays."""
    announce(ParticipantRemoved(participant, now))
    participant.removed_at = now
    participant.touch(now)


def needs_of(participant: Participant) -> Needs:
    """What the participant declared; empty where nothing was."""
    return db.session.get(Needs, participant.id) or Needs(
        participant_id=participant.id, access="", diet=""
    )


def declare_needs(
    participant: Participant, access: str, diet: str, gender: Gender, *, now: datetime
) -> None:
    """Keeps what somebody declared of themselves; nothing declared leaves no row."""
    needs = needs_of(participant)
    needs.access, needs.diet = access, diet
    if access or diet:
        db.session.add(needs)
    elif needs in db.session:
        db.session.delete(needs)
    edit_person(participant.person, {"gender": gender}, now=now)
    participant.touch(now)
