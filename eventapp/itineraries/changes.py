"""What changed in an agenda since its owner last looked, in words. Pure.

A look is plain data, so that it can be kept: for each entry all that its owner read of it, in
both languages.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from eventapp.agenda import labels
from eventapp.agenda.change_list import ChangeLine
from eventapp.agenda.changes import Change
from eventapp.agenda.kinds import SlotState
from eventapp.agenda.reading import capitalized
from eventapp.itineraries.itinerary import Entry, Itinerary
from eventapp.itineraries.reading import place, when
from eventapp.values.bilingual import PublishedText, Wording
from eventapp.values.catalogue import N_, translator
from eventapp.values.language import Language
from eventapp.values.timespan import TimeSpan

#: An entry as it was seen.
Seen = Mapping[str, Any]
Look = Mapping[str, Seen]


@dataclass(frozen=True, slots=True)
class ChangedEntry:
    """An entry with its changes; `uid` is empty for one that is gone."""

    uid: str
    title: Wording
    when: str
    lines: tuple[ChangeLine, ...]


def look_at(itinerary: Itinerary) -> dict[str, dict[str, Any]]:
    """The agenda as its owner reads it now."""
    return {entry.uid: _seen(itinerary, entry) for entry in itinerary.entries}


def changes_since(look: Look, itinerary: Itinerary, language: Language) -> list[ChangedEntry]:
    """What is new, different or gone, in the order of the agenda, what is gone last."""
    now = look_at(itinerary)
    changed = [
        _changed(uid, look.get(uid), seen, language)
        for uid, seen in now.items()
        if look.get(uid) != seen
    ]
    gone = [
        _changed("", seen, None, language)
        for uid, seen in look.items()
        if uid not in now and seen["state"] != SlotState.CANCELLED
    ]
    return [each for each in (*changed, *gone) if each.lines]


def _seen(itinerary: Itinerary, entry: Entry) -> dict[str, Any]:
    span = entry.span
    return {
        "title": _both(entry.title),
        "state": entry.state.value,
        "day": itinerary.event.day_of(span).isoformat() if span else "",
        "span": [span.start.isoformat(), span.end.isoformat(), span.zone] if span else [],
        "place": {each.value: place(entry.room, entry.venue, each).text for each in Language},
        "facts": [[fact.label, _both(fact.text)] for fact in entry.facts],
        "link": entry.session.join_link if entry.session else "",
    }


def _both(text: PublishedText) -> dict[str, str]:
    return {each.value: text.text(each).text for each in Language}


def _changed(uid: str, before: Seen | None, after: Seen | None, language: Language) -> ChangedEntry:
    shown = after or before or {}
    title = Wording(shown["title"][language.value], language)
    return ChangedEntry(uid, title, _when(shown, language), tuple(_lines(before, after, language)))


def _lines(before: Seen | None, after: Seen | None, language: Language) -> Iterator[ChangeLine]:
    if before is None or after is None:
        yield ChangeLine(_name(Change.REMOVED if after is None else Change.ADDED, language))
        return
    if (before["state"] == SlotState.CANCELLED) != (after["state"] == SlotState.CANCELLED):
        is_off = after["state"] == SlotState.CANCELLED
        yield ChangeLine(_name(Change.CANCELLED if is_off else Change.RESTORED, language))
    elif before["state"] != after["state"]:
        yield _line(_state_name(language), _state(before, language), _state(after, language))
    for change, read in _READ.items():
        old, new = read(before, language), read(after, language)
        if old.text != new.text:
            yield _line(_name(change, language), old, new)
    yield from _fact_lines(before, after, language)


def _fact_lines(before: Seen, after: Seen, language: Language) -> Iterator[ChangeLine]:
    """Lines that say something else: transport, people, topic… each under its own label."""
    old, new = dict(before["facts"]), dict(after["facts"])
    for label in {**old, **new}:
        was, is_ = (texts.get(label, {}).get(language.value, "") for texts in (old, new))
        if was != is_:
            name = translator(language)(label)
            yield _line(name, Wording(was, language), Wording(is_, language))
    if before["link"] != after["link"]:
        yield ChangeLine(_name(Change.DETAILS, language))


def _line(name: str, old: Wording, new: Wording) -> ChangeLine:
    return ChangeLine(name, old, new)


def _name(change: Change, language: Language) -> str:
    return capitalized(labels.change(change, language))


def _state_name(language: Language) -> str:
    return translator(language)(N_("New status"))


def _state(seen: Seen, language: Language) -> Wording:
    return Wording(labels.slot_state(SlotState(seen["state"]), language), language)


def _time(seen: Seen, language: Language) -> Wording:
    return Wording(_when(seen, language), language)


def _when(seen: Seen, language: Language) -> str:
    if not seen["span"]:
        return translator(language)(N_("Time to be confirmed"))
    start, end, zone = seen["span"]
    span = TimeSpan(datetime.fromisoformat(start), datetime.fromisoformat(end), zone)
    return when(span, date.fromisoformat(seen["day"]), language)


def _place(seen: Seen, language: Language) -> Wording:
    return Wording(seen["place"][language.value], language)


def _title(seen: Seen, language: Language) -> Wording:
    return Wording(seen["title"][language.value], language)


_READ = {
    Change.MOVED_IN_TIME: _time,
    Change.MOVED_TO_ROOM: _place,
    Change.RETITLED: _title,
}
