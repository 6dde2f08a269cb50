"""Who has a place: counted under a lock on the event's registration, so that none is given twice.

Who comes first is who got the lock first. Whoever waits is in order of when they registered.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import NamedTuple

from sqlalchemy import func, select
from sqlalchemy.orm import joinedload

from eventapp.participants.facts import ParticipantRecast
from eventapp.participants.kinds import ParticipantState
from eventapp.participants.models import Category, Participant
from eventapp.plumbing.database import db
from eventapp.plumbing.facts import announce
from eventapp.registration.kinds import News, Opening
from eventapp.registration.models import RegistrationDesk
from eventapp.registration.telling import tell
from eventapp.values.catalogue import N_
from eventapp.values.refusal import Refusal

#: What parts two who register at the same moment.
TICK = timedelta(microseconds=1)

TAKING = tuple(each for each in ParticipantState if each.takes_place)


class Load(NamedTuple):
    """How many have a place, in all and by category (its id), and how many wait."""

    taken: int
    by_category: dict[int, int]
    waiting: int


def desk_of(event_id: int, *, lock: bool = False) -> RegistrationDesk | None:
    """The event's registration; locked, so that nobody else gives places meanwhile."""
    return db.session.get(
        RegistrationDesk, event_id, with_for_update=lock or None, populate_existing=lock
    )


def opening_of(desk: RegistrationDesk, now: datetime) -> Opening:
    """Whether the form takes registrations."""
    if not desk.is_open:
        return Opening.CLOSED
    if desk.opens_at is not None and now < desk.opens_at:
        return Opening.NOT_YET
    if desk.closes_at is not None and now >= desk.closes_at:
        return Opening.OVER
    if desk.by_invitation:
        return Opening.BY_INVITATION
    return Opening.OPEN


def load_of(event_id: int) -> Load:
    """How full the event is."""
    query = select(Participant.category_id, Participant.state, func.count()).where(
        Participant.event_id == event_id,
        Participant.state.in_((*TAKING, ParticipantState.WAITING)),
        Participant.removed_at.is_(None),
    )
    by_category: dict[int, int] = {}
    waiting = 0
    for category, state, number in db.session.execute(
        query.group_by(Participant.category_id, Participant.state)
    ):
        if state is ParticipantState.WAITING:
            waiting += number
        else:
            by_category[category] = by_category.get(category, 0) + number
    return Load(sum(by_category.values()), by_category, waiting)


def has_room(desk: RegistrationDesk, category: Category, load: Load) -> bool:
    """Whether one more of that category may come."""
    is_full = desk.capacity is not None and load.taken >= desk.capacity
    of_category = load.by_category.get(category.id, 0)
    return not is_full and (category.capacity is None or of_category < category.capacity)


def state_given_by(category: Category) -> ParticipantState:
    """Where somebody stands who gets a place by themselves."""
    return ParticipantState.PENDING if category.needs_approval else ParticipantState.CONFIRMED


def state_for(desk: RegistrationDesk, category: Category, load: Load) -> ParticipantState:
    """Where the next one of that category stands. Raises Refusal where nobody can wait."""
    if has_room(desk, category, load):
        return state_given_by(category)
    if not desk.waits:
        raise Refusal(N_("All places are taken."))
    return ParticipantState.WAITING


def moment_of(event_id: int, now: datetime) -> datetime:
    """When the next one registers: after all who did already, whatever clocks say."""
    query = select(func.max(Participant.registered_at)).where(Participant.event_id == event_id)
    latest: datetime | None = db.session.scalar(query)
    return max(now, latest + TICK) if latest is not None else now


def waiting(event_id: int) -> Iterable[Participant]:
    """Those who wait, in order."""
    query = (
        select(Participant)
        .where(Participant.event_id == event_id, Participant.state == ParticipantState.WAITING)
        .options(joinedload(Participant.category), joinedload(Participant.person))
        .order_by(Participant.registered_at, Participant.id)
    )
    return db.session.scalars(query)


def place_in_queue(participant: Participant) -> int:
    """How many wait before them, and one."""
    ahead = select(func.count()).where(
        Participant.event_id == participant.event_id,
        Participant.state == ParticipantState.WAITING,
        Participant.removed_at.is_(None),
        (Participant.registered_at < participant.registered_at)
        | (
            (Participant.registered_at == participant.registered_at)
            & (Participant.id < participant.id)
        ),
    )
    return 1 + (db.session.scalar(ahead) or 0)


def move_up(desk: RegistrationDesk | None, *, now: datetime) -> Load:
    """Gives places that have become free to those who wait, in order; answers how full it is then.

    Who waits for a category that is full, or for a place in a delegation that is, lets the next
    one pass. The desk is locked.
    """
    if desk is None:
        return Load(0, {}, 0)
    db.session.flush()
    load = load_of(desk.event_id)
    is_full = desk.capacity is not None and load.taken >= desk.capacity
    if is_full or not load.waiting:
        return load
    for participant in waiting(desk.event_id):
        if has_room(desk, participant.category, load) and _is_promoted(participant, now):
            load = _with_one_more(load, participant.category_id)
    return load


def promote(participant: Participant, state: ParticipantState, *, now: datetime) -> None:
    """Takes somebody off the waiting list. Raises Refusal where their delegation is full."""
    stand(participant, state, now=now)
    is_sure = state is ParticipantState.CONFIRMED
    tell(participant, News.PROMOTED if is_sure else News.PENDING, now=now)


def stand(participant: Participant, state: ParticipantState, *, now: datetime) -> None:
    """Says where somebody stands. Raises Refusal, changing nothing, where a quota is full."""
    former, participant.state = participant.state, state
    try:
        announce(ParticipantRecast(participant, now))
    except Refusal:
        participant.state = former
        raise
    participant.touch(now)


def _is_promoted(participant: Participant, now: datetime) -> bool:
    try:
        promote(participant, state_given_by(participant.category), now=now)
    except Refusal:
        return False
    return True


def _with_one_more(load: Load, category_id: int) -> Load:
    more = {category_id: load.by_category.get(category_id, 0) + 1}
    return Load(load.taken + 1, load.by_category | more, load.waiting - 1)
