"""What becomes of participants when something happens to people."""

from sqlalchemy import select

from eventapp.participants.facts import ParticipantsMerged
from eventapp.participants.models import Needs, Participant
from eventapp.people.facts import PeopleMerged, PersonRemoved
from eventapp.plumbing.database import db
from eventapp.plumbing.facts import announce
from eventapp.values.catalogue import N_
from eventapp.values.refusal import Refusal


def keep_people_who_come(removed: PersonRemoved) -> None:
    """Refuses to lose somebody who is a participant of any event."""
    query = select(Participant).where(Participant.person_id == removed.person.id).limit(1)
    participant = db.session.scalars(query).first()
    if participant is not None:
        raise Refusal(
            N_("%(name)s is still a participant of “%(event)s”."),
            name=removed.person.name,
            event=participant.event.title,
        )


def carry_participants(merged: PeopleMerged) -> None:
    """The kept one comes to all events of both; to an event of both, as the kept one did.

    What others hang on a participant is theirs to carry: they follow ParticipantsMerged.
    """
    mine = {each.event_id: each for each in _of(merged.kept.id)}
    for other in _of(merged.other.id):
        kept = mine.get(other.event_id)
        if kept is None:
            other.person = merged.kept
            other.touch(merged.now)
        elif other.removed_at is None:
            _join(kept, other, merged)
    db.session.flush()


def _of(person_id: int) -> list[Participant]:
    """Rows that were removed too: a person has one in each event."""
    query = select(Participant).where(Participant.person_id == person_id)
    return [*db.session.scalars(query.execution_options(include_removed=True))]


def _join(kept: Participant, other: Participant, merged: PeopleMerged) -> None:
    if kept.removed_at is not None:
        kept.removed_at, kept.state, kept.category = None, other.state, other.category
    _carry_needs(kept, other)
    announce(ParticipantsMerged(kept, other, merged.now))
    kept.touch(merged.now)
    other.removed_at = merged.now
    other.touch(merged.now)


def _carry_needs(kept: Participant, other: Participant) -> None:
    """What either declared is declared; both texts, where they differ."""
    theirs = db.session.get(Needs, other.id)
    if theirs is None:
        return
    mine = db.session.get(Needs, kept.id)
    if mine is None:
        db.session.add(Needs(participant_id=kept.id, access=theirs.access, diet=theirs.diet))
    else:
        mine.access, mine.diet = mine.access or theirs.access, mine.diet or theirs.diet
