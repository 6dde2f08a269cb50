"""A delay: what moves, what does not, and how far."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from eventapp.planning.chains import Link, Missed, delayed

NINE = datetime(2024, 12, 3, 9, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


def at(minutes: int) -> datetime:
    return NINE + minutes * MINUTE


def link(uid: str, start: int, length: int = 30, **fields: object) -> Link:
    given_fields = {"parties": frozenset({"RS"})} | fields
    return Link(uid, at(start), at(start + length), **given_fields)  # type: ignore[arg-type]


def no_travel(_here: str | None, _there: str | None) -> timedelta:
    return timedelta(0)


def ten_minutes(here: str | None, there: str | None) -> timedelta:
    return timedelta(0) if here == there else 10 * MINUTE


def starts(chain: list[Link], uid: str, minutes: int, travel=no_travel) -> dict[str, int]:  # type: ignore[no-untyped-def]
    """When what moves begins, in minutes after nine."""
    moved = delayed(chain, uid, minutes * MINUTE, travel).moved
    return {each: (span[0] - NINE) // MINUTE for each, span in moved.items()}


def test_a_gap_absorbs_what_it_can() -> None:
    chain = [link("car", 0), link("visit", 40, 60), link("lunch", 120), link("tour", 300)]
    assert starts(chain, "car", 25) == {"car": 25, "visit": 55}
    assert starts(chain, "car", 45) == {"car": 45, "visit": 75, "lunch": 135}


def test_the_way_between_two_rooms_is_kept_free_but_not_made_longer_than_it_was() -> None:
    chain = [link("car", 0, room="hotel"), link("visit", 40, room="museum")]
    assert starts(chain, "car", 5, ten_minutes) == {"car": 5, "visit": 45}
    tight = [link("car", 0, room="hotel"), link("visit", 33, room="museum")]
    assert starts(tight, "car", 5, ten_minutes) == {"car": 5, "visit": 38}


def test_a_plane_does_not_wait_and_ends_the_delay() -> None:
    chain = [link("car", 0), link("plane", 40, waits=False), link("after", 70)]
    delay = delayed(chain, "car", 25 * MINUTE, no_travel)
    assert (set(delay.moved), delay.missed) == ({"car"}, (Missed("plane", 15 * MINUTE),))


def test_only_those_who_are_on_it_wait_for_it() -> None:
    ministers, staff = frozenset({"minister"}), frozenset({"staff"})
    chain = [
        link("car", 0, people=ministers),
        link("van", 30, people=staff),
        link("both", 35),
        link("others", 30, parties=frozenset({"JP"})),
    ]
    assert starts(chain, "car", 20) == {"car": 20, "both": 50}


def test_a_vehicle_that_is_late_is_late_for_others() -> None:
    first, other = frozenset({"RS"}), frozenset({"JP"})
    chain = [link("a", 0, vehicle="bus 3"), link("b", 35, vehicle="bus 3", parties=other)]
    assert chain[0].parties == first
    assert starts(chain, "a", 10) == {"a": 10, "b": 40}


def test_no_delay_moves_nothing() -> None:
    assert delayed([link("car", 0), link("visit", 30)], "car", 0 * MINUTE, no_travel).moved == {}


LINKS = st.lists(
    st.builds(
        lambda start, length, people, parties, waits, room: Link(
            "",
            at(start),
            at(start + length),
            frozenset(people),
            frozenset(parties),
            waits=waits,
            room=room,
        ),
        st.integers(0, 600),
        st.integers(5, 120),
        st.sets(st.sampled_from("abc"), max_size=2),
        st.sets(st.sampled_from("XY"), max_size=2),
        st.booleans(),
        st.sampled_from(("r", "s", None)),
    ),
    min_size=1,
    max_size=12,
).map(lambda links: [each._replace(uid=str(number)) for number, each in enumerate(links)])


@given(LINKS, st.integers(0, 240))
def test_nothing_moves_without_need_or_further_than_the_delay(
    chain: list[Link], minutes: int
) -> None:
    by = minutes * MINUTE
    delay = delayed(chain, "0", by, ten_minutes)
    late = chain[0]
    by_uid = {each.uid: each for each in chain}
    for uid, (start, end) in delay.moved.items():
        each = by_uid[uid]
        assert timedelta(0) < start - each.starts_at <= by
        assert end - start == each.ends_at - each.starts_at
        assert uid == "0" or (each.waits and each.starts_at >= late.ends_at)
        if uid != "0":
            assert any(_touches(by_uid[other], each, start, delay.moved) for other in delay.moved)
    assert not {missed.uid for missed in delay.missed} & set(delay.moved)
    assert all(timedelta(0) < missed.by <= by for missed in delay.missed)


@given(LINKS, st.integers(1, 240))
def test_who_was_in_time_for_the_next_still_is(chain: list[Link], minutes: int) -> None:
    delay = delayed(chain, "0", minutes * MINUTE, ten_minutes)
    missed = {each.uid for each in delay.missed}
    for first in chain:
        for then in chain:
            if first.ends_at <= then.starts_at and first.shares_with(then):
                end = delay.moved.get(first.uid, (first.starts_at, first.ends_at))[1]
                start = delay.moved.get(then.uid, (then.starts_at, then.ends_at))[0]
                assert end <= start or then.uid in missed or then.uid == "0"


@given(LINKS, st.integers(0, 120), st.integers(0, 120))
def test_a_longer_delay_is_never_better(chain: list[Link], less: int, more: int) -> None:
    short = delayed(chain, "0", less * MINUTE, ten_minutes).moved
    long = delayed(chain, "0", (less + more) * MINUTE, ten_minutes).moved
    assert all(long[uid][0] >= start for uid, (start, _) in short.items())


def _touches(
    before: Link, each: Link, start: datetime, moved: Mapping[str, tuple[datetime, datetime]]
) -> bool:
    """Whether it begins exactly when what is before it lets it."""
    room = min(ten_minutes(before.room, each.room), each.starts_at - before.ends_at)
    is_before = before.ends_at <= each.starts_at and before.shares_with(each)
    return is_before and moved[before.uid][1] + room == start
