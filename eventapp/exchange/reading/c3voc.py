"""Reads schedule.json as the C3VOC describes it, in both of its versions. Pure.

The first version keeps sessions by day and room, the second in one list of events.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from eventapp.exchange.reading.problems import Place, Problem, Problems, Unreadable
from eventapp.exchange.reading.records import Field, Outline, Record, SessionRecord
from eventapp.values.catalogue import N_
from eventapp.values.refusal import Refusal

Index = Mapping[tuple[str, str], Record]

_IDENTITIES = ("guid", "slug", "name")


def outline_of(data: bytes) -> Outline:
    """The parts of a schedule.json. Raises Unreadable for JSON that is no such file."""
    problems = Problems()
    document = _Node(_decoded(data), "", problems)
    schedule = document["schedule"]
    conference = schedule["conference"]
    rooms, tracks = (
        [_named(each) for each in conference[name].items()] for name in ("rooms", "tracks")
    )
    days = [(_day(day), day) for day in conference["days"].items()]
    sessions = [
        *_sessions_by_day(days, _indexed(rooms), _indexed(tracks)),
        *_sessions_in_list(schedule["events"], _indexed(rooms), _indexed(tracks)),
    ]
    outline = Outline(
        conference=conference.record(),
        days=tuple(record for record, _ in days),
        rooms=(*rooms, *(session.room for session in sessions)),
        tracks=tuple(tracks),
        sessions=tuple(sessions),
        generator=document["generator"]["name"].text or schedule["generator"]["name"].text,
    )
    problems.raise_if_any()
    return outline


def _decoded(data: bytes) -> object:
    try:
        return json.loads(data)
    except json.JSONDecodeError as error:
        line, message = error.lineno, N_("The JSON is broken or cut off here.")
    except UnicodeDecodeError:
        line, message = 1, N_("The JSON is in an encoding that cannot be read.")
    except (RecursionError, ValueError):  # nested too deep, or a number of thousands of digits
        line, message = 1, N_("The JSON holds something that no schedule holds.")
    raise Unreadable(Problem(Place("JSON", line), Refusal(message)))


@dataclass(frozen=True, slots=True)
class _Node:
    """A value of the document and its path. What it lacks is null; what is odd is a problem."""

    value: object
    path: str
    problems: Problems
    key: str = ""

    def __getitem__(self, key: str) -> "_Node":
        value = self.value.get(key) if isinstance(self.value, dict) else None
        return replace(self, value=value, path=f"{self.path}.{key}".lstrip("."), key=key)

    def items(self) -> Iterator["_Node"]:
        """The members of a list, or of an object that is used as one."""
        if isinstance(self.value, list):
            for index, value in enumerate(self.value):
                yield replace(self, value=value, path=f"{self.path}[{index}]", key="")
        elif isinstance(self.value, dict):
            for key, value in self.value.items():
                yield replace(self, value=value, path=f"{self.path}[{key[:60]!r}]", key=key)
        elif self.value is not None:
            self.problems.add(self.place, N_("A list is expected here."))

    def record(self) -> Record:
        """Its texts, numbers and truth values as fields."""
        if not isinstance(self.value, dict):
            self.problems.add(self.place, N_("An object is expected here."))
            return Record(self.place)
        nodes = (self[key] for key in self.value)
        return Record(
            self.place, {node.key: Field(node.text, node.place) for node in nodes if node.text}
        )

    @property
    def place(self) -> Place:
        return Place(self.path or "JSON")

    @property
    def text(self) -> str:
        if isinstance(self.value, bool):
            return "true" if self.value else ""
        return str(self.value) if isinstance(self.value, str | int | float) else ""


def _named(node: _Node) -> Record:
    """A room, a track or a person: an object, or just its name; a name may also be the key."""
    if isinstance(node.value, str | int | float):
        return Record(node.place, {"name": Field(node.text, node.place)})
    record = node.record()
    name = record.text("public_name", "full_public_name", "name") or node.key
    return Record(record.place, {**record.fields, "name": Field(name, record.place)})


def _day(node: _Node) -> Record:
    record = node.record()
    names = {"day_start": "start", "day_end": "end"}
    return Record(record.place, {names.get(key, key): each for key, each in record.fields.items()})


def _sessions_by_day(
    days: Iterable[tuple[Record, _Node]], rooms: Index, tracks: Index
) -> Iterator[SessionRecord]:
    for record, day in days:
        for room in day["rooms"].items():
            is_list = isinstance(room.value, list)
            name = room.key if is_list else _named(room).text("name")
            found = _found(Record(room.place, {"name": Field(name, room.place)}), rooms)
            for event in (room if is_list else room["events"]).items():
                yield _session(event, record, found, tracks)


def _sessions_in_list(events: _Node, rooms: Index, tracks: Index) -> Iterator[SessionRecord]:
    for event in events.items():
        room = event["room"]
        record = Record(room.place) if room.value is None else _found(_named(room), rooms)
        yield _session(event, Record(event.place), record, tracks)


def _session(event: _Node, day: Record, room: Record, tracks: Index) -> SessionRecord:
    track, people = event["track"], event["persons"]
    people = event["participants"] if people.value is None else people
    return SessionRecord(
        own=event.record(),
        day=day,
        room=room,
        track=Record(track.place) if track.value is None else _found(_named(track), tracks),
        people=tuple(_named(person) for person in people.items()),
    )


def _indexed(records: Iterable[Record]) -> Index:
    return {
        (name, text): record
        for record in records
        for name in _IDENTITIES
        if (text := record.text(name))
    }


def _found(record: Record, index: Index) -> Record:
    """The thing as the conference lists it, where it does: there it has its guid and its name."""
    keys = ((name, record.text(name)) for name in _IDENTITIES)
    return next((index[key] for key in keys if key in index), record)
