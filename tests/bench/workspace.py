"""The workspace of a large event: 1,000 sessions, 12 rooms, 5 days, 800 people."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from flask import Flask
from flask.testing import FlaskClient
from flask_migrate import upgrade

from eventapp.accounts.rights import EventRole
from eventapp.agenda.kinds import Role, SessionKind
from eventapp.agenda.models import Appearance, Session
from eventapp.app import create_app
from eventapp.events.models import Event
from eventapp.people.models import Organisation, Person
from eventapp.plumbing import migrating
from eventapp.plumbing.database import db
from eventapp.values.bilingual import Bilingual
from eventapp.values.timespan import TimeSpan
from tests.bench.figures import Conditions
from tests.builders import a_room, a_summit, a_track, an_account, an_organisation, sign_in
from tests.conftest import SECRET, Visitor, settings_for

SESSIONS, ROOMS, DAYS, PEOPLE, TRACKS, ORGANISATIONS = 1_000, 12, 5, 800, 10, 60
SLUG, FIRST_DAY = "summit", date(2027, 6, 7)
LENGTH, A_DAY = timedelta(minutes=30), SESSIONS // DAYS
CONDITIONS: Conditions = {
    "sessions": SESSIONS,
    "rooms": ROOMS,
    "days": DAYS,
    "people": PEOPLE,
    "database": "SQLite",
}


@dataclass(frozen=True)
class Workspace:
    """An application on that event, and a client that is signed in as its owner."""

    app: Flask
    client: FlaskClient
    slug: str = SLUG


@contextmanager
def a_workspace() -> Iterator[Workspace]:
    """A large event in a database of its own, in the context of its application."""
    with TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/eventapp.sqlite"
        app = create_app(settings_for(url, Path(folder) / "data"))
        app.test_client_class = Visitor
        migrating.init_app(app)
        with app.app_context():
            upgrade()
            event = a_large_event()
            owner = an_account(event, EventRole.OWNER)
            client = app.test_client()
            sign_in(client, owner)
            yield Workspace(app, client)
            db.session.remove()
            db.engine.dispose()


def a_large_event() -> Event:
    """The same event each time: people and tracks are dealt out by a seeded chance."""
    chance = Random(SECRET)
    event = a_summit(SLUG, starts_on=FIRST_DAY, ends_on=FIRST_DAY + timedelta(days=DAYS - 1))
    rooms = [a_room(event, f"R{number}", capacity=40 + 20 * number) for number in range(ROOMS)]
    tracks = [a_track(event, f"t{number}", colour=number % 8) for number in range(TRACKS)]
    people = _people()
    for number in range(SESSIONS):
        session = Session(
            event=event,
            code=f"S{number}",
            kind=SessionKind.TALK,
            title=Bilingual(f"Sujet {number} à discuter", f"Subject {number} to discuss"),
            span=_span(event, number),
            room=rooms[number % ROOMS],
            track=chance.choice(tracks),
        )
        session.appearances = [
            Appearance(person=person, role=Role.SPEAKER, position=position)
            for position, person in enumerate(chance.sample(people, 3))
        ]
        db.session.add(session)
    db.session.commit()
    return event


def _people() -> list[Person]:
    organisations: list[Organisation] = [
        an_organisation(f"Institut {number}") for number in range(ORGANISATIONS)
    ]
    people = [
        Person(
            code=f"p{number}",
            given_name=f"Zoé-{number % 40}",
            family_name=f"Été {number}",
            function=Bilingual("directrice", "Director"),
            organisation=organisations[number % ORGANISATIONS],
            country=("CA", "FR", "JP", "SN")[number % 4],
        )
        for number in range(PEOPLE)
    ]
    db.session.add_all(people)
    return people


def _span(event: Event, number: int) -> TimeSpan:
    day, place = divmod(number, A_DAY)
    start = datetime(FIRST_DAY.year, FIRST_DAY.month, FIRST_DAY.day, 9) + timedelta(days=day)
    return TimeSpan.lasting(start + place // ROOMS * LENGTH, LENGTH, event.zone)
