"""Setting an event's rules: which are on, and what they are fed."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import or_, select

from eventapp.agenda.conflicts.models import (
    Availability,
    BalanceRule,
    Precedence,
    RuleSetting,
    TravelTime,
)
from eventapp.agenda.models import Session
from eventapp.events.models import Event, Venue
from eventapp.planning.balance import Measure
from eventapp.planning.rules import RULES
from eventapp.plumbing.database import db
from eventapp.values.bilingual import Bilingual
from eventapp.values.catalogue import N_
from eventapp.values.refusal import Refusal
from eventapp.values.timespan import TimeSpan


def set_rules(event: Event, on: Collection[str]) -> None:
    """Turns on the rules with these codes, and off all others."""
    query = select(RuleSetting).where(RuleSetting.event_id == event.id)
    rows = {row.rule: row for row in db.session.scalars(query)}
    for code in RULES:
        if row := rows.get(code):
            row.is_on = code in on
        elif code not in on:
            db.session.add(RuleSetting(event_id=event.id, rule=code, is_on=False))


def set_travel_time(event: Event, origin: Venue, target: Venue, minutes: int) -> None:
    """Says how long the way between two venues takes, either way round."""
    if origin is target:
        raise Refusal(N_("Choose two different venues."))
    there = (TravelTime.from_venue_id == origin.id) & (TravelTime.to_venue_id == target.id)
    back = (TravelTime.from_venue_id == target.id) & (TravelTime.to_venue_id == origin.id)
    row = db.session.scalars(select(TravelTime).where(or_(there, back))).first()
    if row is None:
        row = TravelTime(event_id=event.id, from_venue=origin, to_venue=target)
        db.session.add(row)
    row.minutes = minutes


def put_in_order(event: Event, first: Session, second: Session) -> None:
    """One session must be over before the other begins.

    Raises Refusal where that is so already, or where the opposite follows from what was said.
    """
    if first is second:
        raise Refusal(N_("Choose two different sessions."))
    followers = _followers(event)
    if second.id in followers.get(first.id, ()):
        raise Refusal(N_("This order is set already."))
    if first.id in _all_after(second.id, followers):
        raise Refusal(N_("Other orders already put the second before the first."))
    db.session.add(Precedence(event_id=event.id, before=first, after=second))


def declare_joint(event: Event, first: Session, second: Session) -> None:
    """Two sessions become one meeting; others that are joint with either come along."""
    if first is second:
        raise Refusal(N_("Choose two different sessions."))
    group = first.joint or second.joint or first.code
    others = [*_joint(event, first.joint), *_joint(event, second.joint)]
    for session in (first, second, *others):
        session.joint = group


def separate(event: Event, group: str) -> None:
    """The sessions of a joint group are meetings of their own again."""
    for session in _joint(event, group):
        session.joint = ""


def add_availability(event: Event, subject: UUID, name: Bilingual, span: TimeSpan) -> None:
    """A person or a room can be had then; outside all that is said of it, it cannot."""
    db.session.add(Availability(event_id=event.id, subject=subject, name=name, span=span))


def add_balance(event: Event, rule: BalanceRule) -> None:
    """Wants a session, or the programme, to be made up so. Raises Refusal beyond 100 %."""
    if rule.measure is Measure.SHARE and rule.target > 100:
        raise Refusal(N_("A share is 100 percent at most."))
    rule.event_id = event.id
    db.session.add(rule)


def _joint(event: Event, group: str) -> list[Session]:
    if not group:
        return []
    query = select(Session).where(Session.event_id == event.id, Session.joint == group)
    return [*db.session.scalars(query)]


def _followers(event: Event) -> dict[int, set[int]]:
    query = select(Precedence.before_id, Precedence.after_id)
    followers: dict[int, set[int]] = {}
    for before, after in db.session.execute(query.where(Precedence.event_id == event.id)):
        followers.setdefault(before, set()).add(after)
    return followers


def _all_after(session: int, followers: dict[int, set[int]]) -> set[int]:
    """Whatever must come after a session, by one step or several."""
    reached, waiting = set[int](), [session]
    while waiting:
        for each in followers.get(waiting.pop(), ()):
            if each not in reached:
                reached.add(each)
                waiting.append(each)
    return reached
