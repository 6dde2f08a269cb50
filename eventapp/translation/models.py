"""Approvals of texts."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from eventapp.plumbing.database import Instant, Model


class Approval(Model):  # approbation
    """One language of one text, as somebody approved it.

    `subject` is the uid of the row that holds the text, `field` the text's name in it.
    `digest` is that of the approved wording, `beside` that of the other language's wording at
    that moment: where either no longer matches, the approval no longer holds.
    """

    __tablename__ = "approval"
    __table_args__ = (UniqueConstraint("subject", "field", "language"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    subject: Mapped[UUID] = mapped_column(index=True)
    field: Mapped[str] = mapped_column(String(40))
    language: Mapped[str] = mapped_column(String(2))
    digest: Mapped[str] = mapped_column(String(32))
    beside: Mapped[str] = mapped_column(String(32))
    approved_by: Mapped[str] = mapped_column(String(200))
    approved_at: Mapped[datetime] = mapped_column(Instant())
