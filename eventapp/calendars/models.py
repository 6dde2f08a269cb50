"""Tables of calendars that somebody put together."""

from datetime import datetime

from sqlalchemy import JSON, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from eventapp.events.models import Event
from eventapp.plumbing.database import Identified, Instant, Model


class PersonalCalendar(Identified, Model):
    """Sessions that a visitor chose, at a secret address. Nothing tells whose they are.

    `token_hash` is the SHA-256 of the address's secret part, in hexadecimal: the secret itself is
    kept by its owner alone. `sessions` holds their uids. `changed_at` is when the choice or the
    address last became another.
    """

    __tablename__ = "personal_calendar"

    event_id: Mapped[int] = mapped_column(ForeignKey("event.id"), index=True)
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    sessions: Mapped[list[str]] = mapped_column(JSON)
    created_at: Mapped[datetime] = mapped_column(Instant())
    changed_at: Mapped[datetime] = mapped_column(Instant())

    event: Mapped[Event] = relationship()
