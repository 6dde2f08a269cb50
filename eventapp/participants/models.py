"""Tables of participants."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import (
    CheckConstraint,
    ForeignKey,
    Index,
    String,
    Text,
    UniqueConstraint,
    text,
)
from sqlalchemy.orm import Mapped, mapped_column, relationship

from eventapp.events.models import Event
from eventapp.history.models import Recorded
from eventapp.participants.kinds import AddressPurpose, PaperKind, ParticipantState
from eventapp.people.models import Organisation, Person
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
from eventapp.values.bilingual import Bilingual

DIGEST = 64  # hexadecimal digits of a SHA-256
NEEDS_LENGTH = 1_000


class Category(Identified, Versioned, Removable, Recorded, Model):  # catégorie
    """As what people come: delegate, press… It is also the class and the band of their badge.

    `colour` is an index (0 to 7) into the palette. Self-registration takes those that are
    `is_offered`; `capacity` bounds how many come at all, `delegation_quota` how many each
    delegation may send, where it has no quota of its own. None is no bound.
    """

    __tablename__ = "category"
    __table_args__ = (
        UniqueConstraint("event_id", "code"),
        CheckConstraint("capacity >= 0", name="capacity_not_negative"),
        CheckConstraint("delegation_quota >= 0", name="delegation_quota_not_negative"),
    )

    event_id: Mapped[int] = mapped_column(ForeignKey("event.id"), index=True)
    code: Mapped[str] = mapped_column(String(40))
    name: Mapped[Bilingual] = bilingual("name", length=200)
    colour: Mapped[int] = mapped_column(default=0)
    position: Mapped[int] = mapped_column(default=0)
    is_offered: Mapped[bool] = mapped_column(default=False)
    needs_approval: Mapped[bool] = mapped_column(default=False)
    capacity: Mapped[int | None]
    delegation_quota: Mapped[int | None]

    @property
    def recorded_as(self) -> Bilingual:
        return self.name


class Participant(Identified, Versioned, Removable, Recorded, Model):  # participante, participant
    """One person in one event, as that event knows them: a snapshot, since people move.

    `code` names it in addresses, within its event. `honorific`, `function`, `organisation` and
    `country` (ISO 3166-1 alpha-2, or empty) are as they were taken over from the person or typed
    for this event. `printed_name` replaces the person's name, in the languages that have one.
    `languages` are spoken ones (BCP 47 tags). Nobody is named to the public unless `is_listed`,
    which they consented to at `consented_at`, under the policy of number `policy`. Who waits is
    in order of `registered_at`, then `id`. `badge` is the digest of the badge last printed.
    """

    __tablename__ = "participant"
    __table_args__ = (
        UniqueConstraint("event_id", "code"),
        UniqueConstraint("event_id", "person_id"),
        Index("ix_participant_queue", "event_id", "state", "registered_at"),
    )
    unrecorded = frozenset({"badge", "badge_printed_at"})

    event_id: Mapped[int] = mapped_column(ForeignKey("event.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    category_id: Mapped[int] = mapped_column(ForeignKey("category.id"), index=True)
    code: Mapped[str] = mapped_column(String(40))
    state: Mapped[ParticipantState] = mapped_column(
        choice(ParticipantState), default=ParticipantState.CONFIRMED
    )
    honorific: Mapped[Bilingual] = bilingual("honorific", length=100)
    function: Mapped[Bilingual] = bilingual("function", length=300)
    organisation_id: Mapped[int | None] = mapped_column(ForeignKey("organisation.id"), index=True)
    country: Mapped[str] = mapped_column(String(2), default="")
    printed_name: Mapped[Bilingual] = bilingual("printed_name", length=400)
    languages: Mapped[tuple[str, ...]] = mapped_column(Words(), default=())
    is_listed: Mapped[bool] = mapped_column(default=False, server_default=text("false"))
    consented_at: Mapped[datetime | None] = mapped_column(Instant())
    policy: Mapped[int | None]
    registered_at: Mapped[datetime | None] = mapped_column(Instant())
    arrived_at: Mapped[datetime | None] = mapped_column(Instant())
    badge: Mapped[str] = mapped_column(String(DIGEST), default="", server_default="")
    badge_printed_at: Mapped[datetime | None] = mapped_column(Instant())

    event: Mapped[Event] = relationship()
    person: Mapped[Person] = relationship()
    category: Mapped[Category] = relationship()
    organisation: Mapped[Organisation | None] = relationship()

    @property
    def recorded_as(self) -> Bilingual:
        return self.person.recorded_as


class Needs(Model):  # besoins particuliers
    """What somebody declared for their comfort: seen by the right to needs alone, never logged."""

    __tablename__ = "needs"

    participant_id: Mapped[int] = mapped_column(
        ForeignKey("participant.id", ondelete="CASCADE"), primary_key=True
    )
    access: Mapped[str] = mapped_column(String(NEEDS_LENGTH), default="")
    diet: Mapped[str] = mapped_column(String(NEEDS_LENGTH), default="")


class Policy(Identified, Recorded, Model):  # politique de confidentialité
    """What people consent to, word for word; a new wording is a new number, never a change."""

    __tablename__ = "policy"
    __table_args__ = (UniqueConstraint("event_id", "number"),)

    event_id: Mapped[int] = mapped_column(ForeignKey("event.id"))
    number: Mapped[int]
    wording: Mapped[Bilingual] = bilingual("wording", length=20_000)
    made_at: Mapped[datetime] = mapped_column(Instant())

    @property
    def recorded_as(self) -> Bilingual:
        return Bilingual.same(f"v{self.number}")


class SecretAddress(Model):  # adresse secrète
    """An address that opens what is somebody's own; whoever has it needs no account.

    `subject` is the uid of a participant or of a delegation. `token_hash` is the SHA-256 of the
    address's secret part, in hexadecimal: the secret itself is kept by its owner alone. A
    calendar's is for one choice of languages: `fr`, `en` or `both`; a page's is for all.
    """

    __tablename__ = "secret_address"

    id: Mapped[int] = mapped_column(primary_key=True)
    event_id: Mapped[int] = mapped_column(ForeignKey("event.id"), index=True)
    subject: Mapped[UUID] = mapped_column(index=True)
    purpose: Mapped[AddressPurpose] = mapped_column(choice(AddressPurpose))
    languages: Mapped[str] = mapped_column(String(4), default="")
    token_hash: Mapped[str] = mapped_column(String(DIGEST), unique=True)
    made_at: Mapped[datetime] = mapped_column(Instant())


class Paper(Identified, Model):  # pièce
    """A file that was handed in; `owner` is the uid of a participant or of a delegation.

    Its bytes are kept as a file under its `uid`; `digest` is their SHA-256, in hexadecimal.
    `media_type` is what they are, whatever was claimed; `size` counts them.
    """

    __tablename__ = "paper"

    event_id: Mapped[int] = mapped_column(ForeignKey("event.id"), index=True)
    owner: Mapped[UUID] = mapped_column(index=True)
    kind: Mapped[PaperKind] = mapped_column(choice(PaperKind))
    name: Mapped[str] = mapped_column(String(200))
    media_type: Mapped[str] = mapped_column(String(100))
    size: Mapped[int]
    digest: Mapped[str] = mapped_column(String(DIGEST), index=True)
    added_at: Mapped[datetime] = mapped_column(Instant())
    added_by: Mapped[str] = mapped_column(String(200), default="")
    note: Mapped[str] = mapped_column(Text, default="")
