"""Statements beside the log: for what it must not come to know, or what is no change of a row."""

from collections.abc import Iterable
from typing import Any, cast

from sqlalchemy import ColumnElement, CursorResult, Table, delete, false, or_, update

from eventapp.plumbing.database import Model, db


def table_of(model: type[Model]) -> Table:
    """The table beneath a model; its columns bear the names that the database knows."""
    return cast("Table", model.__table__)


def delete_rows(model: type[Model], condition: ColumnElement[bool]) -> int:
    """Deletes the rows and answers how many there were."""
    return _count(db.session.execute(delete(table_of(model)).where(condition)))


def rewrite_rows(model: type[Model], condition: ColumnElement[bool], values: dict[str, Any]) -> int:
    """Sets columns of the rows and answers how many there are."""
    return _count(db.session.execute(update(table_of(model)).where(condition).values(values)))


def say(model: type[Model], names: Iterable[str], words: Iterable[str]) -> ColumnElement[bool]:
    """For a query: rows in which one of these columns holds one of these words."""
    columns = table_of(model).c
    texts = [columns[name] for name in names]
    return or_(false(), *(text.contains(word, autoescape=True) for text in texts for word in words))


def _count(result: Any) -> int:
    return cast("CursorResult[Any]", result).rowcount
