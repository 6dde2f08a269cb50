"""Delegations as the rule of an order sees them: the one bridge to `planning.precedence`."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import or_, select
from sqlalchemy.orm import contains_eager, joinedload

from eventapp.delegations.kinds import Authority, MemberFunction, PartyKind
from eventapp.delegations.models import Delegation, Member, Party
from eventapp.delegations.naming import party_name
from eventapp.events.models import Event
from eventapp.participants.kinds import ParticipantState
from eventapp.participants.models import Participant
from eventapp.planning.precedence import Basis, Entry, Rule
from eventapp.plumbing.database import db

#: Who leads where the head does not come, in this order.
_LEADS = (MemberFunction.HEAD, MemberFunction.ALTERNATE_HEAD)
_STAYS_AWAY = {ParticipantState.DECLINED, ParticipantState.WITHDRAWN}


class Leader(NamedTuple):
    """Who leads a delegation in person: their own rank, and since when they hold their post."""

    rank: int | None
    since: date | None


_NOBODY = Leader(None, None)
_NEVER = 3


def delegations_of(event: Event) -> list[Delegation]:
    """All delegations of the event, with their parties."""
    query = (
        select(Delegation)
        .join(Delegation.party)
        .options(contains_eager(Delegation.party).joinedload(Party.organisation))
        .where(Delegation.event_id == event.id)
        .order_by(Delegation.id)
    )
    return [*db.session.scalars(query)]


def entries_of(
    event: Event, delegations: Sequence[Delegation], rule: Rule, authority: Authority
) -> list[Entry]:
    """What the rule asks of each delegation, and nothing else."""
    leaders = _leaders(event) if rule.basis is Basis.RANK else {}
    return [_entry(each, rule, authority, leaders.get(each.id, _NOBODY)) for each in delegations]


def _entry(delegation: Delegation, rule: Rule, authority: Authority, leader: Leader) -> Entry:
    party, basis = delegation.party, rule.basis
    return Entry(
        uid=str(delegation.uid),
        name=filed_under(party, rule, authority),
        is_organisation=party.kind is PartyKind.ORGANISATION,
        rank=leader.rank,
        since=leader.since,
        credentials_on=delegation.credentials_on if basis is Basis.CREDENTIALS else None,
        acceded_on=party.acceded_on if basis is Basis.ACCESSION else None,
    )


def filed_under(party: Party, rule: Rule, authority: Authority) -> str:
    """What the party sorts by in the language of the rule."""
    own = party.sort_key.strict(rule.language)
    return own or party_name(party, authority).text(rule.language).text


def as_stored(entries: Sequence[Entry]) -> dict[str, Any]:
    """The facts of each entry as JSON keeps them, to be compared with those of another day."""
    return {entry.uid: _facts(entry) for entry in entries}


def _facts(entry: Entry) -> dict[str, Any]:
    days = {
        "since": entry.since,
        "credentials_on": entry.credentials_on,
        "acceded_on": entry.acceded_on,
    }
    return {
        "name": entry.name,
        "is_organisation": entry.is_organisation,
        "rank": entry.rank,
        **{name: day.isoformat() if day else None for name, day in days.items()},
    }


def _leaders(event: Event) -> Mapping[int, Leader]:
    """Who leads each delegation, by its id: the head, or whoever stands in, with their own rank."""
    query = (
        select(Member)
        .join(Member.delegation)
        .join(Member.participant)
        .options(contains_eager(Member.participant).joinedload(Participant.person))
        .where(
            Delegation.event_id == event.id,
            Participant.state.not_in(_STAYS_AWAY),
            or_(Member.function.in_(_LEADS), Member.stands_in_for_id.is_not(None)),
        )
        .options(joinedload(Member.stands_in_for))
        .order_by(Member.position, Member.id)
    )
    leaders: dict[int, Leader] = {}
    for member in sorted(db.session.scalars(query), key=_turn):
        if _turn(member) < _NEVER:
            leaders.setdefault(member.delegation_id, _led_by(member))
    return leaders


def _turn(member: Member) -> int:
    """Where a member stands among those who could lead: 0 does."""
    if member.function is MemberFunction.HEAD:
        return 0
    represented = member.stands_in_for
    if represented is not None and represented.function is MemberFunction.HEAD:
        return 1
    return 2 if member.function is MemberFunction.ALTERNATE_HEAD else _NEVER


def _led_by(member: Member) -> Leader:
    return Leader(member.participant.person.rank, member.in_post_since)
