"""What the team decides of registrations: who comes, who does not, who no longer waits."""

from collections.abc import Callable, Iterable
from datetime import datetime
from enum import StrEnum

from sqlalchemy import select

from eventapp.events.models import Event
from eventapp.participants.kinds import ParticipantState
from eventapp.participants.models import Participant
from eventapp.plumbing.database import db
from eventapp.registration.kinds import News
from eventapp.registration.places import desk_of, move_up, promote
from eventapp.registration.telling import tell


class Decision(StrEnum):
    """What can be decided of those who are chosen in the queue."""

    APPROVE = "approve"
    DECLINE = "decline"
    PROMOTE = "promote"


def decide(event: Event, codes: Iterable[str], decision: Decision, *, now: datetime) -> int:
    """Does it to everybody chosen whom it can be done to; answers how many. They are written to.

    Whoever is declined makes room for those who wait. Who is promoted by hand comes whatever the
    limits say.
    """
    desk = desk_of(event.id, lock=True)
    query = select(Participant).where(
        Participant.event_id == event.id,
        Participant.code.in_(set(codes)),
        Participant.state.in_(_FROM[decision]),
    )
    chosen = [*db.session.scalars(query.order_by(Participant.registered_at, Participant.id))]
    for participant in chosen:
        _DEEDS[decision](participant, now)
    if decision is Decision.DECLINE:
        move_up(desk, now=now)
    return len(chosen)


def _approve(participant: Participant, now: datetime) -> None:
    participant.state = ParticipantState.CONFIRMED
    participant.touch(now)
    tell(participant, News.CONFIRMED, now=now)


def _decline(participant: Participant, now: datetime) -> None:
    participant.state = ParticipantState.DECLINED
    participant.touch(now)
    tell(participant, News.DECLINED, now=now)


def _promote(participant: Participant, now: datetime) -> None:
    promote(participant, ParticipantState.CONFIRMED, now=now)


_DEEDS: dict[Decision, Callable[[Participant, datetime], None]] = {
    Decision.APPROVE: _approve,
    Decision.DECLINE: _decline,
    Decision.PROMOTE: _promote,
}
_FROM = {
    Decision.APPROVE: (ParticipantState.PENDING,),
    Decision.DECLINE: (ParticipantState.PENDING, ParticipantState.WAITING),
    Decision.PROMOTE: (ParticipantState.WAITING,),
}
