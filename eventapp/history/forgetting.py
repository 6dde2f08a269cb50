"""The log forgets who somebody was: what was done, when and by whom stays.

The one change that the database lets entries know.
"""

import json
from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Text, cast, or_, select

from eventapp.history.models import Entry, Step, StepState
from eventapp.history.unlogged import rewrite_rows
from eventapp.plumbing.database import db
from eventapp.values.bilingual import Bilingual
from eventapp.values.pseudonyms import without

BATCH = 500  # databases limit the parameters of a query


def forget(rows: Mapping[str, Collection[int]], words: Collection[str], *, now: datetime) -> int:
    """Empties the entries about these rows, by table, and takes the words out of all others.

    Answers how many entries there were. Steps that would bring something back can no longer be
    undone.
    """
    whole = [entry for kind, ids in rows.items() for entry in _about(kind, sorted(ids))]
    known = {entry.id for entry in whole}
    others = [entry for entry in _that_say(words) if entry.id not in known]
    for entry in whole:
        _rewrite(entry, {}, {}, Bilingual(), now)
    for entry in others:
        before, after = (without(words, each) for each in (entry.before, entry.after))
        name = Bilingual(without(words, entry.name.fr), without(words, entry.name.en))
        _rewrite(entry, before, after, name, now)
    _close_steps({entry.step_id for entry in (*whole, *others)} - {None})
    return len(whole) + len(others)


def _about(kind: str, ids: list[int]) -> list[Entry]:
    found: list[Entry] = []
    for start in range(0, len(ids), BATCH):
        query = select(Entry).where(
            Entry.kind == kind, Entry.row_id.in_(ids[start : start + BATCH])
        )
        found += db.session.scalars(query)
    return found


def _that_say(words: Collection[str]) -> list[Entry]:
    """JSON writes accents as escapes, so each word is looked for both ways."""
    spelt = {way for word in words for way in (word, json.dumps(word)[1:-1])}
    if not spelt:
        return []
    table = Entry.__table__.c
    texts: list[ColumnElement[str]] = [cast(table[name], Text) for name in ("before", "after")]
    texts += [table.name_fr, table.name_en]
    says = [text.contains(word, autoescape=True) for text in texts for word in spelt]
    return [*db.session.scalars(select(Entry).where(or_(*says)))]


def _rewrite(entry: Entry, before: Any, after: Any, name: Bilingual, now: datetime) -> None:
    entry.before, entry.after, entry.name, entry.erased_at = before, after, name, now


def _close_steps(ids: Collection[int | None]) -> None:
    closed = {"state": StepState.DROPPED, "name_fr": "", "name_en": ""}
    if ids:
        rewrite_rows(Step, Step.id.in_(ids), closed)
