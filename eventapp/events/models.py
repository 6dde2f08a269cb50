"""Tables of events and the places where they are held."""

from datetime import date, time

from sqlalchemy import CheckConstraint, ForeignKey, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from eventapp.events.kinds import DatePrecision, EventFormat, EventKind, EventState, SignProfile
from eventapp.history.models import Recorded
from eventapp.plumbing.database import (
    Identified,
    Model,
    Removable,
    Versioned,
    Words,
    bilingual,
    choice,
)
from eventapp.values.bilingual import Bilingual
from eventapp.values.language import LanguageOrder


class Series(Identified, Versioned, Recorded, Model):  # série
    """Editions of the same event, such as a yearly summit."""

    __tablename__ = "series"

    slug: Mapped[str] = mapped_column(String(80), unique=True)
    title: Mapped[Bilingual] = bilingual("title", length=200)

    @property
    def recorded_as(self) -> Bilingual:
        return self.title


class Event(Identified, Versioned, Removable, Recorded, Model):  # événement
    """An event; dates are printed only as far as `precision` says they are settled.

    `travel_minutes` is what people need between two of its venues where nothing better is known.
    Letters to people wait for somebody's review where `holds_letters`; `contact` is the address
    that they come from, and that calendars name as the organizer. `emergency_telephone` is for
    those who take part alone. Translators know their
    deadline from `texts_due_on`.
    """

    __tablename__ = "event"
    __table_args__ = (CheckConstraint("ends_on >= starts_on", name="dates_in_order"),)

    slug: Mapped[str] = mapped_column(String(80), unique=True)
    kind: Mapped[EventKind] = mapped_column(choice(EventKind), default=EventKind.OTHER)
    title: Mapped[Bilingual] = bilingual("title", length=300)
    summary: Mapped[Bilingual] = bilingual("summary", length=10_000)
    series_id: Mapped[int | None] = mapped_column(ForeignKey("series.id"), index=True)
    edition: Mapped[str] = mapped_column(String(40), default="")
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("event.id"), index=True)
    starts_on: Mapped[date | None]
    ends_on: Mapped[date | None]
    precision: Mapped[DatePrecision] = mapped_column(
        choice(DatePrecision), default=DatePrecision.DAY
    )
    zone: Mapped[str] = mapped_column(String(64))
    day_change: Mapped[time] = mapped_column(default=time(0))
    order: Mapped[LanguageOrder] = mapped_column(
        "language_order", choice(LanguageOrder), default=LanguageOrder.FR_FIRST
    )
    sign_profile: Mapped[SignProfile] = mapped_column(
        choice(SignProfile), default=SignProfile.EQUAL, server_default="equal"
    )
    format: Mapped[EventFormat] = mapped_column(choice(EventFormat), default=EventFormat.IN_PERSON)
    state: Mapped[EventState] = mapped_column(choice(EventState), default=EventState.PLANNING)
    is_demonstration: Mapped[bool] = mapped_column(default=False)
    contact: Mapped[str] = mapped_column(String(254), default="", server_default="")
    emergency_telephone: Mapped[str] = mapped_column(String(40), default="", server_default="")
    holds_letters: Mapped[bool] = mapped_column(default=True, server_default=text("true"))
    texts_due_on: Mapped[date | None]
    travel_minutes: Mapped[int] = mapped_column(default=20, server_default="20")

    series: Mapped[Series | None] = relationship()
    parent: Mapped["Event | None"] = relationship(remote_side="Event.id")
    venues: Mapped[list["Venue"]] = relationship(
        back_populates="event", order_by="Venue.position", cascade="all, delete-orphan"
    )
    rooms: Mapped[list["Room"]] = relationship(
        back_populates="event", order_by="Room.position", cascade="all, delete-orphan"
    )

    @property
    def recorded_as(self) -> Bilingual:
        return self.title

    @property
    def recorded_in(self) -> int:
        return self.id


class Venue(Identified, Versioned, Removable, Recorded, Model):  # lieu
    """A building with rooms; `country` is an ISO 3166-1 alpha-2 code, or empty."""

    __tablename__ = "venue"

    event_id: Mapped[int] = mapped_column(ForeignKey("event.id"), index=True)
    name: Mapped[Bilingual] = bilingual("name", length=200)
    address: Mapped[str] = mapped_column(String(300), default="")
    city: Mapped[Bilingual] = bilingual("city", length=100)
    country: Mapped[str] = mapped_column(String(2), default="")
    latitude: Mapped[float | None]
    longitude: Mapped[float | None]
    position: Mapped[int] = mapped_column(default=0)

    event: Mapped[Event] = relationship(back_populates="venues")

    @property
    def recorded_as(self) -> Bilingual:
        return self.name


class Room(Identified, Versioned, Removable, Recorded, Model):  # salle
    """A room; `code` names it in addresses, within its event. `capacity` in seats.

    `equipment` holds codes of `events.kinds.Equipment`.
    """

    __tablename__ = "room"
    __table_args__ = (
        UniqueConstraint("event_id", "code"),
        CheckConstraint("capacity > 0", name="capacity_positive"),
    )

    event_id: Mapped[int] = mapped_column(ForeignKey("event.id"), index=True)
    venue_id: Mapped[int | None] = mapped_column(ForeignKey("venue.id"), index=True)
    code: Mapped[str] = mapped_column(String(40))
    name: Mapped[Bilingual] = bilingual("name", length=200)
    capacity: Mapped[int | None]
    equipment: Mapped[tuple[str, ...]] = mapped_column(Words(200), default=(), server_default="")
    position: Mapped[int] = mapped_column(default=0)

    event: Mapped[Event] = relationship(back_populates="rooms")
    venue: Mapped[Venue | None] = relationship()

    @property
    def recorded_as(self) -> Bilingual:
        return self.name
