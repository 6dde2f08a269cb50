"""Tables of retention and erasure."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, CheckConstraint, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from eventapp.events.models import Event
from eventapp.history.models import Recorded
from eventapp.plumbing.database import Instant, Model, Versioned
from eventapp.values.bilingual import Bilingual


class Retention(Versioned, Recorded, Model):  # conservation
    """How many days after its end an event's personal data is kept; a legal hold keeps it."""

    __tablename__ = "retention"
    __table_args__ = (CheckConstraint("days >= 0", name="days_not_negative"),)

    event_id: Mapped[int] = mapped_column(ForeignKey("event.id"), primary_key=True)
    days: Mapped[int | None]
    is_held: Mapped[bool] = mapped_column(default=False)
    hold_reason: Mapped[str] = mapped_column(String(1_000), default="")
    purged_at: Mapped[datetime | None] = mapped_column(Instant())

    event: Mapped[Event] = relationship()

    @property
    def recorded_as(self) -> Bilingual:
        return self.event.title


class Erasure(Model):  # effacement
    """That somebody's data was erased: when, by whom, how many rows of what; never whose.

    `subject` is the uid of a person who is now a pseudonym, so that a restored backup can be
    cleaned of them again.
    """

    __tablename__ = "erasure"

    id: Mapped[int] = mapped_column(primary_key=True)
    subject: Mapped[UUID] = mapped_column(unique=True)
    event_id: Mapped[int | None] = mapped_column(ForeignKey("event.id"), index=True)
    at: Mapped[datetime] = mapped_column(Instant())
    author: Mapped[str] = mapped_column(String(200))
    counts: Mapped[Any] = mapped_column(JSON)
