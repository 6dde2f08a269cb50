"""Tables of what an event's planning rules are fed, and of what was decided about conflicts."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import (
    JSON,
    CheckConstraint,
    ForeignKey,
    Index,
    String,
    UniqueConstraint,
)
from sqlalchemy.orm import Mapped, mapped_column, relationship

from eventapp.agenda.conflicts.words import balance_name, rule_name
from eventapp.agenda.models import Session
from eventapp.events.models import Venue
from eventapp.history.models import Recorded
from eventapp.planning.balance import Criterion, Measure, Sense
from eventapp.plumbing.database import Identified, Instant, Model, bilingual, choice, timespan
from eventapp.values.bilingual import Bilingual
from eventapp.values.timespan import TimeSpan

DIGEST = 32  # hexadecimal digits
REASON_LENGTH = 1_000
TOLD_LENGTH = 4_000
MOST_MINUTES = 24 * 60


class RuleSetting(Recorded, Model):  # règle en vigueur
    """Whether a rule counts for an event; one without a row does."""

    __tablename__ = "rule_setting"
    __table_args__ = (UniqueConstraint("event_id", "rule"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    event_id: Mapped[int] = mapped_column(ForeignKey("event.id"))
    rule: Mapped[str] = mapped_column(String(40))
    is_on: Mapped[bool]

    @property
    def recorded_as(self) -> Bilingual:
        return rule_name(self.rule)


class Availability(Recorded, Model):  # disponibilité
    """When a person or a room (by uid) can be had; whoever has no row always can."""

    __tablename__ = "availability"
    __table_args__ = (Index("ix_availability_event_id_subject", "event_id", "subject"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    event_id: Mapped[int] = mapped_column(ForeignKey("event.id"))
    subject: Mapped[UUID]
    name: Mapped[Bilingual] = bilingual("name", length=500)
    span: Mapped[TimeSpan | None] = timespan()

    @property
    def recorded_as(self) -> Bilingual:
        return self.name


class Precedence(Recorded, Model):  # ordre
    """One session must be over before the other begins; a removed one is seen by nobody."""

    __tablename__ = "precedence"
    __table_args__ = (
        UniqueConstraint("before_id", "after_id"),
        CheckConstraint("before_id <> after_id", name="two_sessions"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    event_id: Mapped[int] = mapped_column(ForeignKey("event.id"), index=True)
    before_id: Mapped[int] = mapped_column(ForeignKey("session.id"))
    after_id: Mapped[int] = mapped_column(ForeignKey("session.id"), index=True)

    before: Mapped[Session | None] = relationship(foreign_keys=before_id)
    after: Mapped[Session | None] = relationship(foreign_keys=after_id)

    @property
    def recorded_as(self) -> Bilingual:
        return self.before.title if self.before else Bilingual()


class TravelTime(Recorded, Model):  # temps de déplacement
    """Minutes from one venue to another, and back where the way back has no row of its own."""

    __tablename__ = "travel_time"
    __table_args__ = (
        UniqueConstraint("from_venue_id", "to_venue_id"),
        CheckConstraint("minutes >= 0", name="minutes_not_negative"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    event_id: Mapped[int] = mapped_column(ForeignKey("event.id"), index=True)
    from_venue_id: Mapped[int] = mapped_column(ForeignKey("venue.id"))
    to_venue_id: Mapped[int] = mapped_column(ForeignKey("venue.id"), index=True)
    minutes: Mapped[int]

    from_venue: Mapped[Venue | None] = relationship(foreign_keys=from_venue_id)
    to_venue: Mapped[Venue | None] = relationship(foreign_keys=to_venue_id)

    @property
    def recorded_as(self) -> Bilingual:
        return self.from_venue.name if self.from_venue else Bilingual()


class BalanceRule(Identified, Recorded, Model):  # règle d'équilibre
    """What a session, or the whole programme without one, should be made of.

    `group` is a sector, a country (ISO 3166-1 alpha-2), an income group or a gender; empty for
    Québec and Canada. `target` counts people, or percent.
    """

    __tablename__ = "balance_rule"

    event_id: Mapped[int] = mapped_column(ForeignKey("event.id"), index=True)
    session_id: Mapped[int | None] = mapped_column(ForeignKey("session.id"), index=True)
    criterion: Mapped[Criterion] = mapped_column(choice(Criterion))
    group: Mapped[str] = mapped_column("counted_group", String(40), default="")
    sense: Mapped[Sense] = mapped_column(choice(Sense))
    measure: Mapped[Measure] = mapped_column(choice(Measure))
    target: Mapped[int]

    session: Mapped[Session | None] = relationship()

    @property
    def recorded_as(self) -> Bilingual:
        return balance_name(self.criterion, self.group)


class AcceptedConflict(Recorded, Model):  # conflit accepté
    """A conflict that somebody decided to live with, and why.

    `key` names the situation and `matter` the quarrel, as `planning.conflicts.Conflict` does;
    `parties` are the uids of its sessions and `told` what readers were told of it then.
    """

    __tablename__ = "accepted_conflict"
    __table_args__ = (UniqueConstraint("event_id", "key"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    event_id: Mapped[int] = mapped_column(ForeignKey("event.id"))
    key: Mapped[str] = mapped_column(String(DIGEST))
    matter: Mapped[str] = mapped_column(String(DIGEST), index=True)
    rule: Mapped[str] = mapped_column(String(40))
    parties: Mapped[list[str]] = mapped_column(JSON)
    told: Mapped[Bilingual] = bilingual("told", length=TOLD_LENGTH)
    reason: Mapped[str] = mapped_column(String(REASON_LENGTH))
    author: Mapped[str] = mapped_column(String(200))
    at: Mapped[datetime] = mapped_column(Instant())

    @property
    def recorded_as(self) -> Bilingual:
        return self.told
