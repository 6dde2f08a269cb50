"""What an event's rules are set to, and what there is to choose from, as their page shows it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import NamedTuple, TypeVar

from sqlalchemy import select

from eventapp.agenda.conflicts.loading import board as load
from eventapp.agenda.conflicts.models import Availability, BalanceRule, Precedence, TravelTime
from eventapp.agenda.conflicts.queries import rules_on
from eventapp.agenda.conflicts.words import SENSES
from eventapp.agenda.models import Appearance, Session, Slot
from eventapp.events.models import Event
from eventapp.people.models import Person
from eventapp.planning.balance import Meter
from eventapp.planning.rules import RULES
from eventapp.planning.rules.balance import figure, meter_of
from eventapp.planning.rules.base import Rule
from eventapp.planning.telling import Teller
from eventapp.plumbing.database import db
from eventapp.values.bilingual import Bilingual
from eventapp.values.language import Language

Removable = Availability | BalanceRule | Precedence | TravelTime
R = TypeVar("R", Availability, BalanceRule, Precedence, TravelTime)

#: What can be taken away from the rules, by its name in addresses.
REMOVABLE: dict[str, type[Removable]] = {
    "travel": TravelTime,
    "orders": Precedence,
    "availabilities": Availability,
    "balances": BalanceRule,
}


class Switch(NamedTuple):
    """A rule, and whether it counts."""

    rule: Rule
    is_on: bool


@dataclass(frozen=True, slots=True)
class Gauge:
    """A meter in words: whom it counts, how many there are and should be."""

    id: int
    where: str
    whom: str
    bound: str
    value: str
    target: str
    meter: Meter


@dataclass(frozen=True, slots=True)
class Choices:
    """Sessions and people by code, for fields that are typed into."""

    sessions: Sequence[tuple[str, Bilingual]]
    people: Sequence[tuple[str, str]]


def switches(event: Event) -> list[Switch]:
    """Every rule, in their order."""
    on = {rule.code for rule in rules_on(event)}
    return [Switch(rule, code in on) for code, rule in RULES.items()]


def gauges(event: Event, language: Language, *, today: date) -> list[Gauge]:
    """How every balance of the event stands."""
    rows = {str(row.uid): row for row in rows_of(BalanceRule, event)}
    if not rows:
        return []
    board = load(event, today=today, with_texts=False)
    teller, activities = Teller(board, language), board.programme.activities
    return [
        _gauge(rows[balance.uid].id, meter_of(balance, board.programme), teller)
        for balance in board.programme.balances
        if not balance.activity or balance.activity in activities
    ]


def rows_of(table: type[R], event: Event) -> list[R]:
    """What is set of that kind, in the order in which it was."""
    rows = db.session.scalars(select(table).where(table.event_id == event.id))
    return sorted(rows, key=lambda row: row.id)


def joint_groups(event: Event) -> list[list[Session]]:
    """Sessions that are held jointly, by group."""
    query = (
        select(Session)
        .where(Session.event_id == event.id, Session.joint != "")
        .order_by(Session.joint, Session.code)
    )
    groups = groupby(db.session.scalars(query), key=lambda session: session.joint)
    return [[*sessions] for _, sessions in groups]


def choices(event: Event) -> Choices:
    """The sessions of the event, and the people who appear in it."""
    sessions = select(Session.code, Session.title).where(Session.event_id == event.id)
    appearing = select(Appearance.person_id).join(Slot).where(Slot.event_id == event.id)
    people = select(Person.code, Person.given_name, Person.family_name).where(
        Person.id.in_(appearing)
    )
    return Choices(
        [(code, title) for code, title in db.session.execute(sessions.order_by(Session.code))],
        [
            (code, f"{given} {family}".strip())
            for code, given, family in db.session.execute(people.order_by(Person.family_name))
        ],
    )


def _gauge(number: int, meter: Meter, teller: Teller) -> Gauge:
    balance = meter.balance
    return Gauge(
        id=number,
        where=teller.title(balance.activity) if balance.activity else "",
        whom=teller.name(balance.uid),
        bound=teller.say(SENSES[balance.sense]),
        value="–" if meter.value is None else figure(balance, meter.value, teller),
        target=figure(balance, balance.target, teller),
        meter=meter,
    )
