"""Who appears in an event: asked of the programme, which stands above and says how to know."""

from typing import Any, NamedTuple, Protocol

from flask import Flask, current_app
from sqlalchemy import Select, select

from eventapp.events.models import Event
from eventapp.people.models import Person
from eventapp.plumbing.database import db
from eventapp.values.bilingual import Bilingual


class SessionOf(NamedTuple):
    """A session that somebody appears in."""

    code: str
    title: Bilingual


class Casting(Protocol):
    """What the programme knows of people."""

    def people_in(self, event: Event) -> Select[tuple[int]]:
        """The ids of those who appear in the event."""
        ...

    def sessions_of(self, event: Event, person: Person) -> list[SessionOf]:
        """The sessions of the event that the person appears in."""
        ...


def init_app(app: Flask, casting: Any) -> None:
    """Tells the application who knows."""
    app.extensions["casting"] = casting


def people_in(event: Event) -> Select[tuple[int]]:
    """For a query: the ids of those who appear in the event."""
    return _casting().people_in(event)


def sessions_of(event: Event, person: Person) -> list[SessionOf]:
    """The sessions of the event that the person appears in."""
    return _casting().sessions_of(event, person)


def appears_in(event: Event, person: Person) -> bool:
    """Whether the person has any part in the event."""
    query = select(Person.id).where(Person.id == person.id, Person.id.in_(people_in(event)))
    return db.session.scalars(query).first() is not None


def _casting() -> Casting:
    casting: Casting = current_app.extensions["casting"]
    return casting
