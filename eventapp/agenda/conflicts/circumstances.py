"""What an event has set for its rules, for the board."""

from collections import defaultdict
from collections.abc import Mapping

from sqlalchemy import select
from sqlalchemy.orm import aliased

from eventapp.agenda.conflicts.models import Availability, BalanceRule, Precedence, TravelTime
from eventapp.agenda.models import Session
from eventapp.events.models import Event, Venue
from eventapp.planning.balance import Balance
from eventapp.planning.board import Span, joined
from eventapp.plumbing.database import db

#: The columns beneath a span: instants are all that a board needs of it.
_TIMES = Availability.__table__.c
_HERE, _THERE = aliased(Venue), aliased(Venue)


def availabilities_of(event: Event) -> Mapping[str, tuple[Span, ...]]:
    """When people and rooms can be had, by uid."""
    query = select(_TIMES.subject, _TIMES.starts_at, _TIMES.ends_at)
    spans = defaultdict[str, list[Span]](list)
    for subject, start, end in db.session.execute(query.where(_TIMES.event_id == event.id)):
        spans[str(subject)].append((start, end))
    return {subject: joined(given) for subject, given in spans.items()}


def travel_of(event: Event) -> Mapping[tuple[str, str], int]:
    """Minutes between venues, by their uids."""
    query = (
        select(_HERE.uid, _THERE.uid, TravelTime.minutes)
        .select_from(TravelTime)
        .join(_HERE, _HERE.id == TravelTime.from_venue_id)
        .join(_THERE, _THERE.id == TravelTime.to_venue_id)
        .where(TravelTime.event_id == event.id)
    )
    rows = db.session.execute(query)
    return {(str(origin), str(target)): minutes for origin, target, minutes in rows}


def orders_of(event: Event, activities: Mapping[int, str]) -> tuple[tuple[str, str], ...]:
    """Which of these activities comes before which."""
    query = select(Precedence.before_id, Precedence.after_id).order_by(Precedence.id)
    rows = db.session.execute(query.where(Precedence.event_id == event.id))
    return tuple(
        (activities[before], activities[after])
        for before, after in rows
        if before in activities and after in activities
    )


def balances_of(event: Event) -> tuple[Balance, ...]:
    """What the event wants its programme and panels to be made of."""
    query = (
        select(BalanceRule, Session.uid)
        .outerjoin(Session, Session.id == BalanceRule.session_id)
        .where(BalanceRule.event_id == event.id)
        .order_by(BalanceRule.id)
    )
    return tuple(
        Balance(
            uid=str(row.uid),
            criterion=row.criterion,
            group=row.group,
            sense=row.sense,
            measure=row.measure,
            target=row.target,
            activity=str(session) if session else None,
        )
        for row, session in db.session.execute(query)
        if session or row.session_id is None
    )
