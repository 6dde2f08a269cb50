"""People who said when they can are booked then only."""

from eventapp.planning.board import joined
from eventapp.values.language import Language
from tests.unit.planning.boards import a_board, a_booking, a_span, at, conflicts, found, told


def test_a_person_outside_their_times_is_found() -> None:
    board = a_board(
        a_booking("A", people=("zoe", "ali")),
        a_booking("B", at="12:30", people=("zoe",)),
        availabilities={"zoe": ((at("08:00"), at("13:00")),)},
    )
    assert found(board, "person_away") == [("B", "zoe")]
    assert told(board, "person_away", Language.EN) == (
        "“Session B” (Tuesday, December\u00a02, 12:30–1:30\u00a0p.m.) is outside the availability "
        "of Zoe (December\u00a02, 8:00\u00a0a.m.–1:00\u00a0p.m.)."
    )


def test_times_that_touch_are_one() -> None:
    spans = joined([a_span("10:00"), a_span("09:00"), a_span("14:00")])
    assert spans == (a_span("09:00", 120), a_span("14:00"))
    board = a_board(a_booking("A", at="09:30", people=("zoe",)), availabilities={"zoe": spans})
    assert found(board, "person_away") == []


def test_an_acceptance_ends_when_the_times_given_change() -> None:
    def key(until: str) -> str:
        board = a_board(
            a_booking("A", at="20:00", people=("zoe",)),
            availabilities={"zoe": ((at("08:00"), at(until)),)},
        )
        [conflict] = conflicts(board, "person_away")
        return conflict.key(board)

    assert key("13:00") == key("13:00") != key("14:00")
