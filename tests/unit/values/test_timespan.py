from datetime import UTC, datetime, timedelta

import pytest

from eventapp.values.language import Language
from eventapp.values.refusal import Refusal
from eventapp.values.timespan import TimeSpan, is_doubled, is_skipped

TORONTO = "America/Toronto"


def test_a_wall_time_is_the_promise_and_the_instant_follows() -> None:
    span = TimeSpan.promised(datetime(2025, 12, 3, 9), datetime(2025, 12, 3, 10, 30), TORONTO)
    assert span.starts_at == datetime(2025, 12, 3, 14, tzinfo=UTC)
    assert span.duration == timedelta(minutes=90)


@pytest.mark.parametrize(
    ("start", "end", "message"),
    [
        (
            datetime(2031, 3, 9, 2, 30),
            datetime(2031, 3, 9, 4),
            "2031-03-09 02:30 does not exist in America/Toronto: clocks go forward at that moment.",
        ),
        (
            datetime(2031, 11, 2, 1, 30),
            datetime(2031, 11, 2, 4),
            "2031-11-02 01:30 happens twice in America/Toronto: clocks go back at that moment.",
        ),
        (
            datetime(2031, 11, 3, 9),
            datetime(2031, 11, 3, 9),
            "The end must come after the start.",
        ),
    ],
)
def test_an_unclear_promise_is_refused(start: datetime, end: datetime, message: str) -> None:
    with pytest.raises(Refusal) as refused:
        TimeSpan.promised(start, end, TORONTO)
    assert refused.value.text(Language.EN) == message


def test_a_zone_that_does_not_exist_is_refused() -> None:
    with pytest.raises(Refusal, match="“Mars/Olympus” is not a time zone"):
        TimeSpan.promised(datetime(2025, 1, 1, 9), datetime(2025, 1, 1, 10), "Mars/Olympus")


def test_a_true_duration_survives_a_clock_change() -> None:
    span = TimeSpan.lasting(datetime(2031, 3, 9, 1, 30), timedelta(hours=1), TORONTO)
    assert span.end == datetime(2031, 3, 9, 3, 30)
    assert span.duration == timedelta(hours=1)


def test_a_doubled_hour_keeps_its_passage_through_the_database_columns() -> None:
    starts_at = datetime(2031, 11, 2, 6, 30, tzinfo=UTC)  # the second 1:30
    span = TimeSpan.between(starts_at, starts_at + timedelta(hours=1), TORONTO)
    assert (span.start, span.start_fold) == (datetime(2031, 11, 2, 1, 30), 1)
    assert TimeSpan.stored(*span.__composite_values__()) == span


def test_spans_that_touch_do_not_overlap() -> None:
    day = datetime(2025, 12, 3)
    first = TimeSpan.lasting(day.replace(hour=9), timedelta(hours=1), TORONTO)
    second = TimeSpan.lasting(day.replace(hour=10), timedelta(hours=1), TORONTO)
    elsewhere = TimeSpan.lasting(day.replace(hour=15), timedelta(minutes=30), "Europe/Paris")
    assert not first.overlaps(second)
    assert first.overlaps(elsewhere)


def test_skipped_and_doubled_hours_are_known() -> None:
    assert is_skipped(datetime(2031, 3, 9, 2, 30), TORONTO)
    assert not is_skipped(datetime(2031, 3, 9, 3, 30), TORONTO)
    assert is_doubled(datetime(2031, 11, 2, 1, 30), TORONTO)
    assert not is_doubled(datetime(2031, 3, 9, 2, 30), TORONTO)
    assert not is_doubled(datetime(2031, 11, 2, 2, 0), TORONTO)
