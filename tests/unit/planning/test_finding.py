"""Rules against brute force: nothing is missed, nothing is made up, whoever asks."""

from datetime import timedelta
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from eventapp.planning.board import Board
from eventapp.planning.rules import RULES, find
from tests.unit.planning.boards import Planned, a_board, a_booking, a_track, at, found

UIDS = [f"S{number}" for number in range(7)]
ROOMS = [None, "r1", "r2", "r3"]
LENGTHS = st.integers(1, 12).map(lambda steps: steps * 10)


@st.composite
def bookings(draw: st.DrawFn, uid: str) -> Planned:
    start = draw(st.integers(0, 30))
    return a_booking(
        uid,
        at=f"{8 + start // 6:02}:{start % 6}0",
        minutes=draw(LENGTHS),
        room=draw(st.sampled_from(ROOMS)),
        people=draw(st.lists(st.sampled_from("abcd"), max_size=3)),
        booths=draw(st.lists(st.sampled_from([("a", "fr"), ("e", "fr")]), max_size=2)),
        interpretation=draw(st.sampled_from([(), ("fr",)])),
        is_interval=draw(st.booleans()),
        joint=draw(st.sampled_from(["", "j"])),
        track=draw(st.sampled_from([None, "t"])),
    )


@st.composite
def boards(draw: st.DrawFn) -> Board:
    number = draw(st.integers(0, len(UIDS)))
    plans = [draw(bookings(uid)) for uid in UIDS[:number]]
    return a_board(
        *plans,
        travel_minutes=draw(st.sampled_from([0, 15, 45])),
        tracks=a_track(forbids_parallel=True),
        orders=(("S0", "S1"), ("S2", "S0")),
        availabilities={"b": ((at("08:30"), at("11:00")),), "r2": ((at("09:00"), at("12:00")),)},
    )


def overlapping(board: Board) -> list[tuple[str, str]]:
    """Every pair of bookings that share a moment and are not one joint meeting."""
    pairs = []
    for pair in combinations(board.bookings.values(), 2):
        first, second = sorted(pair, key=lambda each: (each.starts_at, each.uid))
        same = (first.starts_at, first.ends_at, first.room) == (
            second.starts_at,
            second.ends_at,
            second.room,
        )
        is_joint = same and first.activity.joint == second.activity.joint == "j"
        if second.starts_at < first.ends_at and not is_joint:
            pairs.append((first.uid, second.uid))
    return pairs


@given(boards())
def test_people_in_two_places_are_exactly_those_that_brute_force_finds(board: Board) -> None:
    there = {uid: {p.person for p in board.programme.presences_in.get(uid, ())} for uid in UIDS}
    expected = {
        (first, second, person)
        for first, second in overlapping(board)
        for person in there[first] & there[second]
    }
    result = found(board, "person_twice")
    assert (set(result), len(result)) == (expected, len(expected))


@given(boards())
def test_rooms_used_twice_are_exactly_those_that_brute_force_finds(board: Board) -> None:
    booked = board.bookings
    expected = {
        (first, second, booked[first].room)
        for first, second in overlapping(board)
        if booked[first].room is not None
        and booked[first].room == booked[second].room
        and not (booked[first].activity.is_interval or booked[second].activity.is_interval)
    }
    result = found(board, "room_twice")
    assert (set(result), len(result)) == (expected, len(expected))


@given(boards(), st.sampled_from(UIDS))
def test_around_an_activity_is_what_it_is_a_party_to(board: Board, uid: str) -> None:
    for rule in RULES.values():
        whole = [each for each in find(board, [rule]) if uid in each.parties]
        assert find(board, [rule], around=uid) == whole


@given(boards(), st.sampled_from(UIDS), st.sampled_from(ROOMS), st.integers(-3, 3))
def test_a_moved_board_is_one_that_was_always_so(
    board: Board, uid: str, room: str | None, tens: int
) -> None:
    if uid not in board.bookings:
        return
    assert find(board) is not None  # fills what is kept of the board
    own, later = board.bookings[uid], timedelta(minutes=10 * tens)
    moved = board.moved(uid, (own.starts_at + later, own.ends_at + later), room)
    anew = Board(board.programme, dict(moved.bookings))
    assert find(moved) == find(anew)
    assert board.bookings[uid] == own


def test_keys_follow_times_and_matters_do_not() -> None:
    board = a_board(
        a_booking("A", room="r1"), a_booking("B", room="r1"), a_booking("C", at="15:00")
    )
    [before] = find(board)
    [same] = find(board.moved("C", (at("16:00"), at("17:00")), "r1"))
    later = board.moved("B", (at("09:30"), at("10:30")), "r1")
    [after] = find(later)
    assert before.key(board) == same.key(board)
    assert before.key(board) != after.key(later)
    assert before.matter == after.matter
