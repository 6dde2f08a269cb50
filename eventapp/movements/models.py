"""Tables of movements."""

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from eventapp.agenda.models import Slot
from eventapp.movements.kinds import MovementKind
from eventapp.plumbing.database import bilingual, choice
from eventapp.values.bilingual import Bilingual


class Movement(Slot):  # déplacement
    """A slot in which delegations are on their way or somewhere else.

    `origin` and `destination` are what the travellers read; `transport` is the flight, train or
    car, `contact` who drives or waits and their number: for those on it and the team alone.
    """

    __tablename__ = "movement"
    __mapper_args__ = {"polymorphic_identity": "movement"}  # noqa: RUF012 - SQLAlchemy's

    id: Mapped[int] = mapped_column(ForeignKey("slot.id"), primary_key=True)
    kind: Mapped[MovementKind] = mapped_column(choice(MovementKind))
    origin: Mapped[Bilingual] = bilingual("origin", length=300)
    destination: Mapped[Bilingual] = bilingual("destination", length=300)
    transport: Mapped[str] = mapped_column(String(200), default="")
    contact: Mapped[str] = mapped_column(String(300), default="")
    note: Mapped[str] = mapped_column(String(2_000), default="")
