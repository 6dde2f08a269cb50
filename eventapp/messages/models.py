"""The table of letters: the outbox."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from eventapp.history.models import Recorded
from eventapp.messages.kinds import LetterKind, LetterState
from eventapp.people.kinds import Correspondence
from eventapp.plumbing.database import Instant, Model, choice
from eventapp.values.bilingual import Bilingual

ADDRESS_LENGTH = 254  # RFC 5321 §4.5.3.1.3, less its two brackets
NAME_LENGTH = 200
SUBJECT_LENGTH = 500
ERROR_LENGTH = 500


class Letter(Recorded, Model):  # lettre
    """One letter to one person, as it will leave or has left.

    `key` says what it tells whom, so that nobody writes it twice; `message_id` is its name on
    the wire for ever, so that nobody reads it twice. `calendar` is iCalendar whose METHOD is
    `method`, or empty. It leaves at `not_before`, or later; `claimed_at` is when a worker took it
    to send it. The log keeps what people do to a letter, never its words.
    """

    __tablename__ = "letter"
    __table_args__ = (Index("ix_letter_state_not_before", "state", "not_before"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    event_id: Mapped[int | None] = mapped_column(ForeignKey("event.id"), index=True)
    release_id: Mapped[int | None] = mapped_column(ForeignKey("release.id"), index=True)
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"), index=True)
    account_id: Mapped[int | None] = mapped_column(
        ForeignKey("account.id", ondelete="SET NULL"), index=True
    )
    kind: Mapped[LetterKind] = mapped_column(choice(LetterKind))
    key: Mapped[str] = mapped_column(String(200), unique=True)
    state: Mapped[LetterState] = mapped_column(choice(LetterState))
    language: Mapped[Correspondence] = mapped_column(choice(Correspondence))
    to_name: Mapped[str] = mapped_column(String(NAME_LENGTH))
    to_address: Mapped[str] = mapped_column(String(ADDRESS_LENGTH))
    sender_name: Mapped[str] = mapped_column(String(NAME_LENGTH))
    reply_to: Mapped[str] = mapped_column(String(ADDRESS_LENGTH))
    message_id: Mapped[str] = mapped_column(String(320), unique=True)
    subject: Mapped[str] = mapped_column(String(SUBJECT_LENGTH))
    text: Mapped[str] = mapped_column(Text)
    html: Mapped[str] = mapped_column(Text)
    calendar: Mapped[str] = mapped_column(Text, default="")
    method: Mapped[str] = mapped_column(String(10), default="")
    created_at: Mapped[datetime] = mapped_column(Instant())
    not_before: Mapped[datetime] = mapped_column(Instant())
    claimed_at: Mapped[datetime | None] = mapped_column(Instant())
    sent_at: Mapped[datetime | None] = mapped_column(Instant())
    attempts: Mapped[int] = mapped_column(default=0)
    last_error: Mapped[str] = mapped_column(String(ERROR_LENGTH), default="")

    unrecorded = frozenset(
        {
            *("text", "html", "calendar", "method", "key", "message_id", "language", "release_id"),
            *("sender_name", "reply_to", "created_at", "not_before", "claimed_at", "sent_at"),
            *("attempts", "last_error", "person_id", "account_id", "id", "event_id"),
        }
    )

    @property
    def recorded_as(self) -> Bilingual:
        return Bilingual.same(self.to_name or self.to_address)
