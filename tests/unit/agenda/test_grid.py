"""A day as rooms × time."""

from datetime import datetime, timedelta

import pytest

from eventapp.agenda.grid import Cell, Grid, Row, grid_of
from eventapp.agenda.kinds import SessionKind
from eventapp.agenda.published import PublishedRoom, PublishedSession
from tests.unit.calendars.programme import a_session, a_span, text

ROOMS = [PublishedRoom(name, name, text(name)) for name in ("hall", "blue", "empty", "red")]


def at(
    code: str,
    start: str,
    minutes: int,
    room: str | None = "hall",
    day: str = "2024-12-03",
    **more: object,
) -> PublishedSession:
    return a_session(code, span=a_span(f"{day}T{start}", minutes), room=room, **more)


def drawn(*sessions: PublishedSession) -> Grid:
    return grid_of(sessions, ROOMS)


def shown(grid: Grid) -> list[tuple[str, list[tuple[str, int, int]]]]:
    """Row by row: the time, then each cell's session, rows and lanes."""
    return [
        (
            f"{row.start:%H:%M}",
            [(c.session.code if c.session else "", c.rows, c.lanes) for c in row.cells],
        )
        for row in grid.rows
    ]


def columns(grid: Grid) -> list[tuple[str, int]]:
    return [(column.room.code if column.room else "", column.lanes) for column in grid.columns]


def test_rooms_stand_in_their_order_and_only_if_something_takes_place() -> None:
    assert columns(drawn(at("b", "09:00", 60, "red"), at("a", "09:00", 60))) == [
        ("hall", 1),
        ("red", 1),
    ]


def test_a_session_covers_every_row_until_it_ends() -> None:
    grid = drawn(at("long", "09:00", 120), at("short", "09:30", 30, "blue"))
    assert shown(grid) == [
        ("09:00", [("long", 3, 1), ("", 1, 1)]),
        ("09:30", [("short", 1, 1)]),
        ("10:00", [("", 1, 1)]),
    ]


def test_a_gap_between_sessions_is_a_row_of_its_own() -> None:
    grid = drawn(at("a", "09:00", 60), at("b", "11:00", 60))
    assert shown(grid) == [
        ("09:00", [("a", 1, 1)]),
        ("10:00", [("", 1, 1)]),
        ("11:00", [("b", 1, 1)]),
    ]


def test_a_break_reaches_across_all_rooms() -> None:
    pause = at("pause", "10:00", 30, None, kind=SessionKind.BREAK)
    grid = drawn(at("a", "09:00", 60), at("b", "09:00", 60, "blue"), pause)
    assert shown(grid)[1] == ("10:00", [("pause", 1, 2)])
    assert columns(grid) == [("hall", 1), ("blue", 1)]


def test_a_meal_for_all_reaches_across_the_rooms_that_are_free_meanwhile() -> None:
    talks = [at(room, "09:00", 60, room) for room in ("hall", "blue", "red")]
    fair = at("fair", "10:00", 60, "hall")
    grid = drawn(*talks, fair, at("lunch", "10:00", 30, None, kind=SessionKind.MEAL))
    assert columns(grid) == [("hall", 1), ("blue", 1), ("red", 1)]
    assert shown(grid)[1:] == [
        ("10:00", [("fair", 2, 1), ("lunch", 1, 2)]),
        ("10:30", [("", 1, 1), ("", 1, 1)]),
    ]


def test_two_breaks_at_once_stand_side_by_side() -> None:
    pauses = [at(code, "10:00", 30, None, kind=SessionKind.BREAK) for code in ("tea", "rest")]
    grid = drawn(at("a", "09:00", 60), *pauses)
    assert columns(grid) == [("hall", 1), ("", 1)]
    assert shown(grid)[1] == ("10:00", [("tea", 1, 1), ("rest", 1, 1)])


def test_a_break_during_another_session_keeps_to_its_own_place() -> None:
    pause = at("pause", "10:00", 30, None, kind=SessionKind.BREAK)
    grid = drawn(at("a", "09:00", 120), pause)
    assert columns(grid) == [("hall", 1), ("", 1)]
    assert shown(grid) == [
        ("09:00", [("a", 3, 1), ("", 1, 1)]),
        ("10:00", [("pause", 1, 1)]),
        ("10:30", [("", 1, 1)]),
    ]


def test_a_day_of_breaks_has_one_column() -> None:
    assert columns(drawn(at("pause", "10:00", 30, kind=SessionKind.BREAK))) == [("", 1)]


def test_overlapping_sessions_of_a_room_stand_side_by_side() -> None:
    grid = drawn(at("a", "09:00", 60), at("b", "09:30", 60))
    assert columns(grid) == [("hall", 2)]
    assert shown(grid) == [
        ("09:00", [("a", 2, 1), ("", 1, 1)]),
        ("09:30", [("b", 2, 1)]),
        ("10:00", [("", 1, 1)]),
    ]


def test_a_session_without_neighbours_takes_the_whole_room() -> None:
    grid = drawn(at("a", "09:00", 60), at("b", "09:30", 60), at("c", "11:00", 60))
    assert shown(grid)[-2:] == [("10:30", [("", 1, 2)]), ("11:00", [("c", 1, 2)])]


def test_the_night_follows_the_evening_and_says_its_date() -> None:
    grid = drawn(at("party", "22:00", 240), at("walk", "00:30", 30, "blue", day="2024-12-04"))
    assert [(f"{row.start:%d %H:%M}", row.is_new_date) for row in grid.rows] == [
        ("03 22:00", False),
        ("04 00:30", True),
        ("04 01:00", False),
    ]


def test_a_doubled_hour_counts_twice() -> None:
    night = a_session("night", span=a_span("2024-10-27T01:30", 120), room="hall")
    (row,) = drawn(night).rows
    assert night.span is not None
    assert night.span.end - night.span.start == timedelta(hours=1)
    assert row.length == timedelta(hours=2)


@pytest.mark.parametrize(
    ("minutes", "step"), [(1, 5), (5, 5), (12, 10), (13, 15), (60, 60), (600, 60)]
)
def test_a_row_is_as_high_as_a_style_sheet_can_say(minutes: int, step: int) -> None:
    row = Row(datetime(2024, 12, 3, 9), timedelta(minutes=minutes), False, ())
    assert row.step == step


def test_sessions_without_a_time_have_no_place() -> None:
    assert drawn(a_session("open", span=None)).rows == ()
    assert Cell().session is None


def test_every_place_of_a_crowded_day_is_covered_once() -> None:
    sessions = [
        at(f"s{number}", f"{8 + number % 9:02}:{number * 7 % 60:02}", 20 + number % 50, room)
        for number, room in enumerate(["hall", "blue", "red", None] * 15)
    ]
    grid = drawn(*sessions)
    width = sum(column.lanes for column in grid.columns)
    covered = sum(cell.rows * cell.lanes for row in grid.rows for cell in row.cells)
    assert covered == width * len(grid.rows)
    assert sorted(c.session.code for row in grid.rows for c in row.cells if c.session) == sorted(
        session.code for session in sessions
    )
