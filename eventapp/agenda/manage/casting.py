"""What a session's form offers, and what it says, as rows."""

from typing import Any

from eventapp.agenda.forms import SessionForm
from eventapp.agenda.listing import tracks_of
from eventapp.agenda.writing import Part, span_of
from eventapp.events import labels
from eventapp.events.kinds import Equipment
from eventapp.events.models import Event
from eventapp.events.places import rooms_of
from eventapp.history.saving import FieldRefusal
from eventapp.people.queries import people_called
from eventapp.plumbing.fields import Offer, offered
from eventapp.plumbing.forms import Offers
from eventapp.plumbing.web import reading_language
from eventapp.values.catalogue import N_
from eventapp.values.refusal import Refusal
from eventapp.values.timespan import TimeSpan
from eventapp.values.tongues import SPOKEN, language_name

NOTHING: Offer = ("", "–")


def offers_of(event: Event) -> Offers:
    """The event's rooms and tracks, and the languages and equipment that there are."""
    language = reading_language()
    languages = [(tag, language_name(tag, language)) for tag in SPOKEN]
    rooms = [(room.code, room.name) for room in rooms_of(event)]
    tracks = [(track.code, track.name) for track in tracks_of(event)]
    return {
        "room": [NOTHING, *offered(rooms, language)],
        "track": [NOTHING, *offered(tracks, language)],
        "floor_languages": languages,
        "interpretation_languages": languages,
        "equipment": [(each.value, labels.equipment(each, language)) for each in Equipment],
        "booths": [NOTHING, *languages],
    }


def values_of(event: Event, form: SessionForm, was: TimeSpan | None) -> dict[str, Any]:
    """The columns of a session. Raises FieldRefusal for a time that cannot be."""
    values = form.values
    day, start, end = (values.pop(name) for name in ("day", "start", "end"))
    rooms = {each.code: each.id for each in rooms_of(event)}
    tracks = {each.code: each.id for each in tracks_of(event)}
    room, track = values.pop("room"), values.pop("track")
    del values["people"]
    span = None
    if day is not None:
        try:
            span = span_of(event, day, start, end, was=was)
        except Refusal as refusal:
            raise FieldRefusal("start", refusal) from refusal
    return {
        **values,
        "span": span,
        "room_id": rooms.get(room),
        "track_id": tracks.get(track),
    }


def parts_of(form: SessionForm) -> list[Part]:
    """Who does what, in their order. Raises FieldRefusal where somebody is not known or double."""
    rows = [entry.form for entry in form.people.entries]
    rows.sort(key=lambda row: row.order.data or len(rows) + 1)
    people = people_called(row.code.data for row in rows)
    parts, seen = list[Part](), set[tuple[str, Any]]()
    for row in rows:
        code, role = row.code.data, row.role.data
        if code not in people:
            raise FieldRefusal("people", Refusal(N_("Somebody of this list is not known.")))
        if (code, role) in seen:
            name = people[code].name
            raise FieldRefusal("people", Refusal(N_("%(name)s has that role twice."), name=name))
        seen.add((code, role))
        parts.append(Part(people[code], role, row.state.data, row.language.data or ""))
    return parts
