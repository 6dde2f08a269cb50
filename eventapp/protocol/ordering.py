"""Making orders, drawing their first seat, and fixing places by decision.

Whoever does any of it makes the order anew, from the facts as they are at that moment: what the
page said has changed since counts from then on.
"""

from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from eventapp.delegations.models import Delegation
from eventapp.events.models import Event
from eventapp.planning.precedence import Basis, ListKind, candidates, drawn, ordered
from eventapp.plumbing.database import db
from eventapp.protocol.entries import as_stored, delegations_of, entries_of
from eventapp.protocol.models import OfficialOrder, OrderOverride
from eventapp.protocol.orders import overrides_of, rule_of
from eventapp.values.catalogue import N_
from eventapp.values.refusal import Refusal

NOON = time(12)


def make_order(
    event: Event,
    kind: ListKind,
    order: OfficialOrder | None,
    rule: Mapping[str, Any],
    *,
    by: str,
    now: datetime,
) -> OfficialOrder:
    """Makes the event's order of that kind by a rule, given as columns."""
    if order is None:
        order = OfficialOrder(event_id=event.id, kind=kind)
        db.session.add(order)
    for column, value in rule.items():
        setattr(order, column, value)
    db.session.flush()
    return remake(event, order, by=by, now=now)


def remake(event: Event, order: OfficialOrder, *, by: str, now: datetime) -> OfficialOrder:
    """Makes the order anew from the facts as they are now."""
    delegations = delegations_of(event)
    rule = rule_of(order, delegations)
    entries = entries_of(event, delegations, rule, order.authority)
    order.uids = ordered(entries, rule, overrides_of(order, delegations))
    order.made_from = as_stored(entries)
    order.made_at, order.author = now, by
    order.touch(now)
    db.session.flush()
    return order


def draw_first_seat(
    event: Event, order: OfficialOrder, seed: str, *, by: str, now: datetime
) -> Delegation:
    """Draws whose name the order begins with; the same seed draws the same name again.

    Raises Refusal where a draw stands already, or where names do not decide.
    """
    _demand_no_draw(order)
    delegations = delegations_of(event)
    rule = rule_of(order, delegations)
    among = candidates(entries_of(event, delegations, rule, order.authority), rule)
    if not among:
        raise Refusal(N_("There is nobody to draw from yet."))
    uid = drawn(seed, among)
    first = next(each for each in delegations if str(each.uid) == uid)
    order.seed, order.drawn_among = seed, among
    _begin_with(event, order, first, drawn_at=now, by=by, now=now)
    return first


def enter_draw(
    event: Event, order: OfficialOrder, first: Delegation, day: date, *, by: str, now: datetime
) -> None:
    """Keeps what a draw by hand gave on that day. Raises Refusal as `draw_first_seat` does."""
    _demand_no_draw(order)
    order.seed, order.drawn_among = "", []
    at = datetime.combine(day, NOON, ZoneInfo(event.zone))
    _begin_with(event, order, first, drawn_at=at, by=by, now=now)


def withdraw_draw(event: Event, order: OfficialOrder, *, by: str, now: datetime) -> None:
    """Takes the draw back: the order begins at the beginning of its alphabet."""
    order.first_id, order.drawn_at = None, None
    order.seed, order.drawn_by, order.drawn_among = "", "", []
    remake(event, order, by=by, now=now)


def override(
    event: Event,
    order: OfficialOrder,
    delegation: Delegation,
    position: int,
    reason: str,
    *,
    by: str,
    now: datetime,
) -> OrderOverride:
    """Fixes a delegation's place, whatever the rule says.

    Raises Refusal where its place or that position is fixed already, or is beyond the list.
    """
    delegations = delegations_of(event)
    fixed = overrides_of(order, delegations)
    if str(delegation.uid) in fixed:
        raise Refusal(N_("Its place is fixed already: take that decision back first."))
    if position in fixed.values():
        raise Refusal(N_("That place is fixed for another delegation."))
    if not 1 <= position <= len(delegations):
        raise Refusal(N_("The list has %(count)s places."), count=len(delegations))
    row = OrderOverride(delegation=delegation, position=position, reason=reason, author=by, at=now)
    order.overrides.append(row)
    remake(event, order, by=by, now=now)
    return row


def withdraw_override(
    event: Event, order: OfficialOrder, row: OrderOverride, *, by: str, now: datetime
) -> None:
    """Takes a decision back: the rule alone says where that delegation stands."""
    order.overrides.remove(row)
    remake(event, order, by=by, now=now)


def _demand_no_draw(order: OfficialOrder) -> None:
    if order.basis is not Basis.NAME:
        raise Refusal(N_("Only an alphabetical order begins with a name that was drawn."))
    if order.first_id is not None:
        raise Refusal(N_("A draw stands already: withdraw it first."))


def _begin_with(
    event: Event,
    order: OfficialOrder,
    first: Delegation,
    *,
    drawn_at: datetime,
    by: str,
    now: datetime,
) -> None:
    order.first_id, order.drawn_at, order.drawn_by = first.id, drawn_at, by
    remake(event, order, by=by, now=now)
