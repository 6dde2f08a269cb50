"""Who belongs to a delegation and as what: within its quotas, with one head at a time."""

from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import func, select

from eventapp.delegations.counting import counts_of, demand_quota, lock
from eventapp.delegations.kinds import DelegationState, MemberFunction
from eventapp.delegations.models import Delegation, Member
from eventapp.delegations.naming import called
from eventapp.delegations.queries import head_of, membership_of
from eventapp.delegations.standing import is_from
from eventapp.participants.editing import edit_participant
from eventapp.participants.kinds import ParticipantState
from eventapp.participants.models import Participant
from eventapp.people.models import Person
from eventapp.plumbing.database import db
from eventapp.values.catalogue import N_
from eventapp.values.refusal import Refusal

HEAD = MemberFunction.HEAD


def add_member(
    delegation: Delegation,
    participant: Participant,
    function: MemberFunction = MemberFunction.DELEGATE,
    *,
    now: datetime,
    in_post_since: date | None = None,
) -> Member:
    """Makes a participant of the same event a member.

    Raises Refusal where they belong to a delegation, where it has a head already, or where its
    quota of their category is full.
    """
    lock(delegation)
    _demand_nobody_elses(delegation, participant)
    if function is HEAD:
        _demand_no_head(delegation)
    if participant.state.takes_place:
        demand_quota(delegation, participant.category)
    member = Member(
        delegation=delegation,
        participant=participant,
        function=function,
        position=_next_position(delegation),
        in_post_since=in_post_since,
    )
    db.session.add(member)
    participant.touch(now)
    db.session.flush()
    return member


def add_members(
    delegation: Delegation, arrivals: Sequence[tuple[Participant, MemberFunction]]
) -> list[Member] | None:
    """Makes many participants, who belong to no delegation yet, members at once.

    None, and nothing done, where they do not all fit: `add_member` then says whom there is no
    place for.
    """
    lock(delegation)
    coming = Counter(each.category_id for each, _ in arrivals if each.state.takes_place)
    counts = counts_of(delegation)
    is_tight = any(
        count.most is not None and count.taken + coming[count.category.id] > count.most
        for count in counts
        if coming[count.category.id]
    )
    heads = sum(function is HEAD for _, function in arrivals)
    if is_tight or (heads and heads + (head_of(delegation) is not None) > 1):
        return None
    members = [
        Member(delegation=delegation, participant=each, function=function, position=position)
        for position, (each, function) in enumerate(arrivals, _next_position(delegation))
    ]
    db.session.add_all(members)
    db.session.flush()
    return members


def change_member(member: Member, values: dict[str, Any], *, now: datetime) -> None:
    """Changes what somebody is in their delegation; whose place they take, nobody else gets.

    Raises Refusal where a second head, or none, would be left.
    """
    lock(member.delegation)
    function = values.get("function", member.function)
    if function is HEAD and member.function is not HEAD:
        _demand_no_head(member.delegation)
    if function is not HEAD and member.function is HEAD:
        _demand_no_need_of_head(member.delegation)
    for name, value in values.items():
        setattr(member, name, value)
    member.participant.touch(now)


def make_head(member: Member, former: MemberFunction, *, now: datetime) -> None:
    """Makes a member the head; who was it becomes `former` in the same step."""
    delegation = member.delegation
    lock(delegation)
    head = head_of(delegation)
    if former is HEAD:
        raise Refusal(N_("Choose another function for who was head until now."))
    if head is not None and head is not member:
        head.function = former
        head.participant.touch(now)
        db.session.flush()  # never two, not even in between
    member.function = HEAD
    member.stands_in_for = None
    member.participant.touch(now)


def remove_member(member: Member, *, now: datetime) -> None:
    """Takes somebody out of their delegation; they stay a participant of the event.

    Raises Refusal for a head whom the delegation cannot be without.
    """
    lock(member.delegation)
    if member.function is HEAD:
        _demand_no_need_of_head(member.delegation)
    member.participant.touch(now)
    db.session.delete(member)
    db.session.flush()


def withdraw_member(member: Member, *, now: datetime) -> None:
    """Takes somebody out of their delegation, and out of the event."""
    participant = member.participant
    remove_member(member, now=now)
    edit_participant(participant, {"state": ParticipantState.WITHDRAWN}, now=now)


def demand_new_name(delegation: Delegation, given_name: str, family_name: str) -> None:
    """Raises Refusal where a member has the name already."""
    lock(delegation)
    query = (
        select(Person)
        .join(Participant, Participant.person_id == Person.id)
        .join(Member, Member.participant_id == Participant.id)
        .where(
            Member.delegation_id == delegation.id,
            Person.given_name == given_name,
            Person.family_name == family_name,
        )
    )
    person = db.session.scalars(query.limit(1)).first()
    if person is not None:
        raise _is_member(delegation, person)


def _is_member(delegation: Delegation, person: Person) -> Refusal:
    return Refusal(
        N_("%(party)s: %(person)s is a member already."),
        party=called(delegation),
        person=person.name,
    )


def _demand_nobody_elses(delegation: Delegation, participant: Participant) -> None:
    member = membership_of(participant)
    if member is None:
        return
    if member.delegation_id == delegation.id:
        raise _is_member(delegation, participant.person)
    raise Refusal(
        N_("%(person)s belongs to another delegation: %(party)s."),
        party=called(member.delegation),
        person=participant.person.name,
    )


def _demand_no_head(delegation: Delegation) -> None:
    head = head_of(delegation)
    if head is not None:
        raise Refusal(
            N_("%(party)s has a head of delegation already: %(person)s."),
            party=called(delegation),
            person=head.participant.person.name,
        )


def _demand_no_need_of_head(delegation: Delegation) -> None:
    if is_from(delegation.state, DelegationState.NOMINATED):
        raise Refusal(
            N_("%(party)s cannot be without a head of delegation: name another one instead."),
            party=called(delegation),
        )


def _next_position(delegation: Delegation) -> int:
    query = select(func.max(Member.position)).where(Member.delegation_id == delegation.id)
    last = db.session.scalar(query)
    return 0 if last is None else last + 1
