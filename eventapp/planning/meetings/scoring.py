"""What a plan is worth: one whole number, the same for the solver and for whoever checks it.

A meeting of the first priority weighs as much as two of the second or four of the third. Among
equals the higher rank counts more. A meeting that leaves its time or venue costs a little, and so
does a delegation's day with three meetings in a row.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import date, datetime, timedelta
from math import ceil

from eventapp.planning.meetings.instance import Instance, Place, Request

BY_PRIORITY = {1: 80, 2: 40, 3: 20}
A_MOVE = 1
A_ROW = 2


def worth(instance: Instance, request: Request, start: datetime, venue: str | None) -> int:
    """What it is worth that the meeting is held then and there."""
    now = request.now
    stays = now is None or (now.start == start and instance.venues.get(now.room) == venue)
    return BY_PRIORITY[request.priority] + request.rank - (0 if stays else A_MOVE)


def score(instance: Instance, places: Mapping[str, Place]) -> int:
    """What the plan is worth; meetings that stay count as any other."""
    asked = {request.uid: request for request in instance.requests}
    starts = defaultdict[tuple[str, date], list[datetime]](list)
    total = 0
    for uid, place in places.items():
        total += worth(instance, asked[uid], place.start, instance.venues.get(place.room))
        for side in asked[uid].sides:
            starts[side, place.day].append(place.start)
    return total - A_ROW * sum(has_a_row(each, instance) for each in starts.values())


def stretch(instance: Instance) -> timedelta:
    """From the first to the third start of three meetings in a row, at most."""
    shortest = min((each.minutes for each in instance.requests), default=30)
    steps = ceil((shortest + instance.pause) / instance.pace)
    return timedelta(minutes=2 * steps * instance.pace)


def has_a_row(starts: Collection[datetime], instance: Instance) -> bool:
    """Whether three meetings follow one another, or more."""
    ordered, within = sorted(starts), stretch(instance)
    return any(third - first <= within for first, third in zip(ordered, ordered[2:], strict=False))
