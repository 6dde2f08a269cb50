"""Questions about parties, delegations and their members."""

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import joinedload, selectinload

from eventapp.accounts.models import Account
from eventapp.delegations.kinds import AccessKind, MemberFunction
from eventapp.delegations.models import (
    AccessInvitation,
    Delegation,
    DelegationAccess,
    Member,
    Party,
)
from eventapp.delegations.naming import called, party_called_by_host
from eventapp.events.models import Event
from eventapp.participants.models import Participant
from eventapp.plumbing.database import db
from eventapp.values.collation import SortKey, sort_key
from eventapp.values.language import Language

_TOO_HIGH = 2**31  # for a key of the database
_FUNCTIONS = tuple(MemberFunction)
_NO_RANK = 10_000
_PARTY = joinedload(Delegation.party).joinedload(Party.organisation)


def parties(language: Language) -> list[Party]:
    """All parties, in the reader's order."""
    rows = db.session.scalars(select(Party).options(joinedload(Party.organisation)))
    return sorted(rows, key=lambda each: party_key(each, language))


def party_with(uid: UUID) -> Party | None:
    """The party of that identity."""
    return db.session.scalars(select(Party).where(Party.uid == uid)).one_or_none()


def party_key(party: Party, language: Language) -> SortKey:
    """The place of a party in a list for reading; official orders have rules of their own."""
    name = party.sort_key.strict(language) or party_called_by_host(party).text(language).text
    return sort_key(name, language)


def delegations_of(event: Event, language: Language) -> list[Delegation]:
    """The event's delegations with their members, in the reader's order."""
    members = selectinload(Delegation.members).joinedload(Member.participant)
    query = select(Delegation).where(Delegation.event_id == event.id)
    rows = db.session.scalars(query.options(_PARTY, members.joinedload(Participant.person)))
    return sorted(rows, key=lambda each: party_key(each.party, language))


def delegation_called(event: Event, code: str) -> Delegation | None:
    """The event's delegation of that code."""
    query = select(Delegation).where(Delegation.event_id == event.id, Delegation.code == code)
    return db.session.scalars(query.options(_PARTY)).one_or_none()


def members_of(delegation: Delegation) -> list[Member]:
    """Its members, the head first, then by function, rank and place in the order."""
    query = (
        select(Member)
        .join(Member.participant)
        .where(Member.delegation_id == delegation.id)
        .options(
            joinedload(Member.participant).joinedload(Participant.person),
            joinedload(Member.participant).joinedload(Participant.category),
            joinedload(Member.participant).joinedload(Participant.organisation),
        )
    )
    return in_order(db.session.scalars(query))


def in_order(members: Iterable[Member]) -> list[Member]:
    """Members as they are listed; those whose participant was removed are left out."""
    there = (each for each in members if _is_there(each.participant))
    return sorted(there, key=_place)


def _place(member: Member) -> tuple[int, ...]:
    """By function, by class of precedence (none is the last), as somebody has ordered them."""
    rank = member.participant.person.rank or _NO_RANK
    return _FUNCTIONS.index(member.function), rank, member.position, member.id


def head_of(delegation: Delegation) -> Member | None:
    """Its head, if it has one."""
    query = select(Member).join(Member.participant)
    return db.session.scalars(
        query.where(Member.delegation_id == delegation.id, Member.function == MemberFunction.HEAD)
    ).one_or_none()


def member_called(delegation: Delegation, code: str) -> Member | None:
    """The delegation's member who is the participant of that code."""
    query = select(Member).join(Member.participant)
    return db.session.scalars(
        query.where(Member.delegation_id == delegation.id, Participant.code == code)
    ).one_or_none()


def membership_of(participant: Participant) -> Member | None:
    """As which member the participant comes, if as any."""
    query = select(Member).where(Member.participant_id == participant.id)
    return db.session.scalars(query).one_or_none()


def accesses_to(delegation: Delegation) -> list[DelegationAccess]:
    """Who works for the delegation alone."""
    query = (
        select(DelegationAccess)
        .join(DelegationAccess.account)
        .where(DelegationAccess.delegation_id == delegation.id)
        .order_by(DelegationAccess.kind.desc(), Account.name, DelegationAccess.id)
    )
    return [*db.session.scalars(query)]


def access_numbered(delegation: Delegation, number: int) -> DelegationAccess | None:
    """The delegation's access of that id."""
    found = db.session.get(DelegationAccess, number) if number < _TOO_HIGH else None
    return found if found and found.delegation_id == delegation.id else None


def invitation_numbered(delegation: Delegation, number: int) -> AccessInvitation | None:
    """The delegation's invitation of that id."""
    found = db.session.get(AccessInvitation, number) if number < _TOO_HIGH else None
    return found if found and found.delegation_id == delegation.id else None


def kinds_of_access(access: DelegationAccess) -> set[AccessKind]:
    """As what the access's account works for its delegation: as one thing, or as both."""
    query = select(DelegationAccess.kind).where(
        DelegationAccess.delegation_id == access.delegation_id,
        DelegationAccess.account_id == access.account_id,
    )
    return {*db.session.scalars(query)}


def delegations_for(account: Account, language: Language) -> list[DelegationAccess]:
    """The delegations that the account works for, the newest event first."""
    query = (
        select(DelegationAccess)
        .join(DelegationAccess.delegation)
        .join(Event, Event.id == Delegation.event_id)
        .where(DelegationAccess.account_id == account.id)
        .options(joinedload(DelegationAccess.delegation).joinedload(Delegation.event))
    )
    rows = sorted(db.session.scalars(query), key=lambda each: _name_key(each.delegation, language))
    return sorted(rows, key=lambda each: _days(each.delegation.event), reverse=True)


def _is_there(participant: Participant | None) -> bool:
    return participant is not None


def _name_key(delegation: Delegation, language: Language) -> SortKey:
    return sort_key(called(delegation).text(language).text, language)


def _days(event: Event) -> str:
    return f"{event.starts_on or ''}{event.slug}"
