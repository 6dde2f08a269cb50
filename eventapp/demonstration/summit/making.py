"""Makes the summit and publishes its programme."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from itertools import combinations
from random import Random
from typing import NamedTuple

from sqlalchemy import select

from eventapp.agenda import publishing
from eventapp.agenda.freezing import public_units
from eventapp.delegations.models import Delegation
from eventapp.demonstration.drafting import uid
from eventapp.demonstration.summit import delegations as sending
from eventapp.demonstration.summit import meetings
from eventapp.demonstration.summit.coming import registration
from eventapp.demonstration.summit.naming import OTHERS, Name, names
from eventapp.demonstration.summit.orders import make_orders
from eventapp.demonstration.summit.programme import programme
from eventapp.events.kinds import EventKind, EventState
from eventapp.events.models import Event, Room, Venue
from eventapp.participants.models import Category, Participant
from eventapp.plumbing.database import db
from eventapp.translation.approving import approve
from eventapp.values.bilingual import Bilingual
from eventapp.values.language import Language

SLUG = "demo-summit"
AUTHOR = "demonstration"
FIRST_DAY = date(2027, 6, 8)
DAYS = 3
HALLS, SALONS = 3, 4
SPEAKERS = 60
MEMBERS = (3, 12)  # of a delegation, from and to
OTHER_KINDS = ("expert", "speaker", "observer", "press", "staff", "guest")


class Size(NamedTuple):
    """How large the summit is."""

    participants: int = 400
    delegations: int = 40
    requests: int = 60


def load(*, now: datetime) -> None:
    """The demonstration's summit, where it is not there already."""
    if db.session.scalars(select(Event).where(Event.uid == uid("event", SLUG))).first() is None:
        make(Size(), now=now)


def make(size: Size, *, now: datetime) -> Event:
    """A summit of that size, its programme published; the same each time."""
    chance = Random(SLUG)  # noqa: S311 - nobody is to be surprised
    called = names(chance)
    event = _event()
    kinds = sending.categories(event)
    parties = sending.parties(SLUG)
    sent = sending.delegations(event, parties[: size.delegations], now)
    db.session.add_all([*kinds.values(), *parties, *sent])
    for delegation in sent:
        number, delegates = chance.randint(*MEMBERS), kinds["delegate"]
        db.session.add_all(
            sending.members(delegation, number, delegates, called=called, chance=chance, now=now)
        )
    rest = size.participants - sum(len(each.members) for each in sent)
    guests = list(_guests(event, max(rest, SPEAKERS), kinds, called, chance, now=now))
    db.session.add_all(guests)
    db.session.flush()
    speakers = [each.person for each in guests[:SPEAKERS]]
    speakers += [meetings.head_of(each) for each in sent[::4]]
    sessions = list(programme(event, event.rooms[:HALLS], speakers, DAYS, chance))
    db.session.add_all(sessions)
    db.session.add_all(registration(event, sessions, now))
    make_orders(event, sent[0], now)
    _plan_meetings(event, sent, size.requests, chance, now)
    approve(public_units(event), Language, by=AUTHOR, now=now)
    publishing.publish(event, by=AUTHOR, now=now, note=Bilingual())
    return event


def _guests(
    event: Event,
    number: int,
    kinds: Mapping[str, Category],
    called: Iterator[Name],
    chance: Random,
    *,
    now: datetime,
) -> Iterator[Participant]:
    """Those of no delegation, the speakers first."""
    for place in range(number):
        code = "speaker" if place < SPEAKERS else OTHER_KINDS[place % len(OTHER_KINDS)]
        country = chance.choice(("CA", "FR", ""))
        person = sending.person(next(called), chance.choice(OTHERS), country)
        yield sending.participant(event, person, kinds[code], now)


def _plan_meetings(
    event: Event, sent: list[Delegation], number: int, chance: Random, now: datetime
) -> None:
    pairs = chance.sample(list(combinations(sent, 2)), number)
    db.session.add_all(meetings.rules(event, event.rooms[HALLS:], DAYS))
    asked = list(meetings.requests(event, pairs, chance, now))
    meetings.settle(asked, event.rooms[HALLS:], now)
    db.session.add_all(asked)
    db.session.add_all(meetings.arrivals(event, sent, chance, now))
    db.session.flush()


def _event() -> Event:
    event = Event(
        uid=uid("event", SLUG),
        slug=SLUG,
        kind=EventKind.SUMMIT,
        title=Bilingual("Sommet exemple des délégations", "Example Summit of Delegations"),
        summary=Bilingual(
            "Quarante délégations, leurs rencontres et leurs déplacements. Démonstration : tout "
            "est inventé.",
            "Forty delegations, their meetings and their movements. Demonstration: all of it is "
            "made up.",
        ),
        starts_on=FIRST_DAY,
        ends_on=FIRST_DAY + timedelta(days=DAYS - 1),
        zone="America/Toronto",
        state=EventState.PUBLISHED,
        is_demonstration=True,
    )
    venue = Venue(
        event=event,
        name=Bilingual("Palais exemple", "Example Palace"),
        city=Bilingual.same("Montréal"),
        country="CA",
    )
    names_of_rooms = [
        *(Bilingual(f"Salle {letter}", f"Room {letter}") for letter in "ABC"),
        *(Bilingual(f"Salon {number}", f"Salon {number}") for number in range(1, SALONS + 1)),
    ]
    for position, name in enumerate(names_of_rooms):
        Room(
            event=event,
            venue=venue,
            code=name.en.lower().replace(" ", "-"),
            name=name,
            capacity=400 if position < HALLS else 12,
            position=position,
        )
    db.session.add(event)
    db.session.flush()
    return event
