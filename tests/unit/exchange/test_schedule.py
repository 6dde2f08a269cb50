"""A schedule in our words."""

from datetime import datetime, timedelta

import pytest
from sqlalchemy import String

from eventapp.agenda.models import Session, Slot, Track
from eventapp.events.models import Event, Room, Venue
from eventapp.exchange import schedule as limits
from eventapp.exchange.schedule import ScheduledSession
from eventapp.people.models import Person
from eventapp.values.language import Language
from eventapp.values.timespan import TimeSpan

SPAN = TimeSpan.lasting(datetime(2025, 2, 1, 10), timedelta(hours=1), "Europe/Paris")


@pytest.mark.parametrize(
    ("title", "subtitle", "english", "french"),
    [
        ("Trust", "A path", "Trust: A path", "Trust\N{NO-BREAK SPACE}: A path"),
        ("Trust", "", "Trust", "Trust"),
        ("Who pays?", "A path", "Who pays? A path", "Who pays? A path"),
        ("Racing:", "A path", "Racing: A path", "Racing: A path"),
        ("Trust", "(part 2)", "Trust (part 2)", "Trust (part 2)"),
        ("Trust: a path", "A Path", "Trust: a path", "Trust: a path"),
    ],
)
def test_a_subtitle_is_joined_as_an_editor_does(
    title: str, subtitle: str, english: str, french: str
) -> None:
    session = ScheduledSession("1", "1", title, SPAN, subtitle=subtitle)
    assert session.full_title(Language.EN) == english
    assert session.full_title(Language.FR) == french


def test_the_reader_refuses_what_the_columns_cannot_hold() -> None:
    """PostgreSQL enforces lengths, SQLite does not: they are checked by the reader."""
    assert {
        "title": length(Slot, "title_en"),
        "abstract": length(Session, "abstract_en"),
        "room": length(Room, "name_en"),
        "track": length(Track, "name_en"),
        "person": length(Person, "family_name"),
        "venue": length(Venue, "name_en"),
        "event": length(Event, "title_en"),
        "source": length(Slot, "source"),
        "city": length(Venue, "city_en"),
    } == {
        "title": limits.TITLE_LENGTH,
        "abstract": limits.ABSTRACT_LENGTH,
        "room": limits.NAME_LENGTH,
        "track": limits.NAME_LENGTH,
        "person": limits.NAME_LENGTH,
        "venue": limits.NAME_LENGTH,
        "event": limits.EVENT_TITLE_LENGTH,
        "source": limits.ACRONYM_LENGTH,
        "city": limits.CITY_LENGTH,
    }


def length(model: type, column: str) -> int | None:
    kind = model.__table__.c[column].type  # type: ignore[attr-defined]
    assert isinstance(kind, String)
    return kind.length
