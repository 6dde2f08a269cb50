"""Stale saves: what somebody typed, beside what others have stored since they opened the form."""

from collections.abc import Mapping, Set
from datetime import datetime
from hashlib import sha256
from typing import Any, NamedTuple

from sqlalchemy import select

from eventapp.history.models import Entry
from eventapp.plumbing.database import db

#: What each unit of a form holds: the names and values of its inputs.
Inputs = Mapping[str, tuple[tuple[str, str], ...]]


class Reconciled(NamedTuple):
    """A form after others' changes were taken over. `clashes` are units that both changed."""

    inputs: dict[str, tuple[tuple[str, str], ...]]
    taken: tuple[str, ...]
    clashes: tuple[str, ...]


class Author(NamedTuple):
    """Who changed something last, and when (an instant)."""

    name: str
    at: datetime


def fingerprint(inputs: Inputs) -> str:
    """What a form held when it was opened: a short digest of each unit, `title-fr:1f3a… …`."""
    return " ".join(f"{unit}:{_digest(pairs)}" for unit, pairs in inputs.items())


def reconciled(seen: str, stored: Inputs, typed: Inputs, theirs: Set[str]) -> Reconciled:
    """Merges, unit by unit, what is stored with what was typed into a form that held `seen`.

    What only others changed is taken over, as is what the person leaves to them (`theirs`). A
    unit of which nothing is known counts as changed by both.
    """
    before = dict(part.rpartition(":")[::2] for part in seen.split())
    result, taken, clashes = dict(typed), list[str](), list[str]()
    for unit, pairs in stored.items():
        mine = typed.get(unit, pairs)
        is_mine = before.get(unit) != _digest(mine)
        is_theirs = before.get(unit) != _digest(pairs)
        if mine == pairs or (unit not in theirs and not is_theirs):
            continue
        if unit in theirs or not is_mine:
            result[unit] = pairs
            taken.append(unit)
        else:
            clashes.append(unit)
    return Reconciled(result, tuple(taken), tuple(clashes))


def _digest(pairs: tuple[tuple[str, str], ...]) -> str:
    return sha256(repr(pairs).encode()).hexdigest()[:12]


def authors_of(row: Any) -> dict[str, Author]:
    """Who changed each column of the row last, as far as the log goes back; `""` is the row."""
    query = (
        select(Entry)
        .where(Entry.kind == row.__tablename__, Entry.row_id == row.recorded_id)
        .order_by(Entry.id.desc())
        .limit(100)
    )
    authors: dict[str, Author] = {}
    for entry in db.session.scalars(query):
        for column in ("", *entry.after):
            authors.setdefault(column, Author(entry.author, entry.at))
    return authors
