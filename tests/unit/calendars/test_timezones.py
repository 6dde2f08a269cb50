"""Time zones as calendars know them, held against the tz database instant by instant."""

import re
from bisect import bisect
from calendar import monthcalendar
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from icalendar import Timezone

from eventapp.calendars.components import serialized
from eventapp.calendars.timezones import YEARS, timezone
from tests.unit.calendars.programme import a_feed, a_release, a_session, a_span
from tests.unit.calendars.reading import calendar_of, content_lines

ZONES = [
    "Europe/Belgrade",
    "Europe/Dublin",
    "Africa/Casablanca",
    "America/Toronto",
    "America/St_Johns",
    "America/Nuuk",
    "America/Santiago",
    "Asia/Tokyo",
    "Asia/Kathmandu",
    "Australia/Lord_Howe",
    "Pacific/Apia",
]

WEEKDAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]

PARIS = """\
BEGIN:VTIMEZONE
TZID:Europe/Paris
BEGIN:DAYLIGHT
DTSTART:20230326T020000
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
TZNAME:CEST
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:20231029T030000
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
TZNAME:CET
END:STANDARD
END:VTIMEZONE
"""


def lines_of(component: Timezone) -> list[str]:
    return serialized(component).decode().splitlines()


def test_onsets_are_told_in_the_time_that_clocks_showed_before() -> None:
    """The library's own components are an hour late in spring."""
    assert lines_of(timezone("Europe/Paris", 2024, 2024)) == PARIS.splitlines()


@pytest.mark.parametrize("name", ZONES)
@pytest.mark.parametrize("year", [1995, 2011, 2024, 2026])
def test_every_half_hour_of_the_years_asked_for_is_right(name: str, year: int) -> None:
    onsets = onsets_of(timezone(name, year, year), until=year + 2)
    zone = ZoneInfo(name)
    start = datetime(year, 1, 1, tzinfo=UTC)
    instants = [start + timedelta(minutes=30) * step for step in range(365 * 48)]

    wrong = [
        at
        for at in instants
        if onsets[bisect(onsets, (at, timedelta.max)) - 1][1] != at.astimezone(zone).utcoffset()
    ]

    assert wrong == []


def onsets_of(component: Timezone, *, until: int) -> list[tuple[datetime, timedelta]]:
    """From when on which offset holds, as a reader of the component works it out."""
    onsets = []
    observances: list[Any] = component.subcomponents
    for observance in observances:
        starts: list[datetime] = [observance["DTSTART"].dt]
        if "RRULE" in observance:
            starts += repeated(starts[0], observance["RRULE"], until)
        if "RDATE" in observance:
            starts += [each.dt for each in observance["RDATE"].dts]
        offset_from, offset_to = observance["TZOFFSETFROM"].td, observance["TZOFFSETTO"].td
        onsets += [((local - offset_from).replace(tzinfo=UTC), offset_to) for local in starts]
    return sorted(onsets)


def repeated(first: datetime, rule: Any, until: int) -> list[datetime]:
    """The later onsets of a rule such as `FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3`."""
    number, weekday = int(rule["BYDAY"][:-2]), WEEKDAYS.index(rule["BYDAY"][-2:])
    onsets = []
    for year in range(first.year + 1, until + 1):
        weeks = monthcalendar(year, rule["BYMONTH"])
        days = [week[weekday] for week in weeks if week[weekday]]
        onsets.append(first.replace(year=year, day=days[number - (number > 0)]))
    return onsets


def test_a_rule_that_does_not_repeat_is_told_onset_by_onset() -> None:
    lines = lines_of(timezone("Africa/Casablanca", 2024, 2024))

    assert [line for line in lines if line.startswith("RRULE")] == []
    assert "RDATE:20240310T030000,20250223T030000" in lines


def test_a_rule_about_to_end_is_not_written_as_one_that_goes_on() -> None:
    """Turkey gave up its summer time in 2016."""
    lines = lines_of(timezone("Europe/Istanbul", 2014, 2014))

    assert [line for line in lines if line.startswith("RRULE")] == []


def test_a_rule_about_to_end_later_is_not_written_either() -> None:
    """Moscow kept the rule of most of Europe until 2010."""
    lines = lines_of(timezone("Europe/Moscow", 2008, 2008))

    assert [line for line in lines if line.startswith("RRULE")] == []


def test_a_rule_counts_weekdays_from_the_beginning_of_the_month() -> None:
    lines = lines_of(timezone("America/Toronto", 2024, 2024))

    assert [line for line in lines if line.startswith("RRULE")] == [
        "RRULE:FREQ=YEARLY;BYDAY=2SU;BYMONTH=3",
        "RRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=11",
    ]


def test_a_zone_is_told_until_after_its_last_time() -> None:
    spans = [a_span(f"{year}-07-01T12:00", zone="Africa/Casablanca") for year in (2024, 2026)]

    (zone,) = calendar_of(
        a_feed(a_release(a_session("a", span=spans[0]), a_session("b", span=spans[1])))
    ).timezones

    years = {at.year for at, _ in onsets_of(zone, until=2030)}
    assert years == {2023, 2024, 2025, 2026, 2027}


@pytest.mark.parametrize("name", ZONES)
def test_offsets_are_whole_minutes_and_history_is_left_out(name: str) -> None:
    lines = lines_of(timezone(name, 2024, 2025))

    offsets = [line.partition(":")[2] for line in lines if line.startswith("TZOFFSET")]
    assert [offset for offset in offsets if not re.fullmatch(r"[+-]\d{4}", offset)] == []
    years = {int(line[8:12]) for line in lines if line.startswith("DTSTART")}
    assert years <= {2022, 2023, 2024}
    assert [line for line in lines if line.startswith(("COMMENT", "X-"))] == []


def test_zones_are_those_of_the_times_and_no_other() -> None:
    sessions = [
        a_session("a", span=a_span(zone="Asia/Tokyo")),
        a_session("b", span=a_span(zone="America/Toronto")),
        a_session("c", span=a_span(zone="UTC")),
        a_session("d", span=a_span("2024-10-27T02:30")),  # doubled, so told in UTC
    ]

    body = a_feed(a_release(*sessions))

    zones = [str(zone["TZID"]) for zone in calendar_of(body).timezones]
    assert zones == ["America/Toronto", "Asia/Tokyo"]
    used = {match[1] for line in content_lines(body) if (match := re.search("TZID=(.+):", line))}
    assert used == set(zones)


def test_a_calendar_that_needs_no_zone_has_none() -> None:
    in_utc = a_release(a_session(span=a_span(zone="UTC")), zone="UTC")

    for release in (in_utc, a_release()):
        assert calendar_of(a_feed(release)).timezones == []


@pytest.mark.parametrize("year", [1850, YEARS.start - 1, YEARS.stop, 9990])
def test_times_out_of_reach_of_the_rules_are_in_utc(year: int) -> None:
    body = a_feed(a_release(a_session(span=a_span(f"{year}-07-01T12:00"))))

    assert [line[-1] for line in content_lines(body) if line.startswith("DTEND:")] == ["Z"]
