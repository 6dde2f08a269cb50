"""What must come first comes first; a track may want its public to see all of it."""

from tests.unit.planning.boards import a_board, a_booking, a_track, found


def test_a_session_must_be_over_before_the_one_that_follows_it() -> None:
    orders = (("A", "B"),)
    wrong = a_board(a_booking("A", at="10:00"), a_booking("B", at="10:30"), orders=orders)
    right = a_board(a_booking("A", at="09:30"), a_booking("B", at="10:30"), orders=orders)
    waits = a_board(a_booking("A"), orders=orders)
    assert [found(board, "out_of_order") for board in (wrong, right, waits)] == [
        [("A", "B", "")],
        [],
        [],
    ]


def test_a_track_that_forbids_it_has_no_parallel_sessions() -> None:
    plans = (a_booking("A", track="t"), a_booking("B", at="09:30", track="t"))
    strict = a_board(*plans, tracks=a_track(forbids_parallel=True))
    lax = a_board(*plans, tracks=a_track(forbids_parallel=False))
    assert found(strict, "parallel_in_track") == [("A", "B", "t")]
    assert found(lax, "parallel_in_track") == []


def test_plenaries_breaks_and_joint_sessions_of_a_track_are_for_all() -> None:
    board = a_board(
        a_booking("A", track="t", room="r1", joint="j"),
        a_booking("B", track="t", room="r1", joint="j"),
        a_booking("PLENARY", track="t", is_plenary=True),
        a_booking("BREAK", track="t", is_interval=True),
        tracks=a_track(forbids_parallel=True),
    )
    assert found(board, "parallel_in_track") == []
