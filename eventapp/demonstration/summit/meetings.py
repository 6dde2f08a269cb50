"""What the summit's delegations want of each other, and how they get there."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from random import Random

from eventapp.agenda.kinds import Role, SlotState, Visibility
from eventapp.agenda.models import Appearance, SlotDelegation
from eventapp.agenda.slots import revise
from eventapp.bilaterals.kinds import BilateralState, Level
from eventapp.bilaterals.models import Bilateral, MeetingRules, MeetingWindow
from eventapp.delegations.models import Delegation
from eventapp.delegations.naming import called
from eventapp.demonstration.drafting import uid
from eventapp.events.models import Event, Room
from eventapp.movements.kinds import MovementKind
from eventapp.movements.models import Movement
from eventapp.people.models import Person
from eventapp.values.bilingual import Bilingual
from eventapp.values.language import Language
from eventapp.values.timespan import TimeSpan

SETTLED_DAYS = 2
NOON = time(12, 15)
TOPICS = ("Données sur l’eau", "Open data", "Formation", "Shared laboratories", "Santé publique")
AIRPORT = Bilingual("Aéroport exemple", "Example Airport")
HOTEL = Bilingual("Hôtel exemple", "Example Hotel")


def rules(event: Event, rooms: list[Room], days: int) -> Iterator[MeetingRules | MeetingWindow]:
    """Two meetings of half an hour for a delegation and day, in these rooms, nine to six."""
    yield MeetingRules(event_id=event.id, minutes=30, most_a_day=2, pause=5)
    for day in range(days):
        for room in rooms:
            yield MeetingWindow(
                event_id=event.id, room=room, on=_day(event, day), opens=time(9), closes=time(18)
            )


def requests(
    event: Event, pairs: list[tuple[Delegation, Delegation]], chance: Random, now: datetime
) -> Iterator[Bilateral]:
    """One request a pair, from the first to the second, for the heads of both."""
    for number, (one, other) in enumerate(pairs):
        meeting = Bilateral(
            uid=uid(event.slug, "bilateral", str(number)),
            event=event,
            code=f"B{number + 1}",
            title=_between(one, other),
            visibility=Visibility.DELEGATION,
            requested_by=one,
            requested_of=other,
            level=chance.choice(list(Level)),
            priority=chance.choice((1, 2, 2, 3)),
            minutes=30,
            topic=chance.choice(TOPICS),
            asked_at=now,
        )
        meeting.delegations = [SlotDelegation(delegation=each) for each in (one, other)]
        meeting.appearances = [
            Appearance(person=head_of(each), role=Role.MEMBER, position=place)
            for place, each in enumerate((one, other))
        ]
        yield meeting


def settle(asked: list[Bilateral], rooms: list[Room], now: datetime) -> None:
    """The first meetings have their place at noon, one a room and day, and are confirmed."""
    busy = set[tuple[int, Delegation]]()
    places = [(day, room) for day in range(SETTLED_DAYS) for room in rooms]
    for meeting, (day, room) in zip(asked, places, strict=False):
        sides = {(day, meeting.requested_by), (day, meeting.requested_of)}
        if busy & sides:
            continue
        busy |= sides
        start = datetime.combine(_day(meeting.event, day), NOON)
        length = timedelta(minutes=meeting.minutes)
        meeting.span = TimeSpan.promised(start, start + length, meeting.event.zone)
        meeting.room = room
        meeting.standing, meeting.state = BilateralState.CONFIRMED, SlotState.CONFIRMED
        meeting.is_agreed_by = meeting.is_agreed_of = True
        meeting.answered_at = now
        revise(meeting, now=now)


def arrivals(
    event: Event, delegations: list[Delegation], chance: Random, now: datetime
) -> Iterator[Movement]:
    """Every delegation lands on the evening before, and is driven to its hotel."""
    eve = _day(event, -1)
    for number, delegation in enumerate(delegations):
        start = datetime.combine(eve, time(14 + number % 8, chance.choice((0, 15, 30, 45))))
        movement = Movement(
            uid=uid(event.slug, "movement", str(number)),
            event=event,
            code=f"M{number + 1}",
            title=Bilingual("Arrivée et transfert à l’hôtel", "Arrival and Transfer to the Hotel"),
            state=SlotState.CONFIRMED,
            visibility=Visibility.DELEGATION,
            span=TimeSpan.promised(start, start + timedelta(minutes=75), event.zone),
            kind=MovementKind.ARRIVAL,
            origin=AIRPORT,
            destination=HOTEL,
            transport=f"XX {100 + number}",
            contact=f"+1 514 555-{number:04}",
        )
        revise(movement, now=now)
        movement.delegations = [SlotDelegation(delegation=delegation)]
        movement.appearances = [
            Appearance(person=member.participant.person, role=Role.MEMBER, position=place)
            for place, member in enumerate(delegation.members)
        ]
        yield movement


def head_of(delegation: Delegation) -> Person:
    """The head, who is the first of the members here."""
    return delegation.members[0].participant.person


def _between(one: Delegation, other: Delegation) -> Bilingual:
    return Bilingual(
        *(f"{called(one).text(each).text} – {called(other).text(each).text}" for each in Language)
    )


def _day(event: Event, number: int) -> date:
    return (event.starts_on or date.min) + timedelta(days=number)
