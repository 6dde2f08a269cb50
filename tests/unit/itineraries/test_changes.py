"""What changed since a look, in words."""

import json
from dataclasses import replace
from typing import Any

import pytest

from eventapp.agenda.kinds import SlotState
from eventapp.itineraries.changes import changes_since, look_at
from eventapp.itineraries.itinerary import Fact, Itinerary
from eventapp.values.language import Language
from tests.unit.calendars.programme import text
from tests.unit.itineraries.agendas import a_meeting, a_panel, an_agenda, later

BEFORE = an_agenda()


def told(after: Itinerary, language: Language = Language.EN) -> list[tuple[str, ...]]:
    """Each change as a title, its names, and what it was and is; the look as it was kept."""
    look = json.loads(json.dumps(look_at(BEFORE)))
    return [
        (each.title.text, *(f"{line.name}|{line.before}|{line.after}" for line in each.lines))
        for each in changes_since(look, after, language)
    ]


def test_nothing_changed_says_nothing() -> None:
    assert told(BEFORE) == []


@pytest.mark.parametrize(
    ("fields", "line"),
    [
        ({"room": None, "venue": None}, "New room|Room A, Palace|"),
        ({"title": text("Rencontre", "Meeting")}, "New title|Bilateral meeting: Japan|Meeting"),
        ({"state": SlotState.CANCELLED}, "Cancelled||"),
        ({"state": SlotState.TENTATIVE}, "New status|confirmed|to be confirmed"),
        ({"facts": (Fact("Topic", text("Air")),)}, "Topic|Water|Air"),
        ({"facts": ()}, "Topic|Water|"),
        ({"span": None}, "New time|Tuesday, December\xa03, 2:00–2:30\xa0p.m.|Time to be confirmed"),
    ],
)
def test_each_change_is_named_with_what_was_and_what_is(fields: dict[str, Any], line: str) -> None:
    [(_, *lines)] = told(an_agenda(a_panel(), a_meeting(**fields)))
    assert lines == [line]


def test_times_are_told_in_the_readers_language() -> None:
    after = an_agenda(a_panel(), later(a_meeting(), 45))
    was, is_ = "14\xa0h\xa0–\xa014\xa0h\xa030", "14\xa0h\xa045\xa0–\xa015\xa0h\xa015"
    day = "mardi 3\xa0décembre"
    assert told(after, Language.FR) == [
        ("Rencontre bilatérale\xa0: Japon", f"Nouvel horaire|{day}, {was}|{day}, {is_}")
    ]


def test_what_is_new_comes_in_its_place_and_what_is_gone_last() -> None:
    after = an_agenda(a_meeting(), a_meeting("other", title=text("France")))
    assert told(after) == [("France", "Added||"), ("Ethics", "Removed||")]


def test_what_was_off_already_is_not_missed() -> None:
    look = look_at(an_agenda(a_panel(), a_meeting(state=SlotState.CANCELLED)))
    assert changes_since(look, an_agenda(a_panel()), Language.FR) == []


def test_a_change_of_the_other_language_alone_is_none() -> None:
    after = an_agenda(a_panel(), a_meeting(facts=(Fact("Topic", text("Eaux", "Water")),)))
    assert (told(after), len(told(after, Language.FR))) == ([], 1)


def test_a_new_stamp_alone_is_no_change() -> None:
    meeting = a_meeting()
    stamp = replace(meeting.stamp, revision=9)
    assert told(an_agenda(a_panel(), replace(meeting, stamp=stamp))) == []
