"""A moment in full: date, time and zone."""

import datetime as dt

from eventapp.values.language import Language
from eventapp.values.typography.characters import NO_BREAK_SPACE as NBSP
from eventapp.values.typography.dates import DateStyle, date
from eventapp.values.typography.times import time
from eventapp.values.typography.zones import in_zone, zone


def instant(
    at: dt.datetime, zone_name: str, language: Language, style: DateStyle = DateStyle.LONG
) -> str:
    """`3 décembre 2025, 14 h 30 HNE`; `December 3, 2024, 2:30 p.m., Belgrade (UTC+1)`.

    `at` is an instant if aware, else a wall time of the zone; `zone_name` is an IANA name.
    """
    local = in_zone(at, zone_name)
    place = zone(local, zone_name, language)
    joint = ", " if place.endswith(")") else NBSP
    return f"{date(local, language, style)}, {time(local, language)}{joint}{place}"
