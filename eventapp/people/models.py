"""Tables of people and organisations."""

from datetime import date

from sqlalchemy import CheckConstraint, Connection, ForeignKey, String, Text, event
from sqlalchemy.orm import Mapped, Mapper, mapped_column, relationship

from eventapp.events.kinds import Sector
from eventapp.history.models import Recorded
from eventapp.people.kinds import Agreement, Correspondence, Gender
from eventapp.plumbing.database import (
    Identified,
    Model,
    Removable,
    Versioned,
    bilingual,
    choice,
)
from eventapp.values.bilingual import Bilingual
from eventapp.values.folding import fold
from eventapp.values.language import Language


class Organisation(Identified, Versioned, Removable, Recorded, Model):  # organisation
    """What people belong to; `country` and `region` as in Person."""

    __tablename__ = "organisation"

    name: Mapped[Bilingual] = bilingual("name", length=300)
    sector: Mapped[Sector] = mapped_column(choice(Sector), default=Sector.OTHER)
    country: Mapped[str] = mapped_column(String(2), default="")
    region: Mapped[str] = mapped_column(String(6), default="", server_default="")
    search_text: Mapped[str] = mapped_column(Text, default="", server_default="")

    @property
    def recorded_as(self) -> Bilingual:
        return self.name


class Person(Identified, Versioned, Removable, Recorded, Model):  # personne
    """One person, one record. The sort keys stay empty where the names sort as they are written.

    `country` is an ISO 3166-1 alpha-2 code and `region` an ISO 3166-2 one (CA-QC), or empty.
    `email`, `correspondence` and `gender` (as the person declares it) are for the team alone:
    no release holds them. `agreement` is the grammatical gender of French words about them, and
    `rank` a class of precedence (1 is the highest). `search_text` is folded, for finding; the
    organisation's stands in its own row. One who was found to be another is `merged_into` that
    one.
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
    region: Mapped[str] = mapped_column(String(6), default="", server_default="")
    email: Mapped[str] = mapped_column(String(254), default="", server_default="")
    correspondence: Mapped[Correspondence] = mapped_column(
        choice(Correspondence), default=Correspondence.BOTH, server_default="both"
    )
    gender: Mapped[Gender] = mapped_column(
        choice(Gender), default=Gender.NOT_GIVEN, server_default="not_given"
    )
    agreement: Mapped[Agreement] = mapped_column(
        choice(Agreement), default=Agreement.NOT_GIVEN, server_default="not_given"
    )
    rank: Mapped[int | None]
    biography: Mapped[Bilingual] = bilingual("biography", length=4_000)
    merged_into_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"), index=True)
    search_text: Mapped[str] = mapped_column(Text, default="", server_default="")

    organisation: Mapped[Organisation | None] = relationship()

    terms: Mapped[list["Term"]] = relationship(
        back_populates="person", order_by="Term.starts_on", cascade="all, delete-orphan"
    )

    @property
    def recorded_as(self) -> Bilingual:
        return Bilingual.same(self.name)

    @property
    def name(self) -> str:
        return f"{self.given_name} {self.family_name}".strip()

    def sorts_as(self, language: Language) -> str:
        """What to sort by: the key that somebody set, or the family name and then the given."""
        return self.sort_key.strict(language) or f"{self.family_name} {self.given_name}".strip()


class Term(Identified, Versioned, Recorded, Model):  # mandat
    """A function that somebody held, holds or will hold, from one day to another or openly.

    What holds today and has no dates stands with the person.
    """

    __tablename__ = "term_of_office"
    __table_args__ = (CheckConstraint("ends_on >= starts_on", name="dates_in_order"),)

    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    honorific: Mapped[Bilingual] = bilingual("honorific", length=100)
    function: Mapped[Bilingual] = bilingual("function", length=300)
    organisation_id: Mapped[int | None] = mapped_column(ForeignKey("organisation.id"), index=True)
    starts_on: Mapped[date | None]
    ends_on: Mapped[date | None]

    person: Mapped[Person] = relationship(back_populates="terms")
    organisation: Mapped[Organisation | None] = relationship()

    @property
    def recorded_as(self) -> Bilingual:
        return self.function


@event.listens_for(Person, "before_insert")
@event.listens_for(Person, "before_update")
def _index_person(_mapper: Mapper[Person], _connection: Connection, person: Person) -> None:
    """What a person is found by: both orders of the name, and the function in both languages."""
    function = person.function or Bilingual()
    backwards = f"{person.family_name} {person.given_name}"
    person.search_text = fold(f"{person.name} {backwards} {function.fr} {function.en}")


@event.listens_for(Organisation, "before_insert")
@event.listens_for(Organisation, "before_update")
def _index_organisation(
    _mapper: Mapper[Organisation], _connection: Connection, organisation: Organisation
) -> None:
    """An organisation is found by its names."""
    name = organisation.name or Bilingual()
    organisation.search_text = fold(f"{name.fr} {name.en}")
