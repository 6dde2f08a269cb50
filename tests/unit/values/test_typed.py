"""Times and days in whatever way people type them."""

from datetime import date, time

import pytest

from eventapp.values.refusal import Refusal
from eventapp.values.typed import typed_date, typed_time


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("14 h 30", time(14, 30)),
        ("14\u00a0h\u00a030", time(14, 30)),
        ("14h30", time(14, 30)),
        ("14:30", time(14, 30)),
        ("14.30", time(14, 30)),
        ("9 h", time(9)),
        ("9", time(9)),
        ("9h05", time(9, 5)),
        ("2:30 pm", time(14, 30)),
        ("2:30 p.m.", time(14, 30)),
        ("2:30\u00a0PM", time(14, 30)),
        ("12 am", time(0)),
        ("12 pm", time(12)),
        ("24 h", time(0)),
        ("midi", time(12)),
        ("Midnight", time(0)),
    ],
)
def test_times_are_read(text: str, expected: time) -> None:
    assert typed_time(text) == expected


@pytest.mark.parametrize(
    "text", ["", "25:00", "14:60", "24:30", "13 pm", "0 pm", "14 h 3", "٣", "1:2:3", "x", "9" * 99]
)
def test_what_is_no_time_is_refused(text: str) -> None:
    with pytest.raises(Refusal, match="not a time"):
        typed_time(text)


def test_days_are_read() -> None:
    assert typed_date(" 2026-11-22 ") == date(2026, 11, 22)


@pytest.mark.parametrize("text", ["", "22/11/2026", "2026-02-30", "0001-01-01", "9999-12-31", "x"])
def test_what_is_no_day_is_refused(text: str) -> None:
    with pytest.raises(Refusal, match="not a date"):
        typed_date(text)
