"""People are in one place at a time, whatever their role, and can get to the next."""

from typing import Any

from eventapp.values.language import Language
from tests.unit.planning.boards import a_board, a_booking, found, told


def test_a_person_in_two_places_is_found_in_any_role() -> None:
    board = a_board(
        a_booking("A", room="r1", people=("zoe",)),
        a_booking("B", at="09:30", room="r2", booths=(("zoe", "fr"),)),
    )
    assert found(board, "person_twice") == [("A", "B", "zoe")]


def test_sessions_that_only_touch_are_no_conflict() -> None:
    board = a_board(
        a_booking("A", room="r1", people=("zoe",)),
        a_booking("B", at="10:00", room="r2", people=("zoe",)),
    )
    assert found(board, "person_twice") == []


def test_two_roles_in_one_session_are_one_presence() -> None:
    board = a_board(a_booking("A", people=("zoe", "zoe")))
    assert found(board, "person_twice") == []


def test_joint_sessions_are_one_meeting() -> None:
    joint: dict[str, Any] = {"room": "r1", "people": ("zoe",), "joint": "j"}
    board = a_board(a_booking("A", **joint), a_booking("B", **joint))
    assert found(board, "person_twice") + found(board, "room_twice") == []


def test_sessions_declared_joint_in_two_rooms_are_two_meetings() -> None:
    board = a_board(
        a_booking("A", room="r1", people=("zoe",), joint="j"),
        a_booking("B", room="r2", people=("zoe",), joint="j"),
    )
    assert found(board, "person_twice") == [("A", "B", "zoe")]


def test_a_break_without_people_frees_everybody() -> None:
    board = a_board(
        a_booking("A", room="r1", people=("zoe",)), a_booking("LUNCH", is_interval=True)
    )
    assert found(board, "person_twice") == []


def test_a_plenary_takes_those_who_appear_in_it_only() -> None:
    board = a_board(
        a_booking("PLENARY", room="r1", people=("zoe",), is_plenary=True),
        a_booking("A", room="r2", people=("ali",)),
        a_booking("B", room="r2", at="09:30", people=("zoe",)),
    )
    assert found(board, "person_twice") == [("PLENARY", "B", "zoe")]


def test_a_way_between_venues_takes_its_time() -> None:
    board = a_board(
        a_booking("A", room="r1", people=("zoe",)),
        a_booking("B", at="10:15", room="r3", people=("zoe",)),
        travel_minutes=20,
    )
    assert found(board, "travel_time") == [("A", "B", "zoe")]
    assert found(board, "person_twice") == []


def test_a_known_way_counts_either_way_round() -> None:
    plans = (
        a_booking("A", room="r3", people=("zoe",)),
        a_booking("B", at="10:15", room="r1", people=("zoe",)),
    )
    far = a_board(*plans, travel_minutes=5, travel={("palace", "harbour"): 16})
    near = a_board(*plans, travel_minutes=60, travel={("palace", "harbour"): 15})
    assert (found(far, "travel_time"), found(near, "travel_time")) == ([("A", "B", "zoe")], [])


def test_rooms_of_one_venue_and_rooms_without_one_need_no_travel() -> None:
    board = a_board(
        a_booking("A", room="r1", people=("zoe",)),
        a_booking("B", at="10:00", room="r2", people=("zoe",)),
        a_booking("C", at="11:00", people=("zoe",)),
        travel_minutes=20,
    )
    assert found(board, "travel_time") == []


def test_both_sides_are_named_in_the_readers_language() -> None:
    board = a_board(
        a_booking("A", room="r1", people=("zoe",)),
        a_booking("B", at="09:30", room="r2", booths=(("zoe", "fr"),)),
    )
    assert told(board, "person_twice", Language.EN) == (
        "Zoe is expected in two places at once: “Session A” (Tuesday, December\u00a02, "
        "9:00–10:00\u00a0a.m., Room r1, panelist) and “Session B” (Tuesday, December\u00a02, "
        "9:30–10:30\u00a0a.m., Room r2, interpreter)."
    )
    assert told(board, "person_twice", Language.FR) == (
        "Zoe doit se trouver à deux endroits à la fois\u00a0: «\u00a0Séance A\u00a0» (mardi "
        "2\u00a0décembre, 9\u00a0h\u00a0–\u00a010\u00a0h, Salle r1, panéliste) et «\u00a0"
        "Séance B\u00a0» (mardi 2\u00a0décembre, 9\u00a0h\u00a030\u00a0–\u00a010\u00a0h\u00a030, "
        "Salle r2, interprète)."
    )
