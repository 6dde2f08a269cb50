"""Questions about what was done to an event."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Enum, Select, func, select
from sqlalchemy.orm import Mapper

from eventapp.history.actions import Action
from eventapp.history.models import Entry, Recorded
from eventapp.plumbing.database import Model, db
from eventapp.values.bilingual import Bilingual

PAGE = 50
BATCH = 500


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody looks for in the log; an empty field asks nothing.

    `since` and `until` are aware instants; `words` are looked for in the names of things, in
    either language; `before` is the id of the last entry of the page before. Entries that are
    `unseen` are not for that reader.
    """

    author: str = ""
    kind: str = ""
    action: Action | None = None
    words: str = ""
    since: datetime | None = None
    until: datetime | None = None
    before: int | None = None
    unseen: ColumnElement[bool] | None = None


def mark_of(event_id: int) -> str:
    """What tells one state of the event's log from the next: how many entries, and the newest.

    The newest alone would not do: of two changes at once, the one numbered first may come last.
    """
    query = select(func.count(), func.max(Entry.id)).where(Entry.event_id == event_id)
    count, newest = db.session.execute(query).one()
    return f"{count}-{newest or 0}"


def entries_of(event_id: int, asked: Asked) -> list[Entry]:
    """The newest entries that fit, PAGE of them and one more where there are more."""
    return [*db.session.scalars(_asked(event_id, asked).limit(PAGE + 1))]


def all_entries_of(event_id: int, asked: Asked) -> Iterator[Entry]:
    """All entries that fit, the newest first, read in batches."""
    query = _asked(event_id, asked).execution_options(yield_per=BATCH)
    yield from db.session.scalars(query)


def authors_of(event_id: int) -> list[str]:
    """Who has done anything to the event, by name."""
    query = select(Entry.author).where(Entry.event_id == event_id).distinct()
    return sorted(db.session.scalars(query))


def kinds_of(event_id: int) -> list[str]:
    """The kinds of thing that anything was done to."""
    query = select(Entry.kind).where(Entry.event_id == event_id).distinct()
    return [*db.session.scalars(query)]


def names_of(kind: str, ids: Iterable[int]) -> dict[int, Bilingual]:
    """What rows of that table are called now, removed ones included."""
    wanted = sorted(set(ids))
    model = _models()[kind]
    query = select(model).where(model.id.in_(wanted)).execution_options(include_removed=True)
    return {row.id: row.recorded_as for row in db.session.scalars(query)}


@cache
def referred_kinds(kind: str) -> dict[str, str]:
    """Columns of that table that hold the id of a recorded row, each with that row's table."""
    columns = _mappers()[kind].columns if kind in _mappers() else ()
    return {
        column.key: key.column.table.name
        for column in columns
        for key in column.foreign_keys
        if key.column.table.name in _models() and not column.primary_key
    }


def choice_of(kind: str, column: str, value: object) -> StrEnum | None:
    """The choice that a column's value stands for, where the column holds choices."""
    mapper = _mappers().get(kind)
    kept_as = mapper.columns[column].type if mapper and column in mapper.columns else None
    if not isinstance(kept_as, Enum) or kept_as.enum_class is None:
        return None
    chosen: Any = kept_as.enum_class(value)
    return chosen if isinstance(chosen, StrEnum) else None


def _asked(event_id: int, asked: Asked) -> Select[tuple[Entry]]:
    query = select(Entry).where(Entry.event_id == event_id).order_by(Entry.id.desc())
    conditions: tuple[tuple[Any, Callable[[Any], ColumnElement[bool]]], ...] = (
        (asked.author, Entry.author.__eq__),
        (asked.kind, Entry.kind.__eq__),
        (asked.action, Entry.action.__eq__),
        (asked.since, Entry.at.__ge__),
        (asked.until, Entry.at.__lt__),
        (asked.before, Entry.id.__lt__),
    )
    for value, condition in conditions:
        if value:
            query = query.where(condition(value))
    if asked.unseen is not None:
        query = query.where(~asked.unseen)
    for word in asked.words.split()[:8]:
        names = Entry.name_fr.icontains(word, autoescape=True)  # type: ignore[attr-defined]
        other = Entry.name_en.icontains(word, autoescape=True)  # type: ignore[attr-defined]
        query = query.where(names | other)
    return query


@cache
def _mappers() -> dict[str, Mapper[Any]]:
    return {mapper.class_.__tablename__: mapper for mapper in Model.registry.mappers}


@cache
def _models() -> dict[str, Any]:
    found = {name: mapper.class_ for name, mapper in _mappers().items()}
    return {name: model for name, model in found.items() if issubclass(model, Recorded)}
