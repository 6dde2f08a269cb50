"""What takes place at a moment."""

from datetime import UTC, datetime, timedelta

import pytest

from eventapp.agenda.happening import Happening, happening_at
from eventapp.agenda.kinds import SlotState
from tests.unit.calendars.programme import a_release, a_session, a_span

AGENDA = a_release(
    a_session("first", span=a_span("2024-12-03T09:00", 60)),
    a_session("second", span=a_span("2024-12-03T10:00", 60)),
    a_session("third", span=a_span("2024-12-03T10:45", 30)),
    a_session("off", span=a_span("2024-12-03T10:00", 60), state=SlotState.CANCELLED),
    a_session("last", span=a_span("2024-12-04T09:00", 60)),
    a_session("open", span=None),
).agenda


def at(clock: str) -> Happening:
    """At that wall time in Belgrade, an hour ahead of UTC."""
    return happening_at(
        datetime.fromisoformat(clock).replace(tzinfo=UTC) - timedelta(hours=1), AGENDA
    )


@pytest.mark.parametrize(
    ("clock", "now", "following"),
    [
        ("2024-12-03T08:00", [], ["first"]),
        ("2024-12-03T09:00", ["first"], ["second"]),
        ("2024-12-03T09:50", ["first"], ["second", "third"]),
        ("2024-12-03T10:00", ["second"], ["third"]),
        ("2024-12-03T11:00", ["third"], ["last"]),
        ("2024-12-03T20:00", [], ["last"]),
        ("2024-12-04T10:00", [], []),
    ],
)
def test_what_runs_and_what_follows(clock: str, now: list[str], following: list[str]) -> None:
    happening = at(clock)
    assert [session.code for session in happening.now] == now
    assert [session.code for session in happening.following] == following


@pytest.mark.parametrize(
    ("clock", "is_running"),
    [
        ("2024-12-03T07:59", False),
        ("2024-12-03T08:00", True),
        ("2024-12-03T23:00", True),
        ("2024-12-04T09:59", True),
        ("2024-12-04T10:00", False),
    ],
)
def test_a_programme_runs_from_an_hour_before_it_to_its_end(clock: str, is_running: bool) -> None:
    assert at(clock).is_running == is_running


def test_a_programme_without_times_never_runs() -> None:
    agenda = a_release(a_session("open", span=None)).agenda
    assert happening_at(datetime(2024, 12, 3, tzinfo=UTC), agenda) == Happening((), (), False)
