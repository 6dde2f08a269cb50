"""What a reader can choose from in a programme, and what is chosen. Pure."""

from collections.abc import Iterable
from typing import NamedTuple

from eventapp.agenda.published import PublishedRoom, PublishedTrack
from eventapp.agenda.reading import Reading, capitalized
from eventapp.agenda.selection import Selection, languages_of
from eventapp.values.bilingual import Wording
from eventapp.values.catalogue import N_, translator
from eventapp.values.tongues import language_name


class Choice(NamedTuple):
    """One value of a filter; `selection` is what choosing it in place of the present one gives."""

    value: str
    wording: Wording
    selection: Selection
    is_chosen: bool


class Filter(NamedTuple):
    """A parameter, what a reader calls it, and its values; the first one asks for all."""

    name: str
    label: str
    choices: tuple[Choice, ...]


def filters(selection: Selection, reading: Reading) -> list[Filter]:
    """The filters that the programme has values for."""
    agenda = reading.agenda
    offered = {
        "day": (N_("Day"), _days(reading)),
        "track": (N_("Track"), _named(agenda.tracks, reading)),
        "room": (N_("Room"), _named(agenda.rooms, reading)),
        "language": (N_("Language"), _languages(reading)),
    }
    _ = translator(reading.language)
    return [
        Filter(name, _(label), tuple(_choices(name, values, selection, reading)))
        for name, (label, values) in offered.items()
        if values
    ]


def _choices(
    name: str, values: dict[str, Wording], selection: Selection, reading: Reading
) -> Iterable[Choice]:
    everything = Wording(translator(reading.language)(N_("All")), reading.language)
    chosen = getattr(selection, name)
    for value, wording in {"": everything, **values}.items():
        yield Choice(value, wording, selection.choosing(name, value), value == chosen)


def _days(reading: Reading) -> dict[str, Wording]:
    return {
        day.isoformat(): Wording(capitalized(reading.short_day(day)), reading.language)
        for day in reading.agenda.days
    }


def _named(
    things: Iterable[PublishedTrack | PublishedRoom], reading: Reading
) -> dict[str, Wording]:
    return {thing.code: reading.text(thing.name) for thing in things}


def _languages(reading: Reading) -> dict[str, Wording]:
    return {
        tag: Wording(capitalized(language_name(tag, reading.language)), reading.language)
        for tag in languages_of(reading.agenda)
    }
