"""Rows as plain values, for whoever asks what is held of them."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy.orm import object_mapper

from eventapp.history.models import Recorded
from eventapp.history.values import kept
from eventapp.plumbing.database import Model
from eventapp.values.language import Language

#: Columns that say nothing about anybody.
SILENT = frozenset({"search_text", "token_hash", "version"})


#: What a row belongs to and is told with it by name; other people are nobody's to take away.
NAMED = ("event", "category", "organisation", "question", "session", "slot", "delegation")


def portrait_of(rows: Iterable[Model]) -> list[dict[str, Any]]:
    """Each row's columns, as JSON can hold them, and what they refer to in words."""
    return [_columns(row) | _names(row) for row in rows]


def _columns(row: Model) -> dict[str, Any]:
    return {
        each.key: kept(getattr(row, each.key))
        for each in object_mapper(row).column_attrs
        if each.key not in SILENT
    }


def _names(row: Model) -> dict[str, Any]:
    related = {name: getattr(row, name, None) for name in NAMED}
    return {
        name: {str(language): each.recorded_as.strict(language) for language in Language}
        for name, each in related.items()
        if isinstance(each, Recorded)
    }
