"""Entries of the log in the words of a reader."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import partial
from typing import Any, NamedTuple

from eventapp.accounts.rights import EventRole
from eventapp.agenda.manage.choices import choice_name
from eventapp.events.kinds import Equipment
from eventapp.history import queries
from eventapp.history.actions import action_name
from eventapp.history.models import Entry
from eventapp.history.values import Kept
from eventapp.history.words import HIDDEN, field_name, kind_name
from eventapp.values import typography
from eventapp.values.bilingual import Bilingual
from eventapp.values.catalogue import N_, translator
from eventapp.values.language import Language
from eventapp.values.territories import country_name
from eventapp.values.tongues import language_name
from eventapp.values.typography import DateStyle

YES, NO, NOTHING = N_("yes"), N_("no"), "–"

Names = Mapping[tuple[str, int], Bilingual]


class _Reader(NamedTuple):
    """Whom values are told to: in a language, at the event's hours, by the names of things."""

    language: Language
    zone: str
    names: Names


class FieldChange(NamedTuple):
    """One field, before and after."""

    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class LogLine:
    """An entry as a reader of one language reads it."""

    entry: Entry
    at: str
    action: str
    kind: str
    name: str
    changes: tuple[FieldChange, ...]


def lines_of(entries: Sequence[Entry], zone: str, language: Language) -> list[LogLine]:
    """The entries' lines, the names of all rows that they refer to looked up together."""
    reader = _Reader(language, zone, _names(entries))
    return [
        LogLine(
            entry=entry,
            at=typography.instant(entry.at, zone, language),
            action=action_name(entry.action, language),
            kind=kind_name(entry.kind, language),
            name=entry.name.text(language).text,
            changes=tuple(_changes(entry, reader)),
        )
        for entry in entries
    ]


def _names(entries: Iterable[Entry]) -> Names:
    wanted: dict[str, set[int]] = defaultdict(set)
    for entry in entries:
        for column, kind in queries.referred_kinds(entry.kind).items():
            ids = (side.get(column) for side in (entry.before, entry.after))
            wanted[kind].update(number for number in ids if number is not None)
    return {
        (kind, number): name
        for kind, ids in wanted.items()
        for number, name in queries.names_of(kind, ids).items()
    }


def _changes(entry: Entry, reader: _Reader) -> Iterator[FieldChange]:
    for column in {**entry.before, **entry.after}:
        before, after = (
            _said(entry.kind, column, side.get(column), reader)
            for side in (entry.before, entry.after)
        )
        if column not in HIDDEN and before != after:
            yield FieldChange(field_name(column, reader.language), before, after)


def _said(kind: str, column: str, value: Kept, reader: _Reader) -> str:
    """A value for a reader: names for ids and codes, dates as people write them."""
    referred, language = queries.referred_kinds(kind).get(column), reader.language
    if referred and isinstance(value, int):
        name = reader.names.get((referred, value))
        return name.text(language).text if name else str(value)
    if value in (None, "", [], ()):
        return NOTHING
    if isinstance(value, bool):
        return translator(language)(YES if value else NO)
    if column in CODES:
        codes = value if isinstance(value, list) else [value]
        return ", ".join(CODES[column](str(code), language) for code in codes)
    choice = queries.choice_of(kind, column, value)
    if choice is not None:
        return choice_name(choice, language)
    return _dated(column, value, reader)


def _dated(column: str, value: Any, reader: _Reader) -> str:
    language = reader.language
    if column.endswith("_at"):
        return typography.instant(datetime.fromisoformat(value), reader.zone, language)
    if column.endswith("_local"):
        at = datetime.fromisoformat(value)
        day = typography.date(at.date(), language, DateStyle.LONG)
        return f"{day}, {typography.time(at, language)}"
    if column.endswith("_on"):
        return typography.date(date.fromisoformat(value), language, DateStyle.LONG)
    return str(value)


def _named(kind: type[StrEnum], code: str, language: Language) -> str:
    return choice_name(kind(code), language) if code in set(kind) else code


#: Columns of codes, and what names one of them.
CODES: Mapping[str, Callable[[str, Language], str]] = {
    "country": country_name,
    "equipment": partial(_named, Equipment),
    "floor_languages": language_name,
    "interpretation_languages": language_name,
    "roles": partial(_named, EventRole),
}
