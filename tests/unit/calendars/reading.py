"""Calendars read back, by the line and by parsers that are not ours."""

from ical.calendar import Calendar as OtherCalendar
from ical.calendar_stream import IcsCalendarStream
from icalendar import Calendar, Event

from tests.unit.calendars.programme import uid


def content_lines(body: bytes) -> list[str]:
    """The content lines, unfolded as RFC 5545 §3.1 says; a line break at the end is demanded."""
    assert body.endswith(b"\r\n")
    return body.decode().replace("\r\n ", "").split("\r\n")[:-1]


def head_lines(body: bytes) -> list[str]:
    """The properties of the calendar itself."""
    lines = content_lines(body)
    return lines[1 : next(n for n, line in enumerate(lines[1:], 1) if line.startswith("BEGIN:"))]


def values_of(lines: list[str], name: str) -> list[str]:
    """What the properties of a name hold, parameters included."""
    return [
        line[len(name) :].removeprefix(":")
        for line in lines
        if line.startswith((f"{name}:", f"{name};"))
    ]


def entry_lines(body: bytes, name: str = "opening") -> list[str]:
    """The lines of the entry whose UID was made from that name."""
    lines = content_lines(body)
    start = lines.index(f"UID:{uid(name)}", lines.index("BEGIN:VEVENT")) - 1
    return lines[start : lines.index("END:VEVENT", start) + 1]


def calendar_of(body: bytes) -> Calendar:
    calendar = Calendar.from_ical(body)
    assert isinstance(calendar, Calendar)
    assert not [component for component in calendar.walk() if component.errors]
    return calendar


def entries_of(body: bytes) -> dict[str, Event]:
    """Every entry by its UID."""
    entries = calendar_of(body).events
    assert len({str(entry["UID"]) for entry in entries}) == len(entries)
    return {str(entry["UID"]): entry for entry in entries}


def other_calendar_of(body: bytes) -> OtherCalendar:
    """The calendar as another parser understands it."""
    return IcsCalendarStream.calendar_from_ics(body.decode())
