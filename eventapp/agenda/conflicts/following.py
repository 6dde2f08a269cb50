"""What planning's rules do when an event is copied, or two people turn out to be one."""

from sqlalchemy import select

from eventapp.agenda.conflicts.models import (
    Availability,
    BalanceRule,
    Precedence,
    RuleSetting,
    TravelTime,
)
from eventapp.events.facts import EventCopied, Part
from eventapp.people.facts import PeopleMerged
from eventapp.plumbing.database import db


def copy_rules(copying: EventCopied) -> None:
    """Switches, travel times, orders and balances, where what they speak of was copied too."""
    if Part.RULES in copying.parts:
        _copy_switches(copying)
        _copy_travel_times(copying)
        _copy_orders(copying)
        _copy_balances(copying)


def carry_availability(merged: PeopleMerged) -> None:
    """When the one could be had, the one who is kept can be."""
    query = select(Availability).where(Availability.subject == merged.other.uid)
    for row in db.session.scalars(query):
        row.subject = merged.kept.uid


def _copy_switches(copying: EventCopied) -> None:
    rules = select(RuleSetting).where(RuleSetting.event_id == copying.source.id)
    for row in db.session.scalars(rules):
        db.session.add(RuleSetting(event_id=copying.copy.id, rule=row.rule, is_on=row.is_on))


def _copy_travel_times(copying: EventCopied) -> None:
    times = select(TravelTime).where(TravelTime.event_id == copying.source.id)
    for row in db.session.scalars(times):
        twins = [copying.twins.get(each) for each in (row.from_venue, row.to_venue)]
        if all(twins):
            places = {"from_venue": twins[0], "to_venue": twins[1]}
            db.session.add(TravelTime(event_id=copying.copy.id, minutes=row.minutes, **places))


def _copy_orders(copying: EventCopied) -> None:
    orders = select(Precedence).where(Precedence.event_id == copying.source.id)
    for row in db.session.scalars(orders):
        before, after = (copying.twins.get(each) for each in (row.before, row.after))
        if before and after:
            db.session.add(Precedence(event_id=copying.copy.id, before=before, after=after))


def _copy_balances(copying: EventCopied) -> None:
    balances = select(BalanceRule).where(BalanceRule.event_id == copying.source.id)
    names = ("criterion", "group", "sense", "measure", "target")
    for row in db.session.scalars(balances):
        session = copying.twins.get(row.session) if row.session else None
        if session or not row.session:
            kept = {name: getattr(row, name) for name in names}
            db.session.add(BalanceRule(event_id=copying.copy.id, session=session, **kept))
