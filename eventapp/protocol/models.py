"""Tables of official orders."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from eventapp.delegations.kinds import Authority
from eventapp.delegations.models import Delegation
from eventapp.history.models import Recorded
from eventapp.planning.precedence import Basis, ListKind, Place
from eventapp.plumbing.database import Identified, Instant, Model, Versioned, choice
from eventapp.protocol.words import order_name
from eventapp.values.bilingual import Bilingual
from eventapp.values.language import Language


class OfficialOrder(Identified, Versioned, Recorded, Model):  # ordre officiel
    """One order of an event's delegations, as stored: the same until a person makes it anew.

    The rule: `basis`, then names in `language` by `authority`; `host_place` and
    `organisations_place` say where these stand. `first_id` is the delegation whose seat was drawn
    first, at `drawn_at` by `drawn_by`: with `seed` among the uids of `drawn_among`, so that the
    draw can be repeated, or by hand, without a seed. `uids` are those of delegations from
    first to last; `made_from` the facts that it was made from, by uid.
    """

    __tablename__ = "official_order"
    __table_args__ = (UniqueConstraint("event_id", "kind"),)

    event_id: Mapped[int] = mapped_column(ForeignKey("event.id"))
    kind: Mapped[ListKind] = mapped_column(choice(ListKind))
    basis: Mapped[Basis] = mapped_column(choice(Basis), default=Basis.NAME)
    language: Mapped[Language] = mapped_column(choice(Language), default=Language.FR)
    authority: Mapped[Authority] = mapped_column(choice(Authority), default=Authority.UN)
    host_id: Mapped[int | None] = mapped_column(ForeignKey("delegation.id"), index=True)
    host_place: Mapped[Place] = mapped_column(choice(Place), default=Place.IN_ORDER)
    organisations_place: Mapped[Place] = mapped_column(choice(Place), default=Place.LAST)
    first_id: Mapped[int | None] = mapped_column(ForeignKey("delegation.id"), index=True)
    seed: Mapped[str] = mapped_column(String(64), default="")
    drawn_at: Mapped[datetime | None] = mapped_column(Instant())
    drawn_by: Mapped[str] = mapped_column(String(200), default="")
    drawn_among: Mapped[list[Any]] = mapped_column(JSON, default=list)
    uids: Mapped[list[Any]] = mapped_column(JSON, default=list)
    made_from: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    made_at: Mapped[datetime | None] = mapped_column(Instant())
    author: Mapped[str] = mapped_column(String(200), default="")

    overrides: Mapped[list["OrderOverride"]] = relationship(
        back_populates="official_order",
        order_by="OrderOverride.position",
        cascade="all, delete-orphan",
    )
    host: Mapped[Delegation | None] = relationship(foreign_keys=host_id)
    first: Mapped[Delegation | None] = relationship(foreign_keys=first_id)

    @property
    def recorded_as(self) -> Bilingual:
        return order_name(self.kind)


class OrderOverride(Recorded, Model):  # dérogation
    """A delegation that stands elsewhere than the rule says: at `position` (1 is first)."""

    __tablename__ = "order_override"
    __table_args__ = (UniqueConstraint("order_id", "delegation_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    order_id: Mapped[int] = mapped_column(ForeignKey("official_order.id"))
    delegation_id: Mapped[int] = mapped_column(ForeignKey("delegation.id"), index=True)
    position: Mapped[int]
    reason: Mapped[str] = mapped_column(String(1_000))
    author: Mapped[str] = mapped_column(String(200))
    at: Mapped[datetime] = mapped_column(Instant())

    official_order: Mapped[OfficialOrder] = relationship(back_populates="overrides")
    delegation: Mapped[Delegation | None] = relationship()  # None while that is removed

    @property
    def recorded_as(self) -> Bilingual:
        named = self.delegation or self.official_order
        return named.recorded_as

    @property
    def recorded_in(self) -> int:
        return self.official_order.event_id
