"""Tables of bilateral meetings."""

from datetime import date, datetime, time
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from eventapp.agenda.models import Slot
from eventapp.bilaterals.kinds import BilateralState, Level, ProposalState
from eventapp.delegations.models import Delegation
from eventapp.events.models import Room
from eventapp.history.models import Recorded
from eventapp.plumbing.database import Identified, Instant, Model, Versioned, Words, choice
from eventapp.values.bilingual import Bilingual


class Bilateral(Slot):  # rencontre bilatérale
    """Two delegations meet. Its people are the slot's appearances; its `title` names the two.

    `priority` is 1 (highest) to 3, `minutes` its wished length. `languages` are those it is
    interpreted between (BCP 47 tags). `topic` is for the two delegations and the team,
    `note` for the team alone. One that is `is_fixed` is moved by people, never by a solver. It
    is confirmed once both sides agree to its time: who asked (`is_agreed_by`), who was asked.
    """

    __tablename__ = "bilateral"
    __mapper_args__ = {"polymorphic_identity": "bilateral"}  # noqa: RUF012 - SQLAlchemy's

    id: Mapped[int] = mapped_column(ForeignKey("slot.id"), primary_key=True)
    requested_by_id: Mapped[int] = mapped_column(ForeignKey("delegation.id"), index=True)
    requested_of_id: Mapped[int] = mapped_column(ForeignKey("delegation.id"), index=True)
    standing: Mapped[BilateralState] = mapped_column(
        choice(BilateralState), default=BilateralState.REQUESTED
    )
    level: Mapped[Level] = mapped_column(choice(Level), default=Level.MINISTERS)
    priority: Mapped[int] = mapped_column(default=2)
    minutes: Mapped[int] = mapped_column(default=30)
    topic: Mapped[str] = mapped_column(String(500), default="")
    note: Mapped[str] = mapped_column(String(2_000), default="")
    languages: Mapped[tuple[str, ...]] = mapped_column(Words(), default=())
    is_fixed: Mapped[bool] = mapped_column(default=False)
    asked_at: Mapped[datetime] = mapped_column(Instant())
    answered_at: Mapped[datetime | None] = mapped_column(Instant())
    answer: Mapped[str] = mapped_column(String(1_000), default="")
    is_agreed_by: Mapped[bool] = mapped_column(default=False)
    is_agreed_of: Mapped[bool] = mapped_column(default=False)

    requested_by: Mapped[Delegation] = relationship(foreign_keys=requested_by_id)
    requested_of: Mapped[Delegation] = relationship(foreign_keys=requested_of_id)

    @property
    def wished_minutes(self) -> int:
        return self.minutes


class MeetingRules(Versioned, Recorded, Model):  # règles des rencontres
    """How an event's bilaterals are placed.

    A delegation has `most_a_day` at most, of `minutes` unless asked otherwise, with a `pause` of
    so many minutes between two of them.
    """

    __tablename__ = "meeting_rules"
    __table_args__ = (
        CheckConstraint("minutes > 0", name="minutes_positive"),
        CheckConstraint("most_a_day > 0", name="most_a_day_positive"),
    )

    event_id: Mapped[int] = mapped_column(ForeignKey("event.id"), primary_key=True)
    minutes: Mapped[int] = mapped_column(default=30)
    most_a_day: Mapped[int] = mapped_column(default=2)
    pause: Mapped[int] = mapped_column(default=5)

    @property
    def recorded_as(self) -> Bilingual:
        return Bilingual()


class MeetingWindow(Recorded, Model):  # plage de rencontres
    """Hours of a day, by the event's clocks, in which a room takes bilaterals."""

    __tablename__ = "meeting_window"
    __table_args__ = (
        UniqueConstraint("room_id", "on", "opens"),
        CheckConstraint("closes > opens", name="hours_in_order"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    event_id: Mapped[int] = mapped_column(ForeignKey("event.id"), index=True)
    room_id: Mapped[int] = mapped_column(ForeignKey("room.id"))
    on: Mapped[date]
    opens: Mapped[time]
    closes: Mapped[time]

    room: Mapped[Room] = relationship()

    @property
    def recorded_as(self) -> Bilingual:
        return self.room.name


class Proposal(Identified, Model):  # proposition
    """What a solver proposes for all meetings at once; nothing moves until a person accepts.

    `outcome` is JSON as `planning.meetings` writes it: places, what cannot be met and why, the
    score and its bound. `basis` is the digest of what it was computed from; `done` of `whole`
    steps are behind it; `wants_end` asks it to stop.
    """

    __tablename__ = "proposal"

    event_id: Mapped[int] = mapped_column(ForeignKey("event.id"), index=True)
    state: Mapped[ProposalState] = mapped_column(choice(ProposalState))
    asked_at: Mapped[datetime] = mapped_column(Instant())
    asked_by: Mapped[str] = mapped_column(String(200))
    started_at: Mapped[datetime | None] = mapped_column(Instant())
    ended_at: Mapped[datetime | None] = mapped_column(Instant())
    done: Mapped[int] = mapped_column(default=0)
    whole: Mapped[int] = mapped_column(default=0)
    wants_end: Mapped[bool] = mapped_column(default=False)
    basis: Mapped[str] = mapped_column(String(64), default="")
    outcome: Mapped[Any] = mapped_column(JSON, default=None, nullable=True)
