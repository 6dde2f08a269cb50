"""Undoing and redoing what one person did: whole steps, newest first."""

from collections.abc import Sequence
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import inspect, select
from sqlalchemy.orm import Mapper, RelationshipDirection
from sqlalchemy.orm.attributes import set_committed_value

from eventapp.history.facts import StepTurned, Turned
from eventapp.history.models import ChangeKind, Entry, Step, StepState
from eventapp.history.values import Kept, given_back, kept
from eventapp.plumbing.database import Model, Versioned, db
from eventapp.plumbing.facts import announce
from eventapp.values.catalogue import N_
from eventapp.values.refusal import Refusal

STEPS = 50

Values = dict[str, Kept]


def steps_done(event_id: int, account_id: int) -> list[Step]:
    """What the person can undo, the newest first; at most STEPS."""
    return _steps(event_id, account_id, StepState.DONE)


def steps_undone(event_id: int, account_id: int) -> list[Step]:
    """What the person can redo, the one undone last first."""
    return _steps(event_id, account_id, StepState.UNDONE)[::-1]


def _steps(event_id: int, account_id: int, state: StepState) -> list[Step]:
    query = (
        select(Step)
        .where(Step.event_id == event_id, Step.account_id == account_id, Step.state == state)
        .order_by(Step.id.desc())
        .limit(STEPS)
    )
    return [*db.session.scalars(query)]


def undo(step: Step, *, now: datetime) -> None:
    """Puts all rows of the step back as they were.

    Raises Refusal where somebody has changed one of them since: nothing of theirs is lost.
    """
    _take(step, StepState.DONE, StepState.UNDONE)
    turned = []
    for entry in reversed(step.entries):
        turned += _turn(entry, entry.after, entry.before, now)
        db.session.flush()
    _tell(turned, now)


def redo(step: Step, *, now: datetime) -> None:
    """Does the step again. Raises Refusal as `undo` does."""
    _take(step, StepState.UNDONE, StepState.DONE)
    turned = []
    for entry in step.entries:
        turned += _turn(entry, entry.before, entry.after, now)
        db.session.flush()
    _tell(turned, now)


def _tell(turned: Sequence[Turned], now: datetime) -> None:
    """Columns were set beneath what is made of them: all is read anew before anybody reacts."""
    db.session.expire_all()
    announce(StepTurned(turned, now))
    db.session.flush()


def _take(step: Step, expected: StepState, state: StepState) -> None:
    """Two windows of one person do not undo the same step twice."""
    query = select(Step.state).where(Step.id == step.id).with_for_update()
    if db.session.scalars(query).one() is not expected:
        raise Refusal(N_("This was undone or redone meanwhile."))
    step.state = state


def _turn(entry: Entry, found: Values, wanted: Values, now: datetime) -> list[Turned]:
    """Brings a row from the values that it should have now to those that are wanted."""
    if entry.change is ChangeKind.CHANGED:
        return [Turned(_change(entry, found, wanted, now), found)]
    if wanted:
        return [Turned(_add(entry, wanted), {})]
    db.session.delete(_row(entry, found))
    return []


def _change(entry: Entry, found: Values, wanted: Values, now: datetime) -> Any:
    row = _row(entry, found)
    types = _column_types(entry.kind)
    for name, value in wanted.items():
        setattr(row, name, given_back(value, types[name]))
    if isinstance(row, Versioned):
        row.touch(now)
    return row


def _add(entry: Entry, wanted: Values) -> Any:
    if _existing(entry) is not None:
        raise _changed_since(entry)
    types = _column_types(entry.kind)
    row = _mapper(entry.kind).class_()
    for name, value in wanted.items():
        setattr(row, name, given_back(value, types[name]))
    _relate(row)
    db.session.add(row)
    return row


def _relate(row: Any) -> None:
    """Tells the row what it refers to: before it is written it cannot find that itself."""
    for relation in inspect(type(row)).relationships:
        if relation.direction is RelationshipDirection.MANYTOONE and not relation.viewonly:
            [(own, _)] = relation.local_remote_pairs
            key, options = getattr(row, own.key), {"include_removed": True}
            found = key and db.session.get(relation.entity.class_, key, execution_options=options)
            set_committed_value(row, relation.key, found)


def _row(entry: Entry, found: Values) -> Any:
    """The row, as the step left it. Raises Refusal where it is gone or no longer so."""
    row = _existing(entry)
    if row is None or any(kept(getattr(row, name)) != value for name, value in found.items()):
        raise _changed_since(entry)
    return row


def _existing(entry: Entry) -> Any:
    """The row, locked: whoever is changing it is waited for."""
    return db.session.get(
        _mapper(entry.kind).class_,
        entry.row_id,
        execution_options={"include_removed": True},
        populate_existing=True,
        with_for_update=True,
    )


def _changed_since(entry: Entry) -> Refusal:
    """Names who did it, as the log knows."""
    query = (
        select(Entry)
        .where(Entry.kind == entry.kind, Entry.row_id == entry.row_id)
        .order_by(Entry.id.desc())
        .limit(1)
    )
    last = db.session.scalars(query).first() or entry
    return Refusal(
        N_("“%(name)s” was changed since by %(author)s. Undoing this would lose that."),
        name=entry.name,
        author=last.author,
    )


@cache
def _mapper(table: str) -> Mapper[Any]:
    mappers = Model.registry.mappers
    return next(mapper for mapper in mappers if mapper.class_.__tablename__ == table)


@cache
def _column_types(table: str) -> dict[str, Any]:
    return {prop.key: prop.columns[0].type for prop in inspect(_mapper(table)).column_attrs}
