"""Tables of what was done."""

from datetime import datetime
from enum import StrEnum
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import JSON, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column, object_mapper, relationship

from eventapp.history.actions import Action
from eventapp.plumbing.database import Instant, Model, bilingual, choice
from eventapp.values.bilingual import Bilingual


class Recorded:
    """A row whose changes are kept for ever. `unrecorded` names columns that nobody changes."""

    unrecorded: ClassVar[frozenset[str]] = frozenset()
    ALWAYS_UNRECORDED: ClassVar[frozenset[str]] = frozenset({"version", "edited_at", "search_text"})

    @property
    def recorded_as(self) -> Bilingual:
        """What the log calls the row, at the moment of the change."""
        raise NotImplementedError

    @property
    def recorded_id(self) -> int:
        """Its primary key, by which the log finds it again."""
        [key] = object_mapper(self).primary_key_from_instance(self)
        return int(key)

    @property
    def recorded_in(self) -> int | None:
        """The id of the event that the row belongs to, if to any."""
        return getattr(self, "event_id", None)


class ChangeKind(StrEnum):
    """What happened to a row."""

    ADDED = "added"
    CHANGED = "changed"
    DELETED = "deleted"


class StepState(StrEnum):
    """Where a step stands; an undone one is dropped when its author does something else."""

    DONE = "done"
    UNDONE = "undone"
    DROPPED = "dropped"


class Step(Model):  # étape
    """One thing that a person did to an event and can undo: all its entries, or none.

    `right` is the one by which they did it, and must still have to undo it.
    """

    __tablename__ = "step"
    __table_args__ = (Index("ix_step_event_id_account_id", "event_id", "account_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    event_id: Mapped[int] = mapped_column(ForeignKey("event.id"))
    account_id: Mapped[int]
    at: Mapped[datetime] = mapped_column(Instant())
    action: Mapped[Action] = mapped_column(choice(Action))
    name: Mapped[Bilingual] = bilingual("name", length=500)
    state: Mapped[StepState] = mapped_column(choice(StepState), default=StepState.DONE)
    right: Mapped[str] = mapped_column(String(20), default="")

    entries: Mapped[list["Entry"]] = relationship(order_by="Entry.id", viewonly=True)


class Entry(Model):  # inscription au journal
    """One row as it was before and after; never removed, nor changed but to forget a person.

    `kind` is the row's table, `row_id` its id there, `subject` its uid where it has one.
    `before` and `after` hold the columns that changed (all of them for a row that was added or
    deleted), by attribute, as `history.values` writes them. `event_id` is None for what belongs
    to no event. The account may be gone; the author's name stays. What told who somebody was is
    gone since `erased_at`; the database lets nothing else of an entry change.
    """

    __tablename__ = "history_entry"
    __table_args__ = (Index("ix_history_entry_kind_row_id", "kind", "row_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    event_id: Mapped[int | None] = mapped_column(ForeignKey("event.id"), index=True)
    step_id: Mapped[int | None] = mapped_column(ForeignKey("step.id"), index=True)
    at: Mapped[datetime] = mapped_column(Instant())
    account_id: Mapped[int | None]
    author: Mapped[str] = mapped_column(String(200))
    action: Mapped[Action] = mapped_column(choice(Action))
    change: Mapped[ChangeKind] = mapped_column(choice(ChangeKind))
    kind: Mapped[str] = mapped_column(String(40))
    row_id: Mapped[int]
    subject: Mapped[UUID | None] = mapped_column(index=True)
    name: Mapped[Bilingual] = bilingual("name", length=500)
    before: Mapped[dict[str, Any]] = mapped_column(JSON)
    after: Mapped[dict[str, Any]] = mapped_column(JSON)
    erased_at: Mapped[datetime | None] = mapped_column(Instant())
