"""Tables of the draft programme and of its releases."""

from datetime import date, datetime
from typing import Any, ClassVar

from sqlalchemy import ForeignKey, String, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, declared_attr, mapped_column, relationship

from eventapp.agenda.kinds import AppearanceState, Role, SessionKind, SlotState, Visibility
from eventapp.delegations.models import Delegation
from eventapp.events.models import Event, Room
from eventapp.history.models import Recorded
from eventapp.people.models import Person
from eventapp.planning.board import SESSION
from eventapp.plumbing.database import (
    Identified,
    Instant,
    Model,
    Removable,
    Versioned,
    Words,
    bilingual,
    choice,
    timespan,
)
from eventapp.values.bilingual import Bilingual
from eventapp.values.catalogue import N_, translator
from eventapp.values.language import Language
from eventapp.values.timespan import TimeSpan

NOTE_LENGTH = 2_000


class Track(Identified, Versioned, Removable, Recorded, Model):  # volet
    """A thread through the programme. `colour` is an index (0 to 7) into the palette.

    Where it `forbids_parallel`, two of its sessions at once are a conflict.
    """

    __tablename__ = "track"
    __table_args__ = (UniqueConstraint("event_id", "code"),)

    event_id: Mapped[int] = mapped_column(ForeignKey("event.id"), index=True)
    code: Mapped[str] = mapped_column(String(40))
    name: Mapped[Bilingual] = bilingual("name", length=200)
    colour: Mapped[int] = mapped_column(default=0)
    position: Mapped[int] = mapped_column(default=0)
    forbids_parallel: Mapped[bool] = mapped_column(default=False, server_default=text("false"))

    @property
    def recorded_as(self) -> Bilingual:
        return self.name


class Slot(Identified, Versioned, Removable, Recorded, Model):  # plage
    """Whatever takes people's time: sessions today, other kinds of meeting beside them later.

    `code` names it in addresses, within its event. `source` names the schedule that it was
    imported from, or is empty. `revision` is the calendar SEQUENCE, counted by releases only:
    None until first published, never falling after.
    """

    __tablename__ = "slot"
    __table_args__ = (UniqueConstraint("event_id", "code"),)
    unrecorded: ClassVar[frozenset[str]] = frozenset(
        {"sort", "revision", "revised_at", "first_published_at"}
    )

    sort: Mapped[str] = mapped_column(String(20))
    event_id: Mapped[int] = mapped_column(ForeignKey("event.id"))
    code: Mapped[str] = mapped_column(String(40))
    title: Mapped[Bilingual] = bilingual("title", length=500)
    span: Mapped[TimeSpan | None] = timespan()
    room_id: Mapped[int | None] = mapped_column(ForeignKey("room.id"), index=True)
    state: Mapped[SlotState] = mapped_column(choice(SlotState), default=SlotState.DRAFT)
    visibility: Mapped[Visibility] = mapped_column(choice(Visibility), default=Visibility.PUBLIC)
    source: Mapped[str] = mapped_column(String(200), default="")
    revision: Mapped[int | None]
    revised_at: Mapped[datetime | None] = mapped_column(Instant())
    first_published_at: Mapped[datetime | None] = mapped_column(Instant())

    event: Mapped[Event] = relationship()
    room: Mapped[Room | None] = relationship()
    appearances: Mapped[list["Appearance"]] = relationship(
        back_populates="slot", order_by="Appearance.position", cascade="all, delete-orphan"
    )
    delegations: Mapped[list["SlotDelegation"]] = relationship(
        back_populates="slot", order_by="SlotDelegation.id", cascade="all, delete-orphan"
    )

    @declared_attr.directive
    def __mapper_args__(cls) -> dict[str, Any]:  # noqa: N805 - SQLAlchemy calls it on the class
        return {"polymorphic_on": "sort", "version_id_col": cls.version}

    @property
    def recorded_as(self) -> Bilingual:
        return self.title

    @property
    def wished_minutes(self) -> int | None:
        """How long it is to last, where somebody wished for that before it has a time."""
        return None

    @property
    def is_private(self) -> bool:
        """Whether it is beside the programme, the business of those who are in it alone."""
        return self.sort != SESSION


class Session(Slot):  # séance
    """A slot of the programme, with what it is about and in which languages (BCP 47 tags).

    `equipment` holds codes of `events.kinds.Equipment` that its room must offer; `expected` is
    how many people are. Sessions of one event with the same `joint` code are held together: one
    meeting under two titles. `texts_due_on` is its translators' deadline, where not the event's.
    """

    __tablename__ = "session"
    __mapper_args__ = {"polymorphic_identity": SESSION}  # noqa: RUF012 - as above

    id: Mapped[int] = mapped_column(ForeignKey("slot.id"), primary_key=True)
    kind: Mapped[SessionKind] = mapped_column(choice(SessionKind), default=SessionKind.OTHER)
    abstract: Mapped[Bilingual] = bilingual("abstract", length=20_000)
    track_id: Mapped[int | None] = mapped_column(ForeignKey("track.id"), index=True)
    floor_languages: Mapped[tuple[str, ...]] = mapped_column(Words(), default=())
    interpretation_languages: Mapped[tuple[str, ...]] = mapped_column(Words(), default=())
    join_link: Mapped[str] = mapped_column(String(500), default="")
    equipment: Mapped[tuple[str, ...]] = mapped_column(Words(200), default=(), server_default="")
    expected: Mapped[int | None]
    joint: Mapped[str] = mapped_column(String(40), default="", server_default="")
    texts_due_on: Mapped[date | None]

    track: Mapped[Track | None] = relationship()


class Appearance(Recorded, Model):  # participation
    """A person in a slot, with a role; interpreters with the `language` of their booth."""

    __tablename__ = "appearance"
    __table_args__ = (UniqueConstraint("slot_id", "person_id", "role"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    slot_id: Mapped[int] = mapped_column(ForeignKey("slot.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    role: Mapped[Role] = mapped_column(choice(Role), default=Role.SPEAKER)
    state: Mapped[AppearanceState] = mapped_column(
        choice(AppearanceState), default=AppearanceState.CONFIRMED
    )
    position: Mapped[int] = mapped_column(default=0)
    language: Mapped[str] = mapped_column(String(8), default="", server_default="")

    slot: Mapped[Slot] = relationship(back_populates="appearances")
    person: Mapped[Person] = relationship()

    @property
    def recorded_as(self) -> Bilingual:
        return self.person.recorded_as

    @property
    def recorded_in(self) -> int:
        return self.slot.event_id


class SlotDelegation(Recorded, Model):  # délégation à une plage
    """A delegation that a slot is held for, whoever of it appears there."""

    __tablename__ = "slot_delegation"
    __table_args__ = (UniqueConstraint("slot_id", "delegation_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    slot_id: Mapped[int] = mapped_column(ForeignKey("slot.id"))
    delegation_id: Mapped[int] = mapped_column(ForeignKey("delegation.id"), index=True)

    slot: Mapped[Slot] = relationship(back_populates="delegations")
    delegation: Mapped[Delegation] = relationship()

    @property
    def recorded_as(self) -> Bilingual:
        return self.delegation.recorded_as

    @property
    def recorded_in(self) -> int:
        return self.slot.event_id


class Release(Recorded, Model):  # version publiée
    """A numbered freeze of an event's programme; never changed after.

    One whose `published_at` is still to come is under embargo: nobody outside the team sees it.

    `event_head` and `agenda` are JSON (`published.PublishedEvent`, `published.PublishedAgenda`);
    the head stands apart so that lists of events need not read whole programmes. `erasures` counts
    the people who were erased from it since: the one change that it knows.
    """

    __tablename__ = "release"
    __table_args__ = (UniqueConstraint("event_id", "number"),)
    unrecorded: ClassVar[frozenset[str]] = frozenset({"digest", "event_head", "agenda", "erasures"})

    id: Mapped[int] = mapped_column(primary_key=True)
    event_id: Mapped[int] = mapped_column(ForeignKey("event.id"))
    number: Mapped[int]
    published_at: Mapped[datetime] = mapped_column(Instant(), index=True)
    author: Mapped[str] = mapped_column(String(200))
    note: Mapped[Bilingual] = bilingual("note", length=NOTE_LENGTH)
    has_gaps: Mapped[bool]
    digest: Mapped[str] = mapped_column(String(64))
    event_head: Mapped[str] = mapped_column(Text)
    agenda: Mapped[str] = mapped_column(Text, deferred=True)
    erasures: Mapped[int] = mapped_column(default=0, server_default="0")

    event: Mapped[Event] = relationship()
    withdrawal: Mapped["Withdrawal | None"] = relationship(viewonly=True)

    @property
    def recorded_as(self) -> Bilingual:
        return release_name(self.number)


class Withdrawal(Recorded, Model):  # retrait
    """A release that nobody outside the team may read any more, and what they read instead."""

    __tablename__ = "withdrawal"

    release_id: Mapped[int] = mapped_column(ForeignKey("release.id"), primary_key=True)
    at: Mapped[datetime] = mapped_column(Instant())
    author: Mapped[str] = mapped_column(String(200))
    notice: Mapped[Bilingual] = bilingual("notice", length=NOTE_LENGTH)

    release: Mapped[Release] = relationship()

    @property
    def recorded_as(self) -> Bilingual:
        return self.release.recorded_as


#: Of a release: not withdrawn while it still waited, so that the public has read it or will.
WAS_SEEN = ~Release.withdrawal.has(Withdrawal.at < Release.published_at)


class SearchEntry(Model):  # entrée de recherche
    """One thing that visitors can find, as a release shows it: the current or a waiting one."""

    __tablename__ = "search_entry"

    id: Mapped[int] = mapped_column(primary_key=True)
    event_id: Mapped[int] = mapped_column(ForeignKey("event.id"), index=True)
    release_id: Mapped[int | None] = mapped_column(ForeignKey("release.id"), index=True)
    kind: Mapped[str] = mapped_column(String(20))
    code: Mapped[str] = mapped_column(String(80))
    title: Mapped[Bilingual] = bilingual("title", length=500)
    search_text: Mapped[str] = mapped_column(Text)


def release_name(number: int) -> Bilingual:
    """`Version 3`, `Release 3`."""
    named = N_("Release %(number)s")
    return Bilingual(*(translator(language)(named) % {"number": number} for language in Language))
