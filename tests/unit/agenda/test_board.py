"""A board's geometry, what its address says, and what people type into its forms."""

from datetime import UTC, date, datetime, time

import pytest

from eventapp.agenda.boards import frame_of
from eventapp.agenda.grid import Frame, Grid, grid_of
from eventapp.agenda.manage.outlook import Outlook, Zoom
from eventapp.agenda.manage.placing import read_clock, read_number
from eventapp.agenda.published import PublishedRoom, PublishedSession
from tests.unit.calendars.programme import a_session, a_span, text

ZONE = "Europe/Belgrade"
ROOMS = [PublishedRoom(name, name, text(name)) for name in ("hall", "blue")]
MORNING = Frame(
    datetime(2024, 12, 3, 8, tzinfo=UTC), datetime(2024, 12, 3, 10, tzinfo=UTC), ZONE
)  # 9 h to 11 h in Belgrade


def at(code: str, start: str, minutes: int, room: str | None = "hall") -> PublishedSession:
    return a_session(code, span=a_span(f"2024-12-03T{start}", minutes), room=room)


def cells(grid: Grid) -> list[tuple[str, str, int, int]]:
    """Every cell: when it begins, its session, rows and lanes."""
    return [
        (f"{row.start:%H:%M}", cell.session.code if cell.session else "", cell.rows, cell.lanes)
        for row in grid.rows
        for cell in row.cells
    ]


def test_a_frame_has_a_row_for_every_five_minutes_and_a_column_for_every_room() -> None:
    grid = grid_of([], ROOMS, MORNING)
    assert [column.room for column in grid.columns] == ROOMS
    assert [f"{row.start:%H:%M}" for row in grid.rows][:3] == ["09:00", "09:05", "09:10"]
    assert len(grid.rows) == 24


def test_what_is_free_is_one_cell_from_session_to_session() -> None:
    grid = grid_of([at("a", "09:30", 30)], ROOMS, MORNING)
    assert cells(grid) == [
        ("09:00", "", 6, 1),
        ("09:00", "", 24, 1),
        ("09:30", "a", 6, 1),
        ("10:00", "", 12, 1),
    ]


def test_a_session_within_a_row_takes_all_of_it() -> None:
    grid = grid_of([at("a", "09:07", 6)], ROOMS[:1], MORNING)
    assert cells(grid)[1] == ("09:05", "a", 2, 1)


def test_every_place_of_a_frame_is_covered_once() -> None:
    sessions = [at("a", "09:00", 60), at("b", "09:20", 60), at("c", "10:35", 5, "blue")]
    grid = grid_of(sessions, ROOMS, MORNING)
    width = sum(column.lanes for column in grid.columns)
    assert sum(rows * lanes for _, _, rows, lanes in cells(grid)) == width * len(grid.rows)


@pytest.mark.parametrize(
    ("starts", "expected"),
    [
        ([], ("08:00", "19:00")),
        ([("07:20", 60)], ("07:00", "19:00")),
        ([("18:00", 60)], ("08:00", "19:00")),
        ([("18:00", 65)], ("08:00", "20:00")),
        ([("23:00", 150)], ("08:00", "02:00")),
    ],
)
def test_a_board_shows_whole_hours_from_morning_to_evening_at_least(
    starts: list[tuple[str, int]], expected: tuple[str, str]
) -> None:
    spans = [a_span(f"2024-12-03T{start}", minutes) for start, minutes in starts]
    clock = [*frame_of(date(2024, 12, 3), spans, ZONE).clock.values()]
    assert (f"{clock[0]:%H:%M}", f"{clock[-1]:%H:%M}") == expected


def test_the_hour_that_clocks_skip_has_no_row() -> None:
    span = a_span("2024-03-31T01:00", 120)
    frame = frame_of(date(2024, 3, 31), [span], ZONE)
    walls = [f"{wall:%H:%M}" for wall in frame.clock.values()]
    assert walls[:13] == [f"01:{minute:02}" for minute in range(0, 60, 5)] + ["03:00"]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("14:30", time(14, 30)),
        ("9:05", time(9, 5)),
        ("14 h 30", time(14, 30)),
        ("9\u00a0h", time(9)),
        ("2:30 p.m.", time(14, 30)),
        ("12:00 a.m.", time(0)),
        ("12 pm", time(12)),
        ("25:00", None),
        ("9:60", None),
        ("13 pm", None),
        ("", None),
        ("noon", None),
        ("1" * 5000, None),
    ],
)
def test_a_time_is_read_as_people_write_it(typed: str, meant: time | None) -> None:
    assert read_clock(typed) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("15", 15),
        ("-15", -15),
        ("−15", -15),
        (" +5 ", 5),
        ("1.5", None),
        ("9" * 9, None),
        ("", None),
    ],
)
def test_a_number_is_whole_and_of_a_sane_size(typed: str, meant: int | None) -> None:
    assert read_number(typed) == meant


def test_an_address_says_how_the_board_is_looked_at() -> None:
    asked = {"day": "2024-12-03", "zoom": "near", "q": "forêt", "track": "t", "only": "conflicts"}
    assert Outlook.asked(asked).on(date(2024, 12, 3)) == asked


def test_what_an_address_says_wrongly_is_left_out() -> None:
    odd = {"day": "2024-13-45", "zoom": "up", "only": "yes", "q": "x" * 5000}
    outlook = Outlook.asked(odd)
    assert (outlook.day, outlook.zoom, outlook.only, len(outlook.q)) == (
        None,
        Zoom.MIDDLE,
        False,
        100,
    )
