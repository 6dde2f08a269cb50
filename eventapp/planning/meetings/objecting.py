"""What speaks against a place for one meeting beside all others: for a person to weigh."""

from dataclasses import replace

from eventapp.planning.meetings.instance import Instance, Place, Reason
from eventapp.planning.meetings.options import Choices, Option
from eventapp.planning.meetings.reasons import Hindrance, against


def objections(instance: Instance, uid: str, place: Place) -> tuple[Reason, ...]:
    """Limits that the meeting would break there; what conflicts tell already is left out."""
    [asked] = [each for each in instance.requests if each.uid == uid]
    others = tuple(each for each in instance.requests if each.uid != uid)
    request = replace(asked, now=None, is_fixed=False)
    choices = Choices(replace(instance, requests=(request, *others)))
    venue = instance.venues.get(place.room)
    option = Option(request, place.day, place.start, place.end, 0, venue)
    places = {each.uid: each.now for each in others if each.now is not None}
    found = [] if _is_within_hours(instance, place) else [Reason(Hindrance.OUTSIDE_HOURS)]
    found += [
        Reason(Hindrance.AWAY, each) for each in asked.sides if not _is_there(instance, each, place)
    ]
    return (*found, *against(option, places, choices))


def _is_there(instance: Instance, side: str, place: Place) -> bool:
    """Whether the delegation has arrived then, and not left."""
    given = instance.available.get(side)
    return given is None or any(a <= place.start and place.end <= b for a, b in given)


def _is_within_hours(instance: Instance, place: Place) -> bool:
    return any(
        window.start <= place.start and place.end <= window.end
        for window in instance.windows
        if place.room in ("", window.room)
    )
