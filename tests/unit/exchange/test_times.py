"""Durations and moments as the generators of the world write them."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventapp.exchange.reading.times import (
    LONGEST,
    Calendar,
    clock_of,
    date_of,
    duration_of,
    moment_of,
)
from eventapp.values.refusal import Refusal

TORONTO = Calendar("America/Toronto", time(4))
MARCH = date(2031, 3, 9)  # clocks go from 2:00 to 3:00 in Toronto
NOVEMBER = date(2031, 11, 2)  # and from 2:00 back to 1:00


def minutes(number: int) -> timedelta:
    return timedelta(minutes=number)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("0:30", minutes(30)),
        ("00:30", minutes(30)),
        ("45", minutes(45)),
        ("1:05:00", minutes(65)),
        ("00:25:00", minutes(25)),
        ("30:15", minutes(30 * 60 + 15)),
        ("PT45M", minutes(45)),
        ("PT1H30M", minutes(90)),
        ("P1DT2H", minutes(26 * 60)),
    ],
)
def test_a_duration_is_read_in_every_form(text: str, expected: timedelta) -> None:
    assert duration_of(text) == expected


def test_only_pretalx_begins_three_numbers_with_days() -> None:
    assert duration_of("1:12:30", days_first=True) == timedelta(days=1, hours=12, minutes=30)
    assert duration_of("12:30", days_first=True) == timedelta(hours=12, minutes=30)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "0:00",
        "00:00:00",
        "PT0M",
        "P",
        "-1:00",
        "1:75",
        "an hour",
        "1:2:3:4",
        "99999:00",
        "١:٣٠",
    ],
)
def test_what_is_no_duration_is_refused(text: str) -> None:
    with pytest.raises(Refusal):
        duration_of(text)


@given(st.integers(0, 700), st.integers(0, 59))
def test_hours_and_minutes_are_read_as_they_are_written(hours: int, rest: int) -> None:
    expected = timedelta(hours=hours, minutes=rest)
    if expected:
        assert duration_of(f"{hours}:{rest:02}") == expected


@given(st.text(alphabet="0123456789:PTDHMS-+. é", max_size=20))
def test_any_text_is_a_duration_or_refused(text: str) -> None:
    try:
        duration = duration_of(text)
    except Refusal:
        return
    assert timedelta(0) < duration <= LONGEST


@given(st.text(alphabet="0123456789-:TZ+W ", max_size=30))
def test_any_text_is_a_moment_or_refused(text: str) -> None:
    for reader in (moment_of, clock_of, lambda text: date_of(text, "Asia/Kolkata")):
        try:
            reader(text)
        except Refusal:
            continue


@given(
    st.datetimes(datetime(1980, 1, 1), datetime(2150, 1, 1), timezones=st.just(UTC)),
    st.sampled_from(["America/Toronto", "Asia/Kolkata", "Pacific/Apia", "Europe/London"]),
)
def test_a_moment_with_its_offset_is_that_instant(at: datetime, zone: str) -> None:
    at = at.replace(microsecond=0)
    local = at.astimezone(ZoneInfo(zone))
    calendar = Calendar(zone, time(4))
    assert calendar.instant(local.isoformat(), f"{local:%H:%M:%S}", None) == at


def test_a_full_date_decides_over_the_day_and_the_clock() -> None:
    calendar = Calendar("Asia/Kolkata", time(3))
    assert calendar.instant("2023-09-10T05:00:00+00:00", "10:30", date(2023, 9, 9)) == datetime(
        2023, 9, 10, 5, tzinfo=UTC
    )


def test_without_a_date_a_clock_before_the_day_change_is_in_the_night() -> None:
    calendar = Calendar("UTC", time(4))
    day = date(2025, 2, 1)
    assert calendar.instant("", "23:30", day) == datetime(2025, 2, 1, 23, 30, tzinfo=UTC)
    assert calendar.instant("", "01:00", day) == datetime(2025, 2, 2, 1, 0, tzinfo=UTC)
    assert calendar.instant("2025-02-01", "01:00", day) == datetime(2025, 2, 2, 1, 0, tzinfo=UTC)


def test_a_date_after_the_programme_day_is_already_that_of_the_night() -> None:
    calendar = Calendar("UTC", time(4))
    assert calendar.instant("2025-02-02", "01:00", date(2025, 2, 1)) == datetime(
        2025, 2, 2, 1, 0, tzinfo=UTC
    )


def test_an_offset_tells_the_two_passages_of_a_doubled_hour_apart() -> None:
    for offset, hour in ((-4, 5), (-5, 6)):
        at = TORONTO.instant(f"2031-11-02T01:30:00-0{-offset}:00", "01:30", NOVEMBER)
        assert at == datetime(2031, 11, 2, hour, 30, tzinfo=UTC)


def test_a_doubled_hour_without_an_offset_is_refused() -> None:
    for moment in ("2031-11-02T01:30:00", ""):
        with pytest.raises(Refusal, match="happens twice"):
            TORONTO.instant(moment, "01:30", date(2031, 11, 1))


@pytest.mark.parametrize(
    ("moment", "clock"),
    [
        ("2031-03-09T02:30:00", "02:30"),
        ("2031-03-09T02:30:00-05:00", "02:30"),
        ("2031-03-09T02:30:00-04:00", ""),
        ("2031-03-09T07:30:00+00:00", "02:30"),
        ("2031-03-09", "02:30"),
    ],
)
def test_a_time_that_clocks_skip_is_refused(moment: str, clock: str) -> None:
    with pytest.raises(Refusal, match="does not exist in America/Toronto"):
        Calendar("America/Toronto", time(0)).instant(moment, clock, MARCH)


def test_a_moment_in_utc_prints_no_local_time_that_could_be_skipped() -> None:
    london = Calendar("Europe/London", time(4))
    assert london.instant("2031-03-30T01:30:00+00:00", "", None) == datetime(
        2031, 3, 30, 1, 30, tzinfo=UTC
    )
    assert london.instant("2031-03-30T01:30:00Z", "02:30", None) == datetime(
        2031, 3, 30, 1, 30, tzinfo=UTC
    )


def test_a_clock_printed_in_another_zone_is_not_taken_for_a_skipped_one() -> None:
    """02:30 in UTC is the evening before in Toronto, where that night skips 02:30."""
    assert TORONTO.instant("2031-03-10T02:30:00Z", "02:30", None) == datetime(
        2031, 3, 10, 2, 30, tzinfo=UTC
    )
