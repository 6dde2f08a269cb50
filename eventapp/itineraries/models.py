"""Tables of own agendas."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from eventapp.plumbing.database import Instant, Model


class LastLook(Model):  # dernier coup d'œil
    """An agenda as its owner last said to have seen it.

    `subject` is the uid of a participant or of a delegation; `seen` is JSON as
    `itineraries.changes` writes it.
    """

    __tablename__ = "last_look"

    subject: Mapped[UUID] = mapped_column(primary_key=True)
    event_id: Mapped[int] = mapped_column(ForeignKey("event.id"), index=True)
    at: Mapped[datetime] = mapped_column(Instant())
    seen: Mapped[Any] = mapped_column(JSON)
