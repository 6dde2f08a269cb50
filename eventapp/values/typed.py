"""What people type for a day or a clock time, read in whatever way they write it."""

import re
from datetime import date, time

from eventapp.values.catalogue import N_
from eventapp.values.refusal import Refusal

#: Years that an event can have: instants near the ends of Python's calendar overflow in a zone.
YEARS = range(1900, 2200)

_CLOCK = re.compile(
    r"(?P<hour>[0-9]{1,2})\s*(?:[:h.]\s*(?P<minute>[0-9]{2})?)?\s*(?:min)?"
    r"\s*(?P<half>[ap])?\.?(?:m\.?)?",
    re.IGNORECASE,
)
_WORDS = {"midi": time(12), "noon": time(12), "minuit": time(0), "midnight": time(0)}


def typed_time(text: str) -> time:
    """The time of `14 h 30`, `14:30`, `14h30`, `9 h`, `2:30 pm`, `noon`; 24 h is midnight.

    Raises Refusal for anything else.
    """
    text = " ".join(text.split()).lower()
    if text in _WORDS:
        return _WORDS[text]
    found = _CLOCK.fullmatch(text)
    hour = _hour(found) if found else None
    minute = int(found["minute"] or 0) if found else 0
    if hour is None or minute > 59 or (hour == 24 and minute):
        raise Refusal(N_("This is not a time: write it like 14:30."))
    return time(hour % 24, minute)


def _hour(found: re.Match[str]) -> int | None:
    """The hour of the day, 0 to 24; None where it has none."""
    hour, half = int(found["hour"]), found["half"]
    if half is None:
        return hour if hour <= 24 else None
    if not 1 <= hour <= 12:
        return None
    return hour % 12 + (12 if half == "p" else 0)


def typed_date(text: str) -> date:
    """The day of `2026-11-22`. Raises Refusal for anything else."""
    try:
        day = date.fromisoformat(text.strip())
    except ValueError:
        day = None
    if day is None or day.year not in YEARS:
        raise Refusal(N_("This is not a date: write it like 2026-11-22."))
    return day
