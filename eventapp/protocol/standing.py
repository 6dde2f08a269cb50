"""How a stored order stands to the delegations as they are now."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from eventapp.delegations.models import Delegation
from eventapp.events.models import Event
from eventapp.planning.precedence import ordered
from eventapp.protocol.entries import as_stored, delegations_of, entries_of
from eventapp.protocol.models import OfficialOrder
from eventapp.protocol.orders import authority_of, overrides_of, rule_of

NEW, GONE = "new", "gone"


class Change(NamedTuple):
    """A delegation that is new, gone, or of which some facts have changed (`words.FACTS`)."""

    name: str
    delegation: Delegation | None
    facts: tuple[str, ...]


class Standing(NamedTuple):
    """What has changed since the order was made, and each place if it were made anew, by uid."""

    changes: list[Change]
    places: Mapping[str, int]


def standing_of(event: Event, order: OfficialOrder | None) -> Standing:
    """Compares a stored order with what would be made of it now."""
    delegations = delegations_of(event)
    rule = rule_of(order, delegations)
    entries = entries_of(event, delegations, rule, authority_of(order))
    computed = ordered(entries, rule, overrides_of(order, delegations))
    before = order.made_from if order else {}
    return Standing(
        _changes(before, as_stored(entries), delegations) if order else [],
        {uid: place for place, uid in enumerate(computed, 1)},
    )


def _changes(
    before: Mapping[str, Any], after: Mapping[str, Any], delegations: Sequence[Delegation]
) -> list[Change]:
    by_uid = {str(each.uid): each for each in delegations}
    gone = [Change(before[uid]["name"], None, (GONE,)) for uid in before if uid not in after]
    changed = [
        Change(facts["name"], by_uid[uid], _difference(before.get(uid), facts))
        for uid, facts in after.items()
        if before.get(uid) != facts
    ]
    return [*gone, *changed]


def _difference(before: Mapping[str, Any] | None, after: Mapping[str, Any]) -> tuple[str, ...]:
    if before is None:
        return (NEW,)
    return tuple(name for name in after if before.get(name) != after[name])
