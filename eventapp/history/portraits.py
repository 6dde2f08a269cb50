"""Rows as plain values, for whoever asks what is held of them."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy.orm import object_mapper

from eventapp.history.values import kept
from eventapp.plumbing.database import Model

#: Columns that say nothing about anybody.
SILENT = frozenset({"search_text", "token_hash", "version"})


def portrait_of(rows: Iterable[Model]) -> list[dict[str, Any]]:
    """Each row's columns, as JSON can hold them."""
    return [
        {
            each.key: kept(getattr(row, each.key))
            for each in object_mapper(row).column_attrs
            if each.key not in SILENT
        }
        for row in rows
    ]
