"""Tables of people and organisations."""

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from eventapp.events.kinds import Sector
from eventapp.plumbing.database import Identified, Model, bilingual, choice
from eventapp.values.bilingual import Bilingual
from eventapp.values.language import Language


class Organisation(Identified, Model):  # organisation
    """What people belong to; `country` as in Person."""

    __tablename__ = "organisation"

    name: Mapped[Bilingual] = bilingual("name", length=300)
    sector: Mapped[Sector] = mapped_column(choice(Sector), default=Sector.OTHER)
    country: Mapped[str] = mapped_column(String(2), default="")


class Person(Identified, Model):  # personne
    """One person, one record. The sort keys stay empty where the names sort as they are written.

    `country` is an ISO 3166-1 alpha-2 code, or empty.
    """

    __tablename__ = "person"

    code: Mapped[str] = mapped_column(String(40), unique=True)
    given_name: Mapped[str] = mapped_column(String(200), default="")
    family_name: Mapped[str] = mapped_column(String(200), default="")
    sort_key: Mapped[Bilingual] = bilingual("sort_key", length=400)
    honorific: Mapped[Bilingual] = bilingual("honorific", length=100)
    function: Mapped[Bilingual] = bilingual("function", length=300)
    organisation_id: Mapped[int | None] = mapped_column(ForeignKey("organisation.id"), index=True)
    country: Mapped[str] = mapped_column(String(2), default="")

    organisation: Mapped[Organisation | None] = relationship()

    @property
    def name(self) -> str:
        return f"{self.given_name} {self.family_name}".strip()

    def sorts_as(self, language: Language) -> str:
        """What to sort by: the key that somebody set, or the family name and then the given."""
        return self.sort_key.strict(language) or f"{self.family_name} {self.given_name}".strip()
