"""Giving out the rooms of a class, once it is known when its meetings are held."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import datetime

from eventapp.planning.meetings.instance import Place
from eventapp.planning.meetings.options import Option, RoomClass, in_time


def seated(chosen: Iterable[Option], classes: tuple[RoomClass, ...]) -> Mapping[str, Place]:
    """A room for each meeting, its present one where that is free.

    Never more meetings run at once than a class has rooms, so that taking the earliest first
    always finds one.
    """
    groups = defaultdict[int, list[Option]](list)
    for option in chosen:
        groups[option.room_class].append(option)
    return {
        uid: place
        for number, options in groups.items()
        for uid, place in _given_out(options, classes[number])
    }


def _given_out(options: Iterable[Option], kind: RoomClass) -> Iterable[tuple[str, Place]]:
    ends: dict[str, datetime | None] = {room.uid: None for room in kind.rooms}
    for option in in_time(options):
        free = [uid for uid, end in ends.items() if end is None or end <= option.start]
        now = option.request.now
        room = now.room if now is not None and now.room in free else free[0]
        ends[room] = option.end
        yield option.request.uid, Place(room, option.day, option.start, option.end)
