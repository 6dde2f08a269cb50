"""Placing all meetings at once: every limit kept, the best proved, what is left explained."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from eventapp.planning.meetings.instance import (
    Appointment,
    Instance,
    Proposal,
    Reason,
    Request,
    Room,
)
from eventapp.planning.meetings.model import solve
from eventapp.planning.meetings.objecting import objections
from eventapp.planning.meetings.reasons import explained
from eventapp.planning.meetings.scoring import score
from eventapp.values.bilingual import Bilingual
from eventapp.values.language import Language
from tests.unit.bilaterals.meetings import (
    a_place,
    a_request,
    an_instance,
    at,
    best_by_force,
    broken,
    hours,
)


def solved(instance: Instance) -> Proposal:
    with TemporaryDirectory() as folder:
        return solve(instance, Path(folder), seconds=20)


def told(instance: Instance, uid: str, language: Language) -> list[str]:
    names = {"a": Bilingual("Canada", "Canada")}
    return [
        explained(each, lambda key: names.get(key, Bilingual.same(key.upper())), language)
        for each in solved(instance).unmet[uid]
    ]


def test_meetings_of_one_delegation_follow_each_other_after_a_pause() -> None:
    instance = an_instance(a_request("m1", "ab"), a_request("m2", "ac"), pause=5)
    places = solved(instance).places
    first, second = sorted(place.start for place in places.values())
    assert second - first >= timedelta(minutes=60)  # the next start of those every half hour
    assert broken(instance, places) == []


def test_the_more_important_meeting_wins_the_only_place() -> None:
    asked = (a_request("low", "ab", priority=3), a_request("high", "cd", priority=1))
    instance = an_instance(*asked, windows=(hours("r1", "09:00", "09:30"),))
    assert solved(instance).places == {"high": a_place("09:00")}


def test_a_session_and_the_way_from_it_keep_people_away() -> None:
    speaker = a_request("m", "ab", people=("zoe",))
    session = Appointment(at("09:00"), at("10:00"), "harbour")
    instance = an_instance(
        speaker, busy={"zoe": (session,)}, travel=(("palace", "harbour", 25),), pace=5
    )
    place = solved(instance).places["m"]
    assert place.start >= at("10:25")


def test_a_fixed_meeting_stays_and_counts() -> None:
    fixed = a_request("fixed", "ab", now=a_place("09:00"), is_fixed=True)
    instance = an_instance(fixed, a_request("m", "ac"), most_a_day=1)
    proposal = solved(instance)
    assert proposal.places == {"fixed": a_place("09:00")}
    assert [each.kind for each in proposal.unmet["m"]] == ["day_is_full"]


def test_a_meeting_that_has_its_place_keeps_it() -> None:
    placed = a_request("m", "ab", now=a_place("10:00"))
    assert solved(an_instance(placed)).places == {"m": a_place("10:00")}


def test_three_in_a_row_are_avoided_where_there_is_room() -> None:
    asked = [a_request(f"m{number}", f"a{other}") for number, other in enumerate("bcd")]
    instance = an_instance(*asked, most_a_day=3)
    starts = sorted(place.start for place in solved(instance).places.values())
    assert len(starts) == 3
    assert starts[2] - starts[0] > at("10:00") - at("09:00")


def test_what_cannot_be_met_is_explained_in_both_languages() -> None:
    limited = an_instance(a_request("m1"), a_request("m2", "ac", rank=1), most_a_day=1)
    assert told(limited, "m1", Language.EN) == [
        "Canada reaches its limit (1 meeting a day) on December\N{NO-BREAK SPACE}3."
    ]
    assert told(limited, "m1", Language.FR) == [
        "Limite atteinte (1 rencontre par jour), 3\N{NO-BREAK SPACE}décembre : Canada."
    ]


def kinds(instance: Instance) -> list[str]:
    [reasons] = solved(instance).unmet.values()
    return [each.kind for each in reasons]


def test_each_kind_of_hindrance_is_told_from_the_others() -> None:
    m, whole = a_request("m"), Appointment(at("08:00"), at("12:00"))
    morning = (at("09:00"), at("10:00")), (at("10:00"), at("11:00"))
    narrow = {"windows": (hours("r1", "09:00", "09:30"),)}
    full_room = a_request("first", "cd", priority=1)
    assert kinds(an_instance(a_request("m", minutes=180))) == ["no_hours"]
    assert kinds(an_instance(replace(m, people=("x", "y")), rooms=(Room("r1", 1),))) == [
        "rooms_too_small"
    ]
    assert kinds(an_instance(m, busy={"r1": (whole,)})) == ["rooms_taken"]
    assert kinds(an_instance(m, busy={"b": (whole,)})) == ["never_free"]
    assert kinds(an_instance(m, available={"a": morning[:1], "b": morning[1:]})) == [
        "never_free_together"
    ]
    assert kinds(an_instance(m, full_room, **narrow)) == ["rooms_full"]
    two_rooms = {"windows": (hours("r1", "09:00", "09:30"), hours("r2", "09:00", "09:30"))}
    rooms = (Room("r1", venue="palace"), Room("r2", venue="palace"))
    busy = an_instance(m, a_request("first", "bc", priority=1), rooms=rooms, **two_rooms)
    assert kinds(busy) == ["in_other_meetings"]


def requests() -> st.SearchStrategy[Request]:
    return st.builds(
        lambda sides, minutes, people, priority, now: Request(
            "", (sides[0], sides[1]), minutes, tuple(sorted(people)), priority, 0, now
        ),
        st.permutations(["a", "b", "c"]),
        st.sampled_from([30, 60]),
        st.sets(st.sampled_from(["x", "y"])),
        st.sampled_from([1, 2, 3]),
        st.sampled_from([None, None, a_place("09:30"), a_place("09:00", "r2")]),
    )


SPANS = st.tuples(st.sampled_from(["09:00", "09:30"]), st.sampled_from(["10:00", "10:30"]))


@st.composite
def instances(draw: st.DrawFn) -> Instance:
    asked = tuple(
        replace(
            each,
            uid=f"m{n}",
            now=each.now and replace(each.now, end=each.now.start + each.length),
            is_fixed=bool(n == 0 and each.now),
        )
        for n, each in enumerate(draw(st.lists(requests(), min_size=1, max_size=4)))
    )
    away, busy = draw(SPANS), draw(st.sampled_from(["a", "x", "r1"]))
    return Instance(
        asked,
        (
            Room("r1", draw(st.sampled_from([None, 1])), "palace"),
            Room("r2", None, draw(st.sampled_from(["palace", "harbour", None]))),
        ),
        (hours("r1", "09:00", "10:30"), hours("r2", "09:00", draw(SPANS)[1])),
        {busy: (Appointment(at(away[0]), at("09:45"), "harbour"),)},
        {"b": ((at("09:00"), at(away[1])),)},
        travel_minutes=draw(st.sampled_from([0, 30])),
        most_a_day=draw(st.sampled_from([1, 2, 3])),
        pause=draw(st.sampled_from([0, 10])),
        pace=30,
    )


@given(instances())
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_the_proposal_is_as_good_as_any_plan_that_breaks_nothing(instance: Instance) -> None:
    proposal = solved(instance)
    assert broken(instance, proposal.places) == []
    assert proposal.score == score(instance, proposal.places) == best_by_force(instance)
    assert proposal.is_proved
    open_ones = {each.uid for each in instance.requests} - {*proposal.places}
    assert {*proposal.unmet} == open_ones
    assert all(reasons for reasons in proposal.unmet.values())
    assert not any(r.kind == "not_reached" for rs in proposal.unmet.values() for r in rs)


def test_it_is_the_same_proposal_every_time() -> None:
    asked = [a_request(f"m{number}", sides) for number, sides in enumerate(("ab", "cd", "ac"))]
    assert solved(an_instance(*asked)) == solved(an_instance(*asked))


def test_nothing_to_place_is_a_proposal_too() -> None:
    assert solved(an_instance()) == Proposal({}, 0, 0)


def test_a_place_before_a_delegation_arrives_is_objected_to() -> None:
    there = ((at("09:30"), at("17:00")),)
    instance = an_instance(a_request("m1", "ab"), available={"a": there})
    found = {clock: objections(instance, "m1", a_place(clock)) for clock in ("09:00", "09:30")}
    assert found == {"09:00": (Reason("away", "a"),), "09:30": ()}
