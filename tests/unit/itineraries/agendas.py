"""Own agendas made by hand, for what needs no database."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from eventapp.itineraries.itinerary import Contact, Entry, EntryKind, Fact, Itinerary
from eventapp.values.bilingual import PublishedText
from tests.unit.calendars.programme import (
    PUBLISHED_AT,
    ROOM,
    STAMP,
    VENUE,
    a_release,
    a_session,
    a_span,
    text,
    uid,
)

PANEL = a_session("panel", title=text("Éthique", "Ethics"))
JAPAN = text("Rencontre bilatérale\xa0: Japon", "Bilateral meeting: Japan")


def a_meeting(name: str = "meeting", **fields: Any) -> Entry:
    """At two o'clock, in a room."""
    entry = Entry(
        uid=uid(name),
        kind=EntryKind.MEETING,
        title=JAPAN,
        stamp=STAMP,
        span=a_span("2024-12-03T14:00", 30),
        room=ROOM,
        venue=VENUE,
        facts=(Fact("Topic", PublishedText("Eau", "Water")),),
    )
    return replace(entry, **fields)


def a_panel(**fields: Any) -> Entry:
    """A published session at nine."""
    entry = Entry(PANEL.uid, EntryKind.SESSION, PANEL.title, STAMP, span=PANEL.span, session=PANEL)
    return replace(entry, **fields)


def an_agenda(*entries: Entry, **fields: Any) -> Itinerary:
    """Somebody's agenda of these entries: a panel and a meeting unless told."""
    agenda = Itinerary(
        uid=uid("zoe"),
        owner=text("Zoé Exemple"),
        is_delegation=False,
        agenda=a_release(PANEL).agenda,
        entries=entries or (a_panel(), a_meeting()),
        changed_at=PUBLISHED_AT,
        contacts=(Contact("Liaison officer", "Alix Exemple", "+1 514 555-0100"),),
        release=3,
    )
    return replace(agenda, **fields)


def later(entry: Entry, minutes: int) -> Entry:
    """The same entry, so much later."""
    assert entry.span
    start = entry.span.start + timedelta(minutes=minutes)
    return replace(entry, span=a_span(start.isoformat(), 30))
