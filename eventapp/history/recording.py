"""Records what a unit of work does, row by row, while it is being written."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import Connection, event, insert, update
from sqlalchemy.orm import (
    Mapper,
    PassiveFlag,
    Session,
    UOWTransaction,
    attributes,
    object_mapper,
)

from eventapp.history.actions import Action
from eventapp.history.models import ChangeKind, Entry, Recorded, Step, StepState
from eventapp.history.values import Kept, kept
from eventapp.plumbing.database import db, unit_of_work
from eventapp.values.bilingual import Bilingual

NAME_LENGTH = 500
NO_NAME = Bilingual()


class Actor(NamedTuple):
    """Who acts: an account's id, or None for the shell, and the name that the log keeps.

    `right` is what allowed it, so that nobody undoes what they may no longer do.
    """

    account_id: int | None
    name: str
    right: str = ""


class _Change(NamedTuple):
    """A row that the flush under way has written."""

    row: Recorded
    kind: ChangeKind
    before: dict[str, Kept]
    after: dict[str, Kept]


@dataclass(slots=True)
class _Recording:
    """What the running unit of work says of itself. `step_id` follows with its first change."""

    event_id: int | None
    by: Actor
    now: datetime
    action: Action
    name: Bilingual
    is_step: bool
    step_id: int | None = None
    changes: list[_Change] = field(default_factory=list)


_recording: ContextVar[_Recording | None] = ContextVar("recording", default=None)


@contextmanager
def editing(
    event_id: int | None,
    *,
    by: Actor,
    now: datetime,
    action: Action,
    name: Bilingual = NO_NAME,
    can_be_undone: bool = True,
) -> Iterator[None]:
    """A unit of work whose changes to recorded rows enter the log, as one step of its author.

    `event_id` is the event in whose workspace it happens, which also gets the changes of things
    that belong to no event; `name` is what the undo button calls the thing. Steps need an event
    and an account.
    """
    is_step = can_be_undone and event_id is not None and by.account_id is not None
    with unit_of_work():
        token = _recording.set(_Recording(event_id, by, now, action, name, is_step))
        try:
            yield
            db.session.flush()
        finally:
            _recording.reset(token)


@event.listens_for(Mapper, "mapper_configured")
def _remember(mapper: Mapper[Any], model: type) -> None:
    """A value that is set is read before, also where the row was not in memory."""
    if issubclass(model, Recorded):
        for each in (*mapper.composites, *mapper.column_attrs):
            event.listen(getattr(model, each.key), "set", _nothing, active_history=True)


def _nothing(*_arguments: object) -> None:
    """Listening alone is what asks for the value before."""


@event.listens_for(Recorded, "after_insert", propagate=True)
def _note_added(_mapper: Mapper[Any], _connection: Connection, row: Recorded) -> None:
    _note(row, ChangeKind.ADDED)


@event.listens_for(Recorded, "after_update", propagate=True)
def _note_changed(_mapper: Mapper[Any], _connection: Connection, row: Recorded) -> None:
    _note(row, ChangeKind.CHANGED)


@event.listens_for(Recorded, "after_delete", propagate=True)
def _note_deleted(_mapper: Mapper[Any], _connection: Connection, row: Recorded) -> None:
    _note(row, ChangeKind.DELETED)


def _note(row: Recorded, kind: ChangeKind) -> None:
    if recording := _recording.get():
        change = _Change(row, kind, *_difference(row, kind))
        if change.before or change.after:
            recording.changes.append(change)


@event.listens_for(Session, "after_flush")
def _record(session: Session, _context: UOWTransaction) -> None:
    recording = _recording.get()
    if recording is None:
        return
    entries = [_entry(*change, recording) for change in recording.changes]
    recording.changes.clear()
    if not entries:
        return
    if recording.is_step and recording.step_id is None:
        recording.step_id = _begin_step(session, recording)
    session.execute(insert(Entry), [entry | {"step_id": recording.step_id} for entry in entries])


def _begin_step(session: Session, recording: _Recording) -> int | None:
    """A new step; what its author had undone before can no longer be redone."""
    undone = (
        Step.event_id == recording.event_id,
        Step.account_id == recording.by.account_id,
        Step.state == StepState.UNDONE,
    )
    session.execute(update(Step).where(*undone).values(state=StepState.DROPPED))
    made = session.execute(
        insert(Step).returning(Step.id),
        {
            "event_id": recording.event_id,
            "account_id": recording.by.account_id,
            "at": recording.now,
            "action": recording.action,
            "name_fr": recording.name.fr[:NAME_LENGTH],
            "name_en": recording.name.en[:NAME_LENGTH],
            "state": StepState.DONE,
            "right": recording.by.right,
        },
    )
    return made.scalar_one()


def _entry(
    row: Recorded,
    kind: ChangeKind,
    before: dict[str, Kept],
    after: dict[str, Kept],
    recording: _Recording,
) -> dict[str, Any]:
    name = row.recorded_as
    return {
        "event_id": recording.event_id or row.recorded_in,
        "at": recording.now,
        "account_id": recording.by.account_id,
        "author": recording.by.name[:200],
        "action": recording.action,
        "change": kind,
        "kind": getattr(row, "__tablename__", ""),
        "row_id": row.recorded_id,
        "subject": getattr(row, "uid", None),
        "name_fr": name.fr[:NAME_LENGTH],
        "name_en": name.en[:NAME_LENGTH],
        "before": before,
        "after": after,
    }


def _difference(row: Recorded, change: ChangeKind) -> tuple[dict[str, Kept], dict[str, Kept]]:
    """The columns that changed, before and after; all of them on one side for a whole row."""
    skipped = Recorded.ALWAYS_UNRECORDED | row.unrecorded
    names = [prop.key for prop in object_mapper(row).column_attrs if prop.key not in skipped]
    if change is not ChangeKind.CHANGED:
        whole = {name: kept(getattr(row, name)) for name in names}
        return (whole, {}) if change is ChangeKind.DELETED else ({}, whole)
    before, after = dict[str, Kept](), dict[str, Kept]()
    for name in names:
        history = attributes.get_history(row, name, PassiveFlag.PASSIVE_OFF)
        if history.has_changes() and history.deleted != history.added:
            before[name] = kept(history.deleted[0]) if history.deleted else None
            after[name] = kept(history.added[0]) if history.added else None
    return before, after
