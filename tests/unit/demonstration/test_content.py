"""What the demonstration says: the figures that are known, and texts as a careful editor prints."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import combinations
from typing import NamedTuple

import msgspec
import pytest

from eventapp.agenda.kinds import SlotState
from eventapp.demonstration import files
from eventapp.demonstration.files import EventFile, SessionEntry, Text
from eventapp.values import typography
from eventapp.values.language import Language
from eventapp.values.slug import is_code, is_slug

EVENTS = {event.slug: event for event in files.events()}
COMMON = files.common()

every_event = pytest.mark.parametrize("event", EVENTS.values(), ids=EVENTS)

#: “Example” in the languages of the invented people.
EXAMPLE = {
    *("àpẹẹrẹ", "beispiel", "dæmi", "ejemplo", "eksempel", "esempio", "example", "exempel"),
    *("exemple", "exemplo", "exemplu", "mfano", "mihon", "mithāl", "näide", "nhwɛso", "örnek"),
    *("piemēra", "példa", "primer", "příklad", "przykład", "shampla", "tauira", "udaharan"),
    *("voorbeeld", "vzor", "yeje", "παράδειγμα", "пример"),
}

MONTHS = "janvier|mai|novembre|septembre|décembre|January|May|November|September|December"
BREAKABLE = re.compile(rf"\d (h|%|\d)|\d ({MONTHS})\b|({MONTHS}) \d{{1,2}}\b|\d [ap]\.m\.")
STRAIGHT = re.compile(r"['\"]")


class Place(NamedTuple):
    code: str
    start: datetime
    end: datetime


def programme(event: EventFile, releases: int) -> dict[str, SessionEntry]:
    """The sessions as they stand after so many releases, without those that are cancelled."""
    sessions: dict[str, SessionEntry] = {}
    for release in event.releases[:releases]:
        sessions |= release.sessions
    return {c: s for c, s in sessions.items() if s.state is not SlotState.CANCELLED}


def content(slug: str) -> dict[str, SessionEntry]:
    """What somebody comes for: neither breaks nor receptions."""
    final = programme(EVENTS[slug], len(EVENTS[slug].releases))
    return {
        code: session
        for code, session in final.items()
        if not session.kind.is_interval and session.kind != "reception"
    }


def wordings(thing: object, language: Language) -> Iterator[str]:
    """Every text below a value, in one language."""
    if isinstance(thing, Text):
        yield thing.bilingual.strict(language)
    elif isinstance(thing, msgspec.Struct):
        for value in msgspec.structs.asdict(thing).values():
            yield from wordings(value, language)
    elif isinstance(thing, dict):
        for value in thing.values():
            yield from wordings(value, language)
    elif isinstance(thing, tuple):
        for value in thing:
            yield from wordings(value, language)


def overlapping(places: list[Place]) -> list[tuple[str, str]]:
    return [
        (a.code, b.code) for a, b in combinations(places, 2) if a.start < b.end and b.start < a.end
    ]


def test_these_are_the_events() -> None:
    assert set(EVENTS) == {
        *("all-in-2024", "belgrade-2024", "demo-planning", "demo-today", "launch-2024"),
        *("paris-2024", "tokyo-2022", "visits-2025"),
    }


def test_names_in_addresses_can_stand_in_addresses() -> None:
    slugs = [*EVENTS, *COMMON.series]
    codes = [
        code
        for event in EVENTS.values()
        for names in (event.rooms, event.tracks, programme(event, 3))
        for code in names
    ]
    assert [slug for slug in slugs if not is_slug(slug)] == []
    assert [code for code in [*codes, *COMMON.people] if not is_code(code)] == []


@pytest.mark.parametrize(
    ("slug", "sessions"), [("tokyo-2022", 9), ("all-in-2024", 7)], ids=["Tokyo", "ALL IN"]
)
def test_a_programme_has_as_many_sessions_as_are_known_of(slug: str, sessions: int) -> None:
    assert len(content(slug)) == sessions


def test_the_belgrade_summit_has_more_than_25_sessions_and_seven_side_activities() -> None:
    tracks = Counter(session.track for session in content("belgrade-2024").values())
    assert (tracks["side"], tracks.total() - tracks["side"] > 25) == (7, True)


def test_the_paris_workshop_works_for_12_hours() -> None:
    times = {(session.start, session.end) for session in content("paris-2024").values()}
    assert sum((e - s for s, e in times if s and e), timedelta()) == timedelta(hours=12)


def test_the_panel_on_africa_lasts_an_hour() -> None:
    panel = content("all-in-2024")["A3"]
    assert panel.start
    assert panel.end
    assert panel.end - panel.start == timedelta(minutes=60)


@every_event
def test_no_room_and_no_person_is_needed_twice_at_once(event: EventFile) -> None:
    clashes: dict[tuple[int, str], list[tuple[str, str]]] = {}
    for number in range(1, len(event.releases) + 1):
        needed: dict[str, list[Place]] = {}
        for code, session in programme(event, number).items():
            if session.start and session.end:
                people = (key for keys in session.people.values() for key in keys)
                for who in ([session.room] if session.room else []) + list(people):
                    place = Place(code, session.start, session.end)
                    needed.setdefault(who, []).append(place)
        clashes |= {(number, who): overlapping(places) for who, places in needed.items()}
    assert {who: pairs for who, pairs in clashes.items() if pairs} == {}


def test_a_session_that_begins_also_ends() -> None:
    assert [
        (event.slug, code)
        for event in EVENTS.values()
        for release in event.releases
        for code, session in release.sessions.items()
        if (session.start is None) != (session.end is None)
    ] == []


def test_whoever_is_to_be_confirmed_appears() -> None:
    assert [
        (event.slug, code)
        for event in EVENTS.values()
        for release in event.releases
        for code, session in release.sessions.items()
        if set(session.to_be_confirmed) - {key for keys in session.people.values() for key in keys}
    ] == []


def test_everybody_has_something_to_do() -> None:
    appearing = {
        key
        for event in EVENTS.values()
        for release in event.releases
        for session in release.sessions.values()
        for keys in session.people.values()
        for key in keys
    }
    assert appearing == set(COMMON.people)
    assert {person.organisation for person in COMMON.people.values()} == set(COMMON.organisations)


def test_every_invented_person_and_organisation_says_so_in_its_name() -> None:
    people = [f"{each.given} {each.family}" for each in COMMON.people.values()]
    assert [name for name in people if not any(word in name.casefold() for word in EXAMPLE)] == []
    names = [each.name for each in COMMON.organisations.values()]
    assert [name for name in names if "exemple" not in name.fr.casefold()] == []
    assert [name for name in names if "example" not in name.en.casefold()] == []


@every_event
def test_every_summary_says_in_both_languages_what_is_invented(event: EventFile) -> None:
    french, english = (text.split("\n\n")[-1] for text in (event.summary.fr, event.summary.en))
    assert french.startswith("Démonstration\u00a0: ")
    assert english.startswith("Demonstration: ")


@pytest.mark.parametrize("language", Language)
def test_texts_are_printed_as_a_careful_editor_prints_them(language: Language) -> None:
    """No-break spaces where lines must not break, curly apostrophes and quotation marks."""
    texts = [text for thing in (*EVENTS.values(), COMMON) for text in wordings(thing, language)]
    assert [text for text in texts if typography.tidy(text, language) != text] == []
    assert [text for text in texts if BREAKABLE.search(text) or STRAIGHT.search(text)] == []
