"""Rooms hold one meeting at a time, large enough for it, with what it needs."""

from eventapp.values.bilingual import Bilingual
from eventapp.values.language import Language
from tests.unit.planning.boards import a_board, a_booking, at, found, told, with_room


def test_a_room_holds_one_session_at_a_time() -> None:
    board = a_board(a_booking("A", room="r1"), a_booking("B", room="r1", at="09:59"))
    assert found(board, "room_twice") == [("A", "B", "r1")]


def test_sessions_elsewhere_later_or_without_a_room_are_no_conflict() -> None:
    board = a_board(
        a_booking("A", room="r1"),
        a_booking("B", room="r2"),
        a_booking("C", room="r1", at="10:00"),
        a_booking("D"),
        a_booking("E"),
    )
    assert found(board, "room_twice") == []


def test_a_break_takes_no_room() -> None:
    board = a_board(
        a_booking("A", room="r1", expected=5),
        a_booking("COFFEE", room="r1", is_interval=True, expected=900, equipment=("projector",)),
    )
    board = with_room(board, "r1", capacity=10)
    rules = ("room_twice", "room_too_small", "equipment_missing")
    assert [found(board, rule) for rule in rules] == [[], [], []]


def test_joint_sessions_at_different_times_still_clash() -> None:
    board = a_board(
        a_booking("A", room="r1", joint="j"), a_booking("B", room="r1", at="09:30", joint="j")
    )
    assert found(board, "room_twice") == [("A", "B", "r1")]


def test_a_room_too_small_is_told_with_both_figures() -> None:
    board = with_room(a_board(a_booking("A", room="r1", expected=120)), "r1", capacity=100)
    assert found(board, "room_too_small") == [("A", "r1")]
    assert told(board, "room_too_small", Language.EN) == (
        "“Session A” (Tuesday, December\u00a02, 9:00–10:00\u00a0a.m., Room r1) expects 120 people, "
        "and Room r1 has 100 seats."
    )


def test_what_is_not_known_or_just_fits_is_no_conflict() -> None:
    board = a_board(
        a_booking("A", room="r1", expected=100),
        a_booking("B", room="r2", expected=900),
        a_booking("C", room="r1", at="10:00"),
    )
    assert found(with_room(board, "r1", capacity=100), "room_too_small") == []


def test_equipment_that_a_room_lacks_is_named() -> None:
    board = a_board(
        a_booking("A", room="r1", equipment=("projector", "recording")),
        names={"recording": Bilingual("enregistrement", "recording")},
    )
    board = with_room(board, "r1", equipment=("projector",))
    assert found(board, "equipment_missing") == [("A", "r1")]
    assert told(board, "equipment_missing", Language.EN).endswith("offer: recording.")


def test_a_room_outside_its_availability_is_found() -> None:
    hours = {"r1": ((at("08:00"), at("12:00")),)}
    board = a_board(
        a_booking("A", room="r1"),
        a_booking("B", room="r1", at="11:30"),
        a_booking("LUNCH", room="r1", at="12:00", is_interval=True),
        a_booking("C", room="r2", at="20:00"),
        availabilities=hours,
    )
    assert found(board, "room_closed") == [("B", "r1")]
