"""The nearest place where an activity is in nobody's way."""

from datetime import timedelta

from eventapp.planning.board import Board
from eventapp.planning.free import nearest_free
from eventapp.planning.rules import RULES, find
from eventapp.planning.rules.base import Remedy
from tests.unit.planning.boards import DAY, a_board, a_booking, a_track, at, with_room


def free(board: Board, uid: str) -> tuple[object, str | None] | None:
    place = nearest_free(board, board.bookings[uid], RULES.values())
    return (place.starts_at, place.room) if place else None


def test_another_room_at_the_same_time_comes_first() -> None:
    board = a_board(a_booking("A", room="r1"), a_booking("B", room="r1"))
    assert free(board, "B") == (at("09:00"), "r2")


def test_where_people_are_busy_the_nearest_time_in_the_own_room_is_offered() -> None:
    board = a_board(
        a_booking("A", room="r1", people=("zoe",)),
        a_booking("B", at="09:30", room="r2", people=("zoe",)),
    )
    assert free(board, "B") == (at("10:00"), "r2")
    assert free(board, "A") == (at("08:30"), "r1")


def test_an_activity_in_nobodys_way_stays() -> None:
    assert free(a_board(a_booking("A", room="r1")), "A") == (at("09:00"), "r1")


def test_rooms_that_are_too_small_are_passed_over() -> None:
    board = a_board(a_booking("A", room="r1", expected=50), a_booking("B", room="r1"))
    board = with_room(with_room(board, "r1", capacity=60), "r2", capacity=40)
    assert free(board, "A") == (at("09:00"), "r3")


def test_where_no_room_fits_one_without_errors_will_do() -> None:
    board = a_board(a_booking("A", room="r1", expected=50), a_booking("B", room="r1"))
    for room in ("r1", "r2", "r3"):
        board = with_room(board, room, capacity=10)
    assert free(board, "A") == (at("09:00"), "r2")


def test_a_parallel_session_of_its_track_is_avoided_where_it_can_be() -> None:
    board = a_board(
        a_booking("A", room="r1", track="t"),
        a_booking("B", room="r1", track="t"),
        tracks=a_track(forbids_parallel=True),
    )
    assert free(board, "B") == (at("08:00"), "r1")


def test_nothing_is_offered_beside_a_break_for_all_or_a_plenary() -> None:
    board = a_board(
        a_booking("A", at="10:00", room="r1", people=("zoe",)),
        a_booking("B", at="10:30", room="r2", people=("zoe",)),
        a_booking("PLENARY", at="08:30", minutes=60, room="r3", is_plenary=True),
        a_booking("LUNCH", at="11:15", is_interval=True),
    )
    assert free(board, "B") == (at("12:15"), "r2")


def test_a_break_in_a_room_calls_nobody_away_from_the_others() -> None:
    board = a_board(
        a_booking("A", room="r1", people=("zoe",)),
        a_booking("B", room="r2", people=("zoe",)),
        a_booking("COFFEE", at="10:00", room="r3", is_interval=True),
    )
    assert free(board, "B") == (at("08:00"), "r2")


def test_other_days_of_the_event_are_tried() -> None:
    board = a_board(
        a_booking("A", at="08:00", minutes=660, room="r1", people=("zoe",)),
        a_booking("B", at="18:00", room="r2", people=("zoe",)),
        days=(DAY, DAY + timedelta(days=1)),
    )
    assert free(board, "B") == (at("08:00", DAY + timedelta(days=1)), "r2")


def test_where_there_is_none_none_is_offered() -> None:
    board = a_board(
        a_booking("A", at="08:00", minutes=660, room="r1", people=("zoe",)),
        a_booking("B", at="18:00", room="r2", people=("zoe",)),
    )
    assert free(board, "B") is None


def test_no_rule_about_places_objects_to_what_is_offered() -> None:
    board = a_board(
        *(
            a_booking(
                f"S{n}", at=f"{9 + n // 3:02}:00", room=f"r{n % 3 + 1}", people=(f"p{n % 5}",)
            )
            for n in range(24)
        ),
        a_booking("X", at="11:00", room="r1", people=("p0", "p1", "p2")),
        travel_minutes=30,
    )
    place = nearest_free(board, board.bookings["X"], RULES.values())
    assert place is not None
    moved = board.moved("X", (place.starts_at, place.ends_at), place.room)
    about = [rule for rule in RULES.values() if rule.remedy is not Remedy.ANOTHER_PLAN]
    assert find(moved, about, around="X") == []
