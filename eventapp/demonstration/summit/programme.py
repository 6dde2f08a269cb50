"""The summit's programme: three days, plenaries for all and sessions side by side."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from random import Random

from eventapp.agenda.kinds import Role, SessionKind, SlotState
from eventapp.agenda.models import Appearance, Session
from eventapp.events.models import Event, Room
from eventapp.people.models import Person
from eventapp.values.bilingual import Bilingual
from eventapp.values.timespan import TimeSpan

THEMES = (
    Bilingual("l’eau potable", "Drinking Water"),
    Bilingual("les récoltes", "Harvests"),
    Bilingual("la santé publique", "Public Health"),
    Bilingual("les langues autochtones", "Indigenous Languages"),
    Bilingual("les villes", "Cities"),
    Bilingual("l’école", "Schools"),
    Bilingual("le travail", "Work"),
    Bilingual("les forêts", "Forests"),
)
#: A day: when, how long, what, and in how many rooms at once.
DAY = (
    (time(9), 60, SessionKind.PLENARY, 1),
    (time(10, 30), 90, SessionKind.PANEL, 3),
    (time(13, 30), 60, SessionKind.ROUNDTABLE, 2),
    (time(15), 90, SessionKind.PANEL, 2),
    (time(17), 30, SessionKind.PLENARY, 1),
)
WORDS = {
    SessionKind.PLENARY: Bilingual("Plénière : %s", "Plenary: %s"),
    SessionKind.PANEL: Bilingual("Données ouvertes pour %s", "Open Data for %s"),
    SessionKind.ROUNDTABLE: Bilingual("Table ronde : %s", "Roundtable: %s"),
}


def programme(
    event: Event, rooms: list[Room], people: list[Person], days: int, chance: Random
) -> Iterator[Session]:
    """The sessions, each with its speakers, who are in one place at a time."""
    number = 0
    for day in range(days):
        on = (event.starts_on or date.min) + timedelta(days=day)
        for at, minutes, kind, side_by_side in DAY:
            speakers = chance.sample(people, 3 * side_by_side)
            for place in range(side_by_side):
                number += 1
                session = _session(event, f"D{number}", kind, chance.choice(THEMES))
                session.span = _span(event, on, at, minutes)
                session.room = rooms[place]
                session.appearances = [
                    Appearance(person=person, role=Role.SPEAKER, position=position)
                    for position, person in enumerate(speakers[3 * place : 3 * place + 3])
                ]
                yield session


def _session(event: Event, code: str, kind: SessionKind, theme: Bilingual) -> Session:
    words = WORDS[kind]
    return Session(
        event=event,
        code=code,
        kind=kind,
        title=Bilingual(words.fr % theme.fr, words.en % theme.en),
        state=SlotState.CONFIRMED,
        floor_languages=("fr", "en"),
    )


def _span(event: Event, on: date, at: time, minutes: int) -> TimeSpan:
    start = datetime.combine(on, at)
    return TimeSpan.promised(start, start + timedelta(minutes=minutes), event.zone)
