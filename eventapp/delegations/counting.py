"""Quotas: how many of each category a delegation may send, and how many it has named."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from sqlalchemy import func, select

from eventapp.delegations.models import Delegation, Member, Quota
from eventapp.delegations.naming import called
from eventapp.events.models import Event
from eventapp.participants.kinds import ParticipantState
from eventapp.participants.models import Category, Participant
from eventapp.plumbing.database import db
from eventapp.values.catalogue import N_
from eventapp.values.refusal import Refusal

TAKING = [state for state in ParticipantState if state.takes_place]


class Count(NamedTuple):
    """How many of a category are named, and how many may be; None is no bound.

    `own` is the delegation's own quota, where it has one.
    """

    category: Category
    taken: int
    most: int | None
    own: int | None = None

    @property
    def is_over(self) -> bool:
        return self.most is not None and self.taken > self.most

    @property
    def is_full(self) -> bool:
        return self.most is not None and self.taken >= self.most


def counts_in(event: Event) -> dict[int, list[Count]]:
    """The counts of each delegation of the event, by its id, in three questions."""
    ids = select(Delegation.id).where(Delegation.event_id == event.id)
    return _counts(event, db.session.scalars(ids).all())


def counts_of(delegation: Delegation) -> list[Count]:
    """The delegation's counts: one of each category of its event."""
    return _counts(delegation.event, [delegation.id])[delegation.id]


def lock(delegation: Delegation) -> None:
    """Of two who count places of one delegation, the second waits for the first."""
    query = select(Delegation.id).where(Delegation.id == delegation.id).with_for_update()
    db.session.execute(query)


def demand_quota(
    delegation: Delegation, category: Category, *, besides: Participant | None = None
) -> None:
    """Raises Refusal where the delegation has no place left in the category for one more.

    `besides` is a member who is not counted, since it is theirs that changes. Heads and alternates
    count like all others. Locks the delegation: whoever asks next sees who was added.
    """
    lock(delegation)
    most = quota_for(delegation, category)
    others = select(func.count()).select_from(Member).join(Member.participant)
    taken = db.session.scalar(
        others.where(
            Member.delegation_id == delegation.id,
            Participant.category_id == category.id,
            Participant.state.in_(TAKING),
            Participant.id != (besides.id if besides is not None else 0),
        )
    )
    if most is not None and (taken or 0) >= most:
        raise Refusal(
            N_("%(party)s, “%(category)s”: the quota of %(most)s is full."),
            party=called(delegation),
            category=category.name,
            most=most,
        )


def demand_quotas(delegation: Delegation) -> None:
    """Raises Refusal where more are named than may come."""
    for count in counts_of(delegation):
        if count.is_over:
            raise Refusal(
                N_("%(party)s, “%(category)s”: the quota of %(most)s is exceeded (%(count)s)."),
                party=called(delegation),
                category=count.category.name,
                most=count.most,
                count=count.taken,
            )


def quota_for(delegation: Delegation, category: Category) -> int | None:
    """How many of the category the delegation may send: its own quota, or what all have."""
    query = select(Quota.most).where(
        Quota.delegation_id == delegation.id, Quota.category_id == category.id
    )
    own = db.session.scalars(query).one_or_none()
    return category.delegation_quota if own is None else own


def _counts(event: Event, ids: Sequence[int]) -> dict[int, list[Count]]:
    query = select(Category).where(Category.event_id == event.id)
    categories = db.session.scalars(query.order_by(Category.position, Category.id)).all()
    taken, own = _taken(ids), _own(ids)
    return {
        number: [_count(number, category, taken, own) for category in categories] for number in ids
    }


def _count(
    number: int,
    category: Category,
    taken: Mapping[tuple[int, int], int],
    own: Mapping[tuple[int, int], int],
) -> Count:
    key = number, category.id
    most = own.get(key, category.delegation_quota)
    return Count(category, taken.get(key, 0), most, own.get(key))


def _taken(ids: Sequence[int]) -> dict[tuple[int, int], int]:
    query = (
        select(Member.delegation_id, Participant.category_id, func.count())
        .join(Member.participant)
        .where(Member.delegation_id.in_(ids), Participant.state.in_(TAKING))
        .group_by(Member.delegation_id, Participant.category_id)
    )
    return {(row[0], row[1]): row[2] for row in db.session.execute(query)}


def _own(ids: Sequence[int]) -> dict[tuple[int, int], int]:
    query = select(Quota.delegation_id, Quota.category_id, Quota.most)
    rows = db.session.execute(query.where(Quota.delegation_id.in_(ids)))
    return {(row[0], row[1]): row[2] for row in rows}
