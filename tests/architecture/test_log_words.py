"""The log has words for all that it may hold: every table, column and choice of recorded rows."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import ColumnElement, Enum

from eventapp.history.models import Recorded
from eventapp.history.words import FIELDS, HIDDEN, KINDS, LANGUAGES
from eventapp.plumbing.database import Model
from eventapp.wiring import CHOICES


def recorded() -> Iterator[tuple[str, str, ColumnElement[Any]]]:
    """Table, attribute and column of all that is recorded."""
    for mapper in Model.registry.mappers:
        if issubclass(mapper.class_, Recorded):
            skipped = Recorded.ALWAYS_UNRECORDED | mapper.class_.unrecorded | HIDDEN
            for each in mapper.column_attrs:
                if each.key not in skipped:
                    yield getattr(mapper.class_, "__tablename__", ""), each.key, each.columns[0]


def test_every_table_has_a_name() -> None:
    assert {table for table, _, _ in recorded()} - {"slot"} - set(KINDS) == set()


def test_every_column_has_a_name() -> None:
    names = {name[:-3] if name[-3:] in LANGUAGES else name for _, name, _ in recorded()}
    assert names - set(FIELDS) == set()


def test_every_choice_has_a_name() -> None:
    enums = [column.type for _, _, column in recorded() if isinstance(column.type, Enum)]
    kinds: set[Any] = {each.enum_class for each in enums}
    assert {kind for kind in kinds if set(CHOICES.get(kind, ())) != set(kind)} == set()
