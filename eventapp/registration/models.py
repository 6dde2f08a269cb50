"""Tables of registration."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from eventapp.agenda.models import Session
from eventapp.events.models import Event
from eventapp.history.models import Recorded
from eventapp.participants.models import Category, Participant
from eventapp.plumbing.database import (
    Identified,
    Instant,
    Model,
    Removable,
    Versioned,
    Words,
    bilingual,
    choice,
)
from eventapp.registration.kinds import ChoiceState, QuestionKind
from eventapp.values.bilingual import Bilingual


class RegistrationDesk(Versioned, Recorded, Model):  # accueil des inscriptions
    """When and how people register for an event; without a row, nobody can.

    Open from `opens_at` until `closes_at`, where these are set, while `is_open`. `capacity` bounds
    all categories together. Where it `waits`, who comes too late enters the waiting list. Built-in
    questions that are asked are named in `asked` (see `registration.forms`); those that must be
    answered, in `required`.
    """

    __tablename__ = "registration_desk"
    __table_args__ = (CheckConstraint("capacity >= 0", name="capacity_not_negative"),)

    event_id: Mapped[int] = mapped_column(ForeignKey("event.id"), primary_key=True)
    is_open: Mapped[bool] = mapped_column(default=False)
    opens_at: Mapped[datetime | None] = mapped_column(Instant())
    closes_at: Mapped[datetime | None] = mapped_column(Instant())
    capacity: Mapped[int | None]
    waits: Mapped[bool] = mapped_column(default=True)
    by_invitation: Mapped[bool] = mapped_column(default=False)
    for_others: Mapped[bool] = mapped_column(default=True)
    welcome: Mapped[Bilingual] = bilingual("welcome", length=10_000)
    asked: Mapped[tuple[str, ...]] = mapped_column(Words(400), default=())
    required: Mapped[tuple[str, ...]] = mapped_column(Words(400), default=())

    event: Mapped[Event] = relationship()

    @property
    def recorded_as(self) -> Bilingual:
        return self.event.title


class Question(Identified, Versioned, Removable, Recorded, Model):  # question
    """A question of an event's own.

    `options` are what can be chosen: codes with their names, `[{"code", "fr", "en"}, …]`. It is
    asked of those `categories` (codes; empty for all), and only where the question `shown_if`
    was answered with the code `shown_for`.
    """

    __tablename__ = "question"
    __table_args__ = (UniqueConstraint("event_id", "code"),)

    event_id: Mapped[int] = mapped_column(ForeignKey("event.id"))
    code: Mapped[str] = mapped_column(String(40))
    kind: Mapped[QuestionKind] = mapped_column(choice(QuestionKind))
    label: Mapped[Bilingual] = bilingual("label", length=300)
    help: Mapped[Bilingual] = bilingual("help", length=1_000)
    options: Mapped[list[dict[str, str]]] = mapped_column(JSON, default=list)
    is_required: Mapped[bool] = mapped_column(default=False)
    is_restricted: Mapped[bool] = mapped_column(default=False)
    position: Mapped[int] = mapped_column(default=0)
    categories: Mapped[tuple[str, ...]] = mapped_column(Words(400), default=())
    shown_if_id: Mapped[int | None] = mapped_column(ForeignKey("question.id"), index=True)
    shown_for: Mapped[str] = mapped_column(String(40), default="")

    shown_if: Mapped["Question | None"] = relationship(remote_side="Question.id")

    @property
    def recorded_as(self) -> Bilingual:
        return self.label


class Answer(Model):  # réponse
    """What a participant answered, as JSON: text, codes, figures; of a file, its paper's uid."""

    __tablename__ = "answer"
    __table_args__ = (UniqueConstraint("participant_id", "question_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    participant_id: Mapped[int] = mapped_column(ForeignKey("participant.id", ondelete="CASCADE"))
    question_id: Mapped[int] = mapped_column(ForeignKey("question.id"), index=True)
    value: Mapped[Any] = mapped_column(JSON)

    question: Mapped[Question] = relationship()


class Registration(Model):  # inscription
    """How a participant came: through the form, by themselves or through somebody else.

    `key` makes a form that is sent twice one registration. `registered_by` is another
    participant who registered this one; letters go to `email`.
    """

    __tablename__ = "registration"

    participant_id: Mapped[int] = mapped_column(
        ForeignKey("participant.id", ondelete="CASCADE"), primary_key=True
    )
    event_id: Mapped[int] = mapped_column(ForeignKey("event.id"), index=True)
    key: Mapped[str] = mapped_column(String(64), unique=True)
    email: Mapped[str] = mapped_column(String(254), index=True)
    registered_by_id: Mapped[int | None] = mapped_column(
        ForeignKey("participant.id", ondelete="SET NULL"), index=True
    )

    participant: Mapped[Participant] = relationship(foreign_keys=participant_id)
    registered_by: Mapped[Participant | None] = relationship(foreign_keys=registered_by_id)


class PersonalInvitation(Recorded, Model):  # invitation personnelle
    """A letter that lets its reader register once, in a category, whatever the form's limits say.

    `token_hash` is the SHA-256 of the link's secret part, in hexadecimal.
    """

    __tablename__ = "personal_invitation"
    unrecorded = frozenset({"token_hash"})

    id: Mapped[int] = mapped_column(primary_key=True)
    event_id: Mapped[int] = mapped_column(ForeignKey("event.id"), index=True)
    category_id: Mapped[int] = mapped_column(ForeignKey("category.id"), index=True)
    email: Mapped[str] = mapped_column(String(254))
    name: Mapped[str] = mapped_column(String(200), default="")
    language: Mapped[str] = mapped_column(String(4))
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    made_at: Mapped[datetime] = mapped_column(Instant())
    expires_at: Mapped[datetime] = mapped_column(Instant())
    withdrawn_at: Mapped[datetime | None] = mapped_column(Instant())
    participant_id: Mapped[int | None] = mapped_column(ForeignKey("participant.id"), unique=True)

    category: Mapped[Category] = relationship()

    @property
    def recorded_as(self) -> Bilingual:
        return Bilingual.same(self.name or self.email)


class Seating(Recorded, Model):  # places d'une séance
    """How many seats a session has for those who choose it, where not everybody may come."""

    __tablename__ = "seating"
    __table_args__ = (CheckConstraint("seats >= 0", name="seats_not_negative"),)

    session_id: Mapped[int] = mapped_column(ForeignKey("session.id"), primary_key=True)
    seats: Mapped[int]
    waits: Mapped[bool] = mapped_column(default=True, server_default=text("true"))

    session: Mapped[Session] = relationship()

    @property
    def recorded_as(self) -> Bilingual:
        return self.session.title

    @property
    def recorded_in(self) -> int:
        return self.session.event_id


class SessionChoice(Model):  # séance choisie
    """A session in somebody's own agenda because they chose it. Who waits is in order of `at`."""

    __tablename__ = "session_choice"
    __table_args__ = (
        UniqueConstraint("session_id", "participant_id"),
        Index("ix_session_choice_queue", "session_id", "state", "at"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    session_id: Mapped[int] = mapped_column(ForeignKey("session.id"))
    participant_id: Mapped[int] = mapped_column(
        ForeignKey("participant.id", ondelete="CASCADE"), index=True
    )
    state: Mapped[ChoiceState] = mapped_column(choice(ChoiceState))
    at: Mapped[datetime] = mapped_column(Instant())

    session: Mapped[Session] = relationship()
    participant: Mapped[Participant] = relationship()
