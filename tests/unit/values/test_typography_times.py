from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventapp.values import typography
from eventapp.values.language import Language

FR, EN = Language.FR, Language.EN
DAY = datetime.fromisoformat("2025-12-03")


def at(hour: int, minute: int = 0, *, days: int = 0) -> datetime:
    return DAY + timedelta(days=days, hours=hour, minutes=minute)


@pytest.mark.parametrize(
    ("clock", "french", "english"),
    [
        (time(14, 30), "14\u00a0h\u00a030", "2:30\u00a0p.m."),
        (time(9), "9\u00a0h", "9:00\u00a0a.m."),
        (time(17, 5), "17\u00a0h\u00a005", "5:05\u00a0p.m."),
        (time(12), "12\u00a0h", "12:00\u00a0p.m."),
        (time(0), "0\u00a0h", "12:00\u00a0a.m."),
        (time(0, 4, 59), "0\u00a0h\u00a004", "12:04\u00a0a.m."),
    ],
)
def test_a_time_reads_as_each_language_prints_it(clock: time, french: str, english: str) -> None:
    assert typography.time(clock, FR) == french
    assert typography.time(clock, EN) == english


def test_noon_and_midnight_are_words_in_prose_only() -> None:
    assert [typography.time(time(hour), FR, prose=True) for hour in (0, 12, 9)] == [
        "minuit",
        "midi",
        "9\u00a0h",
    ]
    assert typography.time(time(12), EN, prose=True) == "noon"
    assert typography.time(time(12, 1), FR, prose=True) == "12\u00a0h\u00a001"


@pytest.mark.parametrize(
    ("start", "end", "french", "english"),
    [
        (at(9), at(10, 30), "9\u00a0h\u00a0–\u00a010\u00a0h\u00a030", "9:00–10:30\u00a0a.m."),
        (at(11, 30), at(13), "11\u00a0h\u00a030\u00a0–\u00a013\u00a0h",
         "11:30\u00a0a.m.–1:00\u00a0p.m."),
        (at(14, 30), at(16, 5), "14\u00a0h\u00a030\u00a0–\u00a016\u00a0h\u00a005",
         "2:30–4:05\u00a0p.m."),
        (at(9), at(9), "9\u00a0h", "9:00\u00a0a.m."),
    ],
)  # fmt: skip
def test_a_range_of_one_day_shares_what_both_ends_share(
    start: datetime, end: datetime, french: str, english: str
) -> None:
    assert typography.time_range(start, end, FR) == french
    assert typography.time_range(start, end, EN) == english


def test_a_range_past_midnight_names_the_next_day() -> None:
    start, end = at(22), at(1, 30, days=1)
    assert (
        typography.time_range(start, end, FR)
        == "22\u00a0h\u00a0–\u00a01\u00a0h\u00a030\u00a0(lendemain)"
    )
    assert (
        typography.time_range(start, end, EN)
        == "10:00\u00a0p.m.–1:30\u00a0a.m.\u00a0(next\u00a0day)"
    )
    assert typography.clock24_range(start, end) == "22:00–01:30\u00a0(+1)"


def test_the_same_clock_on_the_next_day_is_no_single_time() -> None:
    assert typography.time_range(at(9), at(9, days=1), EN) == (
        "9:00\u00a0a.m.–9:00\u00a0a.m.\u00a0(next\u00a0day)"
    )


def test_a_range_that_ends_at_midnight_ends_its_own_day() -> None:
    start, end = at(20), at(0, days=1)
    assert typography.time_range(start, end, FR) == "20\u00a0h\u00a0–\u00a024\u00a0h"
    assert typography.time_range(start, end, EN) == "8:00\u00a0p.m.–12:00\u00a0a.m."
    assert typography.clock24_range(start, end) == "20:00–24:00"


def test_a_range_over_several_days_carries_both_dates() -> None:
    start, end = at(9), at(17, days=2)
    assert typography.time_range(start, end, FR) == (
        "3\u00a0décembre,\u00a09\u00a0h\u00a0– 5\u00a0décembre,\u00a017\u00a0h"
    )
    assert typography.time_range(start, end, EN) == (
        "December\u00a03,\u00a09:00\u00a0a.m.\u00a0– December\u00a05,\u00a05:00\u00a0p.m."
    )
    assert typography.clock24_range(start, end) == "09:00–17:00\u00a0(+2)"


def test_a_range_into_another_year_carries_both_years() -> None:
    assert typography.time_range(at(9, days=-365), at(17), FR) == (
        "3\u00a0décembre\u00a02024,\u00a09\u00a0h\u00a0– 3\u00a0décembre\u00a02025,\u00a017\u00a0h"
    )


@pytest.mark.parametrize(
    ("start", "end", "french", "english"),
    [
        (at(9), at(10, 30), "de 9\u00a0h à 10\u00a0h\u00a030", "from 9:00 to 10:30\u00a0a.m."),
        (at(9), at(12), "de 9\u00a0h à midi", "from 9:00\u00a0a.m. to noon"),
        (at(20), at(0, days=1), "de 20\u00a0h à minuit", "from 8:00\u00a0p.m. to midnight"),
        (at(22), at(1, days=1), "de 22\u00a0h à 1\u00a0h le lendemain",
         "from 10:00\u00a0p.m. to 1:00\u00a0a.m. the next day"),
    ],
)  # fmt: skip
def test_a_range_in_prose_is_said_in_words(
    start: datetime, end: datetime, french: str, english: str
) -> None:
    assert typography.time_range(start, end, FR, prose=True) == french
    assert typography.time_range(start, end, EN, prose=True) == english


def test_both_languages_share_one_24_hour_clock() -> None:
    assert typography.clock24(time(9, 5)) == "09:05"
    assert typography.clock24_range(at(14, 30), at(16, 5)) == "14:30–16:05"


@given(st.times(), st.sampled_from(Language))
def test_no_time_breaks_over_a_line(clock: time, language: Language) -> None:
    assert " " not in typography.time(clock, language)


LAST_START = datetime.fromisoformat("9999-12-30")


@given(st.datetimes(max_value=LAST_START), st.integers(0, 24 * 60 - 1), st.sampled_from(Language))
def test_no_range_of_less_than_a_day_breaks_over_a_line(
    start: datetime, minutes: int, language: Language
) -> None:
    end = start + timedelta(minutes=minutes)
    assert " " not in typography.time_range(start, end, language)
    assert " " not in typography.clock24_range(start, end)


@given(st.datetimes(), st.datetimes(), st.sampled_from(Language), st.booleans())
def test_ranges_never_fail(start: datetime, end: datetime, language: Language, prose: bool) -> None:
    texts = (
        typography.time_range(start, end, language, prose=prose),
        typography.clock24_range(start, end),
        typography.date_range(date(*start.timetuple()[:3]), end.date(), language),
        typography.month_range(start, end, language),
    )
    assert all(texts)
