"""A feed is right to the octet: one bad line and some applications drop all of it."""

import os
import re
import subprocess
import sys
import unicodedata
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
import time_machine
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from eventapp.calendars.components import Text, serialized, uri
from eventapp.calendars.timezones import timezone
from eventapp.values.bilingual import PublishedText
from eventapp.values.language import Language
from tests.unit.calendars.programme import PERSON, TRACK, a_feed, a_release, a_session, text, uid
from tests.unit.calendars.reading import (
    content_lines,
    entries_of,
    entry_lines,
    other_calendar_of,
    values_of,
)

PROJECT = Path(__file__).parents[3]

NASTY = [
    "C:\\Nouveau, C:\\nouveau; \\",
    "\\" * 80,
    "é" * 200,
    "🎤" * 60 + "a" + "🎤" * 60,
    "a\x07b\x0bc\x85d\u2028e\u2029f\x00g\x1bh",
    "BEGIN:VEVENT\r\nUID:evil\r\nEND:VEVENT",
    "e\u0301",
    " , ; : \" ' % %s {x} ^n ^' ",
    "x" * 5000,
]


def as_read(text: str) -> str:
    """What a summary says once it is on one line, without controls, in normal form C."""
    line = re.sub("[ \t\r\n\x85\u2028\u2029]+", " ", text).strip()
    kept = "".join(c for c in line if unicodedata.category(c) not in {"Cc", "Cs"})
    return unicodedata.normalize("NFC", kept).strip()


def titled(title: str) -> bytes:
    """A feed whose only session has that title, and a speaker of that name."""
    release = a_release(a_session(title=text(title), abstract=text("")))
    person = replace(PERSON, name=title)
    return a_feed(replace(release, agenda=replace(release.agenda, people=(person,))))


@pytest.mark.parametrize("title", NASTY)
def test_nasty_titles_come_back_as_they_are_in_two_parsers(title: str) -> None:
    body = titled(title)

    assert str(entries_of(body)[uid("opening")]["SUMMARY"]) == as_read(title)
    others = {event.uid: event.summary for event in other_calendar_of(body).events}
    assert others[uid("opening")] == as_read(title)


@settings(deadline=None, max_examples=60)
@given(st.text(max_size=300).filter(as_read))
def test_any_title_gives_whole_lines_of_at_most_75_octets(title: str) -> None:
    body = titled(title)

    physical = body.split(b"\r\n")
    assert physical.pop() == b""
    assert max(map(len, physical)) <= 75
    assert b"" not in physical
    assert not re.search(rb"[\x00-\x08\x0a-\x1f\x7f]", b"".join(physical))
    for line in physical:
        line.decode()  # no character is torn
        assert len(line) - len(line.rstrip(b"\\")) in range(0, 75, 2)  # and no escape
    assert str(entries_of(body)[uid("opening")]["SUMMARY"]) == as_read(title)


@pytest.mark.parametrize("indent", range(4))
def test_no_line_ends_within_an_escape(indent: int) -> None:
    lines = titled("x" * indent + "\\" * 200).split(b"\r\n")

    assert [line for line in lines if (len(line) - len(line.rstrip(b"\\"))) % 2] == []


def test_lines_are_filled_to_the_75th_octet() -> None:
    body = titled("x" * 500)

    start = body.rindex(b"SUMMARY")
    lines = body[start : body.index(b"DESCRIPTION", start)].split(b"\r\n")
    assert {len(line) for line in lines[:-2]} == {75}


def test_a_calendar_begins_and_ends_with_itself() -> None:
    lines = content_lines(a_feed(a_release(a_session())))

    assert (lines[0], lines[-1]) == ("BEGIN:VCALENDAR", "END:VCALENDAR")


def test_text_is_escaped_and_uris_are_not() -> None:
    lines = entry_lines(titled('a, b; c: "d" \\N\ne'))

    assert values_of(lines, "SUMMARY") == [';LANGUAGE=fr:a\\, b\\; c: "d" \\\\N e']
    assert values_of(lines, "URL") == ["https://events.example.org/fr/summit/sessions/opening"]


def test_a_link_with_spaces_and_line_breaks_stays_one_link() -> None:
    link = uri("https://example.org/a b\r\nX-EVIL:1,2;é")

    assert str(link) == "https://example.org/a%20b%0AX-EVIL:1,2;%C3%A9"


def test_quotes_in_a_parameter_are_encoded() -> None:
    calendar = Calendar()
    calendar["CONFERENCE"] = uri("https://example.org", LABEL='a "b"; c^d')

    assert b"LABEL=\"a ^'b^'; c^^d\"" in serialized(calendar)


def test_x_properties_are_escaped_too() -> None:
    """The library writes values of X- properties as they are, and fails on a line break."""
    calendar = Calendar()
    calendar["X-WR-CALNAME"] = Text("a, b\nc")

    assert content_lines(serialized(calendar))[1] == "X-WR-CALNAME:a\\, b\\nc"


def test_entries_are_in_order_of_start_then_uid() -> None:
    names = ["a", "b", "c", "d"]
    sessions = [a_session(name) for name in names]

    bodies = {a_feed(a_release(*order)) for order in (sessions, sessions[::-1])}

    (body,) = bodies
    uids = [line for line in content_lines(body) if line.startswith("UID:")]
    assert uids[2:] == sorted(f"UID:{uid(name)}" for name in names)


FINGERPRINT = """
from dataclasses import replace
from hashlib import sha256
from tests.unit.calendars.programme import *
sessions = [a_session("a"), a_session("b", span=a_span(zone="Asia/Tokyo")),
            a_session("c", span=a_span(zone="America/Toronto"))]
print(sha256(a_feed(a_release(*sessions), options=Options(both=True, rich=True))).hexdigest())
"""


def test_bytes_do_not_depend_on_the_process() -> None:
    fingerprints = {
        subprocess.run(
            [sys.executable, "-c", FINGERPRINT],
            cwd=PROJECT,
            env=os.environ | {"PYTHONHASHSEED": seed, "TZ": zone},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed, zone in (("1", "Asia/Tokyo"), ("2", "America/Toronto"))
    }

    assert len(fingerprints) == 1


def test_bytes_do_not_depend_on_today() -> None:
    release = a_release(a_session())
    bodies = set()
    for year in (2024, 2025, 2031):
        timezone.cache_clear()
        with time_machine.travel(datetime(year, 7, 1), tick=False):
            bodies.add(a_feed(release))

    assert len(bodies) == 1


def test_a_name_with_nothing_in_it_gives_way_to_the_code() -> None:
    nameless = a_session(title=PublishedText(), abstract=PublishedText(), appearances=())
    release = a_release(nameless, title=PublishedText())

    body = a_feed(release, Language.EN)

    assert values_of(entry_lines(body), "SUMMARY") == [";LANGUAGE=en:opening"]
    assert values_of(content_lines(body), "X-WR-CALNAME") == ["summit"]


def test_a_colour_beyond_the_palette_is_one_of_the_palette() -> None:
    release = a_release(a_session())
    track = replace(TRACK, colour=9)
    release = replace(release, agenda=replace(release.agenda, tracks=(track,)))

    assert values_of(entry_lines(a_feed(release)), "COLOR") == ["sienna"]
