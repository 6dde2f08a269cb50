"""How quickly the rules judge a large event, with every rule fed; the board read anew each time."""

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime, timedelta
from itertools import cycle
from statistics import median
from time import perf_counter
from uuid import UUID

from sqlalchemy import select

from eventapp.agenda.conflicts.loading import board
from eventapp.agenda.conflicts.models import Availability, BalanceRule, Precedence
from eventapp.agenda.conflicts.queries import (
    conflicts_around,
    conflicts_by_slot,
    conflicts_if_moved,
    nearest_free_place,
)
from eventapp.agenda.kinds import Role
from eventapp.agenda.models import Appearance, Session, Track
from eventapp.events.models import Event, Venue
from eventapp.people.models import Person
from eventapp.planning.balance import Criterion, Measure, Sense
from eventapp.planning.board import Board
from eventapp.planning.rules import find
from eventapp.plumbing.database import db, unit_of_work
from eventapp.values.bilingual import Bilingual
from eventapp.values.language import Language
from eventapp.values.timespan import TimeSpan
from tests.bench.figures import Conditions, Figure, under
from tests.bench.workspace import CONDITIONS, FIRST_DAY, Workspace

Work = Callable[[Event], object]

ROUNDS = 15
#: Within a week of the texts' deadline, so that every text is looked at.
TODAY = FIRST_DAY - timedelta(days=30)
LATE = TimeSpan.lasting(
    datetime(FIRST_DAY.year, FIRST_DAY.month, FIRST_DAY.day, 20), timedelta(minutes=30), "UTC"
)


def figures(workspace: Workspace) -> list[Figure]:
    """What the rules take; the event is fed for them first."""
    conditions: Conditions = {
        **CONDITIONS,
        "rounds": ROUNDS,
        "fed": "2 venues, 200 availabilities, 100 interpreted sessions, 50 orders, all texts due",
    }
    with workspace.app.app_context():
        feed(_event())
        loaded = board(_event(), today=TODAY)
        slots = cycle(db.session.scalars(select(Session.uid).order_by(Session.id)).all()[::37])
        return [
            Figure(id_, name, _milliseconds(work), "ms", under(bar), conditions)
            for id_, name, bar, work in _measured(loaded, slots)
        ]


def _measured(loaded: Board, slots: Iterator[UUID]) -> list[tuple[str, str, float, Work]]:
    """What is measured: its id, its name, its bar in milliseconds, and the work."""
    day, language = TODAY, Language.FR
    return [
        ("rules-all", "all rules on a board in memory", 500, lambda _: find(loaded)),
        (
            "rules-check",
            "the full check: reading the board, all rules, what was accepted",
            500,
            lambda event: conflicts_by_slot(event, today=day),
        ),
        (
            "rules-move",
            "the rules around one session: reading the board, its conflicts in words",
            50,
            lambda event: conflicts_around(event, next(slots), language, today=day),
        ),
        (
            "rules-if-moved",
            "the same before a move is made",
            50,
            lambda event: conflicts_if_moved(event, next(slots), LATE, None, language, today=day),
        ),
        (
            "rules-free",
            "the nearest free place of a session, reading the board",
            500,
            lambda event: nearest_free_place(event, next(slots), today=day),
        ),
    ]


def feed(event: Event) -> None:
    """Gives every rule something to judge."""
    with unit_of_work():
        event.texts_due_on = TODAY + timedelta(days=3)
        harbour = Venue(name=Bilingual("Port", "Harbour"))
        event.venues.append(harbour)
        for room in event.rooms[::2]:
            room.venue = harbour
        for track in db.session.scalars(select(Track)).all()[::2]:
            track.forbids_parallel = True
        sessions = db.session.scalars(select(Session).order_by(Session.id)).all()
        people = db.session.scalars(select(Person).order_by(Person.id)).all()
        for number, session in enumerate(sessions):
            session.expected, session.equipment = 20 + number % 250, ("projector",)
            if number % 10 == 0:
                _interpret(session, people[number % 700 : number % 700 + 4])
        for first, second in zip(sessions[:50], sessions[50:100], strict=True):
            db.session.add(Precedence(event_id=event.id, before=first, after=second))
        db.session.add_all(_availability(event, person) for person in people[:200])
        db.session.add_all(_balances(event, sessions[:20]))


def _interpret(session: Session, people: Sequence[Person]) -> None:
    session.interpretation_languages = ("fr", "en")
    session.appearances += [
        Appearance(
            person=person, role=Role.INTERPRETER, language=("fr", "en")[place % 2], position=9
        )
        for place, person in enumerate(people)
    ]


def _availability(event: Event, person: Person) -> Availability:
    start = datetime(FIRST_DAY.year, FIRST_DAY.month, FIRST_DAY.day, 8)
    span = TimeSpan.lasting(start, timedelta(days=3), event.zone)
    return Availability(event_id=event.id, subject=person.uid, name=person.recorded_as, span=span)


def _balances(event: Event, sessions: Sequence[Session]) -> list[BalanceRule]:
    return [
        BalanceRule(
            event_id=event.id,
            session=session,
            criterion=Criterion.CANADA,
            sense=Sense.AT_LEAST,
            measure=Measure.SHARE,
            target=50,
        )
        for session in (None, *sessions)
    ]


def _event() -> Event:
    return db.session.scalars(select(Event)).one()


def _milliseconds(work: Work) -> float:
    """The middle one of some rounds, each in a session of its own, after one to warm up."""
    took = []
    for _ in range(ROUNDS + 1):
        db.session.remove()
        event = _event()
        begun = perf_counter()
        work(event)
        took.append(perf_counter() - begun)
    return median(took[1:]) * 1000
