"""Schedule files of other systems, written in a line: `a_schedule_xml(an_event(title="Opening"))`.

None leaves an element out.
"""

import json
from collections.abc import Mapping
from html import escape
from typing import Any

CONFERENCE: dict[str, str | None] = {
    "acronym": "example-25",
    "title": "Example 2025",
    "start": "2025-02-01",
    "end": "2025-02-02",
    "time_zone_name": "Europe/Brussels",
}
DAY = 'index="1" date="2025-02-01" start="2025-02-01T09:00:00+01:00"'


def an_event(guid: str | None = "guid-1", people: str = "", **given: str | None) -> str:
    """One <event> on a line of its own; `people` are <person> elements."""
    elements = {
        "date": "2025-02-01T10:00:00+01:00",
        "start": "10:00",
        "duration": "00:30",
        "title": "Opening",
    } | given
    number = elements.pop("id", "1")
    named = {"guid": guid, "id": number}
    attributes = "".join(f' {name}="{text}"' for name, text in named.items() if text is not None)
    return f"<event{attributes}>{_elements(elements)}<persons>{people}</persons></event>"


def a_schedule_xml(
    *events: str, room: str = 'name="Hall"', day: str = DAY, top: str = "", **conference: str | None
) -> bytes:
    """A schedule.xml of one day and one room, whose events begin on line 5."""
    return "\n".join(
        (
            '<?xml version="1.0" encoding="UTF-8"?>',
            f"<schedule>{top}",
            f"<conference>{_elements({**CONFERENCE, **conference})}</conference>",
            f"<day {day}><room {room}>",
            *events,
            "</room></day></schedule>",
        )
    ).encode()


def a_talk(**given: Any) -> dict[str, Any]:
    """One session of a schedule.json."""
    talk = {
        "id": 1,
        "guid": "guid-1",
        "date": "2025-02-01T10:00:00+01:00",
        "start": "10:00",
        "duration": "00:30",
        "title": "Opening",
        "persons": [],
    } | given
    return {name: value for name, value in talk.items() if value is not None}


def a_schedule_json(*talks: object, room: str = "Hall", **conference: Any) -> bytes:
    """A schedule.json of one day and one room, in its first version."""
    day = {
        "index": 1,
        "date": "2025-02-01",
        "day_start": "2025-02-01T09:00:00+01:00",
        "day_end": "2025-02-02T04:00:00+01:00",
        "rooms": {room: list(talks)},
    }
    return json.dumps(
        {"schedule": {"conference": CONFERENCE | {"days": [day]} | conference}}
    ).encode()


def _elements(texts: Mapping[str, str | None]) -> str:
    return "".join(
        f"<{name}>{escape(text)}</{name}>" for name, text in texts.items() if text is not None
    )
