"""Column values as JSON keeps them, and back."""

from datetime import date, datetime, time
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import Date, DateTime, Enum, Time, Uuid
from sqlalchemy.types import TypeEngine

from eventapp.plumbing.database import Instant, Words

Kept = str | int | float | bool | list[Any] | dict[str, Any] | None


def kept(value: Any) -> Kept:
    """A column's value as the log keeps it: text for dates, identities and choices."""
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    if isinstance(value, UUID | StrEnum):
        return str(value)
    return list(value) if isinstance(value, tuple) else value


def given_back(value: Kept, kind: TypeEngine[Any]) -> Any:
    """What `kept` was given, for a column of that type."""
    if isinstance(kind, Words):
        return tuple(value) if isinstance(value, list) else ()
    if not isinstance(value, str):
        return value
    if isinstance(kind, Enum) and kind.enum_class:
        return kind.enum_class(value)
    for types, read in _READERS:
        if isinstance(kind, types):
            return read(value)
    return value


_READERS: tuple[tuple[tuple[type[TypeEngine[Any]], ...], Any], ...] = (
    ((Instant, DateTime), datetime.fromisoformat),
    ((Date,), date.fromisoformat),
    ((Time,), time.fromisoformat),
    ((Uuid,), UUID),
)
