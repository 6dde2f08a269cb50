"""Interpreters take turns: two a language up to four hours a day, three up to six."""

from datetime import time, timedelta
from typing import Any

from tests.unit.planning.boards import DAY, Planned, a_board, a_booking, conflicts, found

THREE = (("ann", "fr"), ("bo", "fr"), ("cy", "fr"))
TWO = THREE[:2]


def hours(uid: str, start: str, length: float, booths: tuple[tuple[str, str], ...]) -> Planned:
    return a_booking(
        uid, at=start, minutes=round(length * 60), interpretation=("fr",), booths=booths
    )


def test_a_language_without_a_booth_is_found() -> None:
    board = a_board(a_booking("A", interpretation=("fr", "es"), booths=TWO))
    assert found(board, "booth_missing") == [("A", "es")]
    assert found(board, "team_too_small") == []


def test_one_interpreter_is_no_team() -> None:
    board = a_board(hours("A", "09:00", 1, THREE[:1]))
    assert found(board, "team_too_small") == [("A", "fr")]


def test_an_interpreter_without_a_language_has_the_only_one() -> None:
    board = a_board(hours("A", "09:00", 1, (("ann", ""), ("bo", ""))))
    assert found(board, "booth_missing") + found(board, "team_too_small") == []


def test_two_carry_four_hours_and_no_more() -> None:
    just = a_board(hours("A", "09:00", 2, TWO), hours("B", "13:00", 2, TWO))
    more = a_board(hours("A", "09:00", 2, TWO), hours("B", "13:00", 2.25, TWO))
    assert found(just, "team_too_small") == []
    assert found(more, "team_too_small") == [("A", "fr"), ("B", "fr")]
    assert conflicts(more, "team_too_small")[0].facts == (2, 3, 255)


def test_three_carry_six_hours_and_nobody_more() -> None:
    just = a_board(hours("A", "09:00", 3, THREE), hours("B", "13:00", 3, THREE))
    more = a_board(hours("A", "09:00", 3, THREE), hours("B", "13:00", 3.25, THREE[:1] + TWO))
    assert found(just, "team_too_small") + found(just, "booth_too_long") == []
    assert found(more, "booth_too_long") == [("A", "B", "ann"), ("A", "B", "bo")]


def test_the_next_day_begins_anew() -> None:
    board = a_board(
        hours("A", "14:00", 4, TWO),
        a_booking(
            "B",
            day=DAY + timedelta(days=1),
            minutes=240,
            interpretation=("fr",),
            booths=TWO,
        ),
    )
    assert found(board, "team_too_small") + found(board, "booth_too_long") == []


def test_a_session_after_midnight_belongs_to_the_evening_before() -> None:
    night = a_booking(
        "B",
        at="00:30",
        day=DAY + timedelta(days=1),
        minutes=90,
        interpretation=("fr",),
        booths=TWO,
    )
    board = a_board(hours("A", "20:00", 3, TWO), night, day_change=time(4))
    assert found(board, "team_too_small") == [("A", "fr"), ("B", "fr")]


def test_joint_sessions_count_their_hours_once() -> None:
    joint: dict[str, Any] = {
        "minutes": 240,
        "room": "r1",
        "joint": "j",
        "interpretation": ("fr",),
        "booths": TWO,
    }
    board = a_board(a_booking("A", **joint), a_booking("B", **joint))
    assert found(board, "team_too_small") + found(board, "booth_too_long") == []


def test_hours_at_a_table_are_not_hours_in_the_booth() -> None:
    board = a_board(hours("A", "09:00", 4, TWO), a_booking("B", at="14:00", people=("ann",)))
    assert found(board, "team_too_small") == []
