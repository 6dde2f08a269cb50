"""Official lists as others print them: who comes when, and the rule that says so."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from eventapp.delegations.kinds import Authority, PartyKind
from eventapp.delegations.models import Delegation
from eventapp.delegations.naming import party_name
from eventapp.events.models import Event
from eventapp.planning.precedence import ListKind, Rule, ordered
from eventapp.plumbing.database import db
from eventapp.protocol.entries import as_stored, delegations_of, entries_of, filed_under
from eventapp.protocol.footnotes import Stated, footnote
from eventapp.protocol.models import OfficialOrder
from eventapp.values.bilingual import Bilingual

NO_RULE = Rule()


@dataclass(frozen=True, slots=True)
class OfficialList:
    """All delegations of an event in one order, which both languages keep.

    It is final once a person made it and nothing has changed since; `unplaced` are the uids of
    delegations that are not in the stored order yet, and stand where the rule would put them.
    `footnote` states the rule.
    """

    delegations: tuple[Delegation, ...]
    footnote: Bilingual
    is_final: bool
    authority: Authority
    unplaced: frozenset[UUID] = frozenset()

    def name_of(self, delegation: Delegation, *, is_formal: bool = False) -> Bilingual:
        """What this list calls the delegation."""
        return party_name(delegation.party, self.authority, is_formal=is_formal)


def official_list(event: Event, kind: ListKind) -> OfficialList:
    """The event's stored order of that kind; without one, French order of the UN's names."""
    return list_of(event, order_of(event, kind))


def list_of(event: Event, order: OfficialOrder | None) -> OfficialList:
    """The list that a stored order makes of the event's delegations as they are now."""
    delegations = delegations_of(event)
    rule, authority = rule_of(order, delegations), authority_of(order)
    entries = entries_of(event, delegations, rule, authority)
    computed = ordered(entries, rule, overrides_of(order, delegations))
    stored = order.uids if order else []
    by_uid = {str(each.uid): each for each in delegations}
    return OfficialList(
        delegations=tuple(by_uid[uid] for uid in _merged(stored, computed)),
        footnote=_footnote(event, order, delegations),
        is_final=order is not None and order.made_from == as_stored(entries),
        authority=authority,
        unplaced=frozenset(by_uid[uid].uid for uid in by_uid.keys() - set(stored)),
    )


def order_of(event: Event, kind: ListKind) -> OfficialOrder | None:
    """The stored order of that kind, if somebody has made one."""
    query = (
        select(OfficialOrder)
        .options(selectinload(OfficialOrder.overrides))
        .where(OfficialOrder.event_id == event.id, OfficialOrder.kind == kind)
    )
    return db.session.scalars(query).one_or_none()


def authority_of(order: OfficialOrder | None) -> Authority:
    """Whose names the order goes by."""
    return order.authority if order else Authority.UN


def rule_of(order: OfficialOrder | None, delegations: Sequence[Delegation]) -> Rule:
    """The rule of a stored order over these delegations, as pure code applies it."""
    if order is None:
        return NO_RULE
    uids, first = {each.id: str(each.uid) for each in delegations}, first_of(order)
    rule = Rule(
        basis=order.basis,
        language=order.language,
        host=uids.get(order.host_id or 0, ""),
        host_place=order.host_place,
        organisations_place=order.organisations_place,
        first=str(first.uid) if first else "",
    )
    if first is None:
        return rule
    return replace(rule, first_name=filed_under(first.party, rule, order.authority))


def first_of(order: OfficialOrder) -> Delegation | None:
    """Whose name was drawn, though it should come no more."""
    if order.first_id is None:
        return None
    key, options = order.first_id, {"include_removed": True}
    found = db.session.get(Delegation, key, execution_options=options)
    party = found.party if found else None  # it can be removed after its delegation
    return None if party is None else found


def overrides_of(
    order: OfficialOrder | None, delegations: Sequence[Delegation]
) -> Mapping[str, int]:
    """The places that persons have fixed among these delegations, by uid."""
    positions = {each.delegation_id: each.position for each in order.overrides} if order else {}
    return {str(each.uid): positions[each.id] for each in delegations if each.id in positions}


def _merged(stored: Sequence[str], computed: Sequence[str]) -> list[str]:
    """The stored order without those that are gone, and new ones after whom the rule puts them."""
    there = set(computed)
    merged = [uid for uid in stored if uid in there]
    known = set(merged)
    for index, uid in enumerate(computed):
        if uid not in known:
            at = merged.index(computed[index - 1]) + 1 if index else 0
            merged.insert(at, uid)
            known.add(uid)
    return merged


def _footnote(
    event: Event, order: OfficialOrder | None, delegations: Sequence[Delegation]
) -> Bilingual:
    authority = authority_of(order)
    first = first_of(order) if order else None
    drawn_at = order.drawn_at if order and first else None
    return footnote(
        Stated(
            rule=rule_of(order, delegations),
            authority=authority,
            drawn=party_name(first.party, authority) if first else None,
            drawn_on=drawn_at.astimezone(ZoneInfo(event.zone)).date() if drawn_at else None,
            fixed=len(overrides_of(order, delegations)),
            has_organisations=any(
                each.party.kind is PartyKind.ORGANISATION for each in delegations
            ),
        )
    )
