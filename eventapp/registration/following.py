"""What becomes of registrations when the team changes, removes or merges participants."""

from typing import Any

from sqlalchemy import select, update

from eventapp.participants.facts import ParticipantRecast, ParticipantRemoved, ParticipantsMerged
from eventapp.participants.kinds import ParticipantState
from eventapp.participants.models import Participant
from eventapp.plumbing.database import db
from eventapp.registration.models import (
    Answer,
    PersonalInvitation,
    Registration,
    SessionChoice,
)
from eventapp.registration.places import desk_of, move_up
from eventapp.registration.seats import leave_all_sessions


def free_places(fact: ParticipantRecast) -> None:
    """A place that the team frees by hand goes to who waits, as any other does."""
    participant = fact.participant
    if participant.state is not ParticipantState.CONFIRMED:
        leave_all_sessions(participant, now=fact.now)
    if not participant.state.takes_place:
        move_up(desk_of(participant.event_id, lock=True), now=fact.now)


def free_places_of_removed(fact: ParticipantRemoved) -> None:
    """Who is removed leaves their sessions; the next registration finds their place free."""
    leave_all_sessions(fact.participant, now=fact.now)


def carry_registration(fact: ParticipantsMerged) -> None:
    """How they came, what they answered and which sessions they chose, where the kept one has none.

    Rows that both have stay the kept one's.
    """
    kept, other = fact.kept, fact.other
    if db.session.get(Registration, kept.id) is None:
        _move(Registration, Registration.participant_id, kept, other)
    _move_missing(Answer, "question_id", kept, other)
    _move_missing(SessionChoice, "session_id", kept, other)
    mine = select(PersonalInvitation.id).where(PersonalInvitation.participant_id == kept.id)
    if db.session.scalars(mine).first() is None:
        _move(PersonalInvitation, PersonalInvitation.participant_id, kept, other)
    registered = update(Registration).where(Registration.registered_by_id == other.id)
    db.session.execute(registered.values(registered_by_id=kept.id))


def _move_missing(model: Any, column: str, kept: Participant, other: Participant) -> None:
    own = {
        getattr(row, column)
        for row in db.session.scalars(select(model).where(model.participant_id == kept.id))
    }
    for row in db.session.scalars(select(model).where(model.participant_id == other.id)):
        if getattr(row, column) not in own:
            row.participant_id = kept.id
    db.session.flush()


def _move(model: Any, column: Any, kept: Participant, other: Participant) -> None:
    moved = update(model).where(column == other.id)
    db.session.execute(moved.values(participant_id=kept.id))
