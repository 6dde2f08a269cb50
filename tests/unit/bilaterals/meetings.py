"""Meetings in a line, a checker and a brute force that know nothing of the solver's sums."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from itertools import combinations
from random import Random
from typing import Any

from eventapp.planning.meetings.instance import (
    Instance,
    Place,
    Request,
    Room,
    Window,
)
from eventapp.planning.meetings.scoring import score

DAY = date(2026, 12, 3)


def at(clock: str, day: date = DAY) -> datetime:
    return datetime.fromisoformat(f"{day}T{clock}").replace(tzinfo=UTC)


def a_request(uid: str, sides: str = "ab", minutes: int = 30, **fields: Any) -> Request:
    return Request(uid, (sides[0], sides[1]), minutes, **fields)


def a_place(clock: str, room: str = "r1", *, minutes: int = 30, day: date = DAY) -> Place:
    start = at(clock, day)
    return Place(room, day, start, start + timedelta(minutes=minutes))


def hours(room: str, opens: str, closes: str, day: date = DAY) -> Window:
    return Window(room, day, at(opens, day), at(closes, day))


def an_instance(*requests: Request, **fields: Any) -> Instance:
    """One room from 9 to 11, half-hour meetings without a pause, two a day."""
    given: dict[str, Any] = {
        "rooms": (Room("r1", venue="palace"),),
        "windows": (hours("r1", "09:00", "11:00"),),
        "pause": 0,
        "pace": 30,
    }
    return Instance(requests, **(given | fields))


def broken(instance: Instance, places: Mapping[str, Place]) -> list[str]:
    """Every hard rule that the plan breaks."""
    asked = {each.uid: each for each in instance.requests}
    wrong = [uid for uid, place in places.items() for uid in _alone(instance, asked[uid], place)]
    for (one, here), (other, there) in combinations(places.items(), 2):
        wrong += _together(instance, asked[one], here, asked[other], there)
    days = Counter((side, place.day) for uid, place in places.items() for side in asked[uid].sides)
    return wrong + [f"{key} meets {n} times" for key, n in days.items() if n > instance.most_a_day]


def _alone(instance: Instance, request: Request, place: Place) -> Iterator[str]:
    if request.is_fixed and request.now is not None:
        if place != request.now:
            yield f"{request.uid} was fixed"
        return
    room = next(each for each in instance.rooms if each.uid == place.room)
    if place.end - place.start != timedelta(minutes=request.minutes):
        yield f"{request.uid} has another length"
    if not any(
        (w.room, w.day) == (place.room, place.day) and w.start <= place.start <= place.end <= w.end
        for w in instance.windows
    ):
        yield f"{request.uid} is outside the hours"
    if room.capacity is not None and len(request.people) > room.capacity:
        yield f"{request.uid} does not fit"
    for who in (*request.sides, *request.people, place.room):
        yield from _busy(instance, who, place)


def _busy(instance: Instance, who: str, place: Place) -> Iterator[str]:
    spans = instance.available.get(who)
    if spans is not None and not any(a <= place.start and place.end <= b for a, b in spans):
        yield f"{who} is away"
    for busy in instance.busy.get(who, ()):
        way = instance.way(busy.venue, instance.venues[place.room])
        way = timedelta(0) if who == place.room else way
        if place.start < busy.end + way and busy.start < place.end + way:
            yield f"{who} is busy"


def _together(
    instance: Instance, one: Request, here: Place, other: Request, there: Place
) -> Iterator[str]:
    if {one, other} <= {each for each, _ in instance.settled}:
        return
    gap = max(here.start - there.end, there.start - here.end)
    way = instance.way(instance.venues[here.room], instance.venues[there.room])
    if here.room == there.room and gap < timedelta(0):
        yield f"{one.uid} and {other.uid} share a room"
    if {*one.people} & {*other.people} and gap < way:
        yield f"{one.uid} and {other.uid} share a person"
    if {*one.sides} & {*other.sides} and gap < max(way, timedelta(minutes=instance.pause)):
        yield f"{one.uid} and {other.uid} share a delegation"


def best_by_force(instance: Instance) -> int:
    """The highest score of all plans that break nothing."""
    settled = {request.uid: place for request, place in instance.settled}
    best = score(instance, settled)
    stack = [(settled, [*instance.open])]
    while stack:
        places, left = stack.pop()
        best = max(best, score(instance, places))
        if not left:
            continue
        request, *rest = left
        stack.append((places, rest))
        for place in _everywhere(instance, request):
            tried = {**places, request.uid: place}
            if not broken(instance, tried):
                stack.append((tried, rest))
    return best


def _everywhere(instance: Instance, request: Request) -> Iterator[Place]:
    starts = defaultdict[str, set[tuple[date, datetime]]](set)
    for window in instance.windows:
        step, start = timedelta(minutes=instance.pace), window.start
        while start < window.end:
            starts[window.room].add((window.day, start))
            start += step
        if request.now:
            starts[window.room].add((window.day, request.now.start))
    for room, known in starts.items():
        for day, start in known:
            yield Place(room, day, start, start + timedelta(minutes=request.minutes))


def a_large_instance(requests: int, slots: int, rooms: int, *, seed: int = 1) -> Instance:
    """Forty delegations with partial presence; so many half hours over three days."""
    chance, days = Random(seed), [DAY + timedelta(days=each) for each in range(3)]
    parties = [f"d{number}" for number in range(40)]
    length = timedelta(minutes=30 * slots // len(days))
    windows = tuple(
        Window(f"r{room}", day, at("08:00", day), at("08:00", day) + length)
        for day in days
        for room in range(rooms)
    )
    asked = tuple(
        Request(
            f"m{number}",
            (sides := tuple(chance.sample(parties, 2))),  # type: ignore[arg-type]
            30,
            people=tuple(f"{side} head" for side in sides),
            priority=chance.choice([1, 2, 2, 3, 3, 3]),
            rank=chance.randrange(4),
        )
        for number in range(requests)
    )
    away = {
        party: ((at("08:00", days[chance.randrange(2)]), at("23:00", days[2])),)
        for party in parties[:12]
    }
    places = tuple(Room(f"r{number}", venue="palace") for number in range(rooms))
    return Instance(asked, places, windows, {}, away, most_a_day=8, pause=0, pace=30)
