"""Reads schedule.xml, as Pentabarf began it and frab, pretalx, wafer and others write it. Pure."""

from collections.abc import Iterator

from eventapp.exchange.reading.elements import Element, parse
from eventapp.exchange.reading.problems import Place, Problem, Unreadable
from eventapp.exchange.reading.records import Field, Outline, Record, SessionRecord
from eventapp.values.catalogue import N_
from eventapp.values.refusal import Refusal


def outline_of(data: bytes) -> Outline:
    """The parts of a schedule.xml. Raises Unreadable for XML that is no such file."""
    root = parse(data)
    conference = root.first("conference")
    if root.tag != "schedule" or conference is None:
        place = Place(f"<{root.tag[:60]}>", root.line)
        reason = Refusal(N_("A <schedule> with a <conference> is expected."))
        raise Unreadable(Problem(place, reason))
    generator, tracks = root.first("generator"), root.first("tracks")
    days = [(_record(day), day) for day in root.all("day")]
    listed = [*(tracks.all("track") if tracks else ()), *conference.all("track")]
    return Outline(
        conference=_record(conference),
        days=tuple(record for record, _ in days),
        rooms=tuple(_record(room) for _, day in days for room in day.all("room")),
        tracks=tuple(_named(track) for track in listed),
        sessions=tuple(each for record, day in days for each in _sessions(record, day)),
        generator=generator.attributes.get("name", "") if generator else "",
    )


def _sessions(record: Record, day: Element) -> Iterator[SessionRecord]:
    for room in day.all("room"):
        where = _record(room)
        for event in room.all("event"):
            yield _session(event, record, where)
    for event in day.all("event"):
        yield _session(event, record, Record(record.place))


def _session(event: Element, day: Record, room: Record) -> SessionRecord:
    own, persons, track = _record(event), event.first("persons"), event.first("track")
    if not room.text("name"):
        room = Record(own.place, {"name": own["room"]})
    return SessionRecord(
        own=own,
        day=day,
        room=room,
        track=_named(track) if track else Record(own.place),
        people=tuple(_named(person) for person in persons.all("person")) if persons else (),
    )


def _record(element: Element) -> Record:
    """Attributes and child elements alike, by name; an element goes before an attribute."""
    name = _opening_tag(element)
    attributes = {
        key: Field(text, Place(name, element.line)) for key, text in element.attributes.items()
    }
    children = {
        child.tag: Field(child.text, Place(f"{name}<{child.tag}>", child.line))
        for child in reversed(element.children)
    }
    return Record(Place(name, element.line), attributes | children)


def _named(element: Element) -> Record:
    """A thing whose name is an attribute or, without one, its text."""
    record = _record(element)
    name = Field(record.text("name") or element.text, record.place)
    return Record(record.place, {**record.fields, "name": name})


def _opening_tag(element: Element) -> str:
    """`<event id="12">`: what a person searches for in the file."""
    identity = element.attributes.get("id", "")[:40]
    return f'<{element.tag} id="{identity}">' if identity else f"<{element.tag}>"
