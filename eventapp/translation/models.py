"""Approvals of texts."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from eventapp.history.models import Recorded
from eventapp.plumbing.database import Instant, Model, Versioned, bilingual
from eventapp.values.bilingual import Bilingual
from eventapp.values.language import Language


class Approval(Recorded, Model):  # approbation
    """One language of one text, as somebody approved it.

    `subject` is the uid of the row that holds the text, `field` the text's name in it.
    `digest` is that of the approved wording, `beside` that of the other language's wording at
    that moment: where either no longer matches, the approval no longer holds. The wordings
    themselves tell a translator what has changed since; older approvals did not keep them.
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
    wording: Mapped[str] = mapped_column(Text, default="", server_default="")
    wording_beside: Mapped[str] = mapped_column(Text, default="", server_default="")

    @property
    def recorded_as(self) -> Bilingual:
        return Bilingual.of(Language(self.language), self.wording)


class Term(Versioned, Recorded, Model):  # terme
    """How the organisation says something in both languages, for its translators."""

    __tablename__ = "term"

    id: Mapped[int] = mapped_column(primary_key=True)
    wording: Mapped[Bilingual] = bilingual("wording", length=200)
    note: Mapped[str] = mapped_column(String(500), default="")

    @property
    def recorded_as(self) -> Bilingual:
        return self.wording
