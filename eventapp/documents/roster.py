"""People and parties as papers name them, in both languages and in official order. Pure.

Nothing here is for the team alone: no address, no need, no gender.
"""

from dataclasses import dataclass

from eventapp.values.bilingual import Bilingual

NOTHING = Bilingual()


@dataclass(frozen=True, slots=True)
class PrintedPerson:
    """A participant; `capacity` is what they are in their delegation, `party` whom they stand for.

    `code` says nothing of them and finds them again. `languages` are BCP 47 tags.
    """

    uid: str
    code: str
    name: Bilingual
    honorific: Bilingual = NOTHING
    function: Bilingual = NOTHING
    organisation: Bilingual = NOTHING
    country: Bilingual = NOTHING
    capacity: Bilingual = NOTHING
    category: str = ""
    languages: tuple[str, ...] = ()
    is_listed: bool = False


@dataclass(frozen=True, slots=True)
class PrintedParty:
    """A delegation: its party's short and formal names, and its members, the head first."""

    code: str
    name: Bilingual
    formal: Bilingual
    is_organisation: bool = False
    people: tuple[PrintedPerson, ...] = ()


@dataclass(frozen=True, slots=True)
class PrintedCategory:
    """As what people come; `colour` is an index into the palette. Its people have no delegation."""

    code: str
    name: Bilingual
    colour: int
    people: tuple[PrintedPerson, ...] = ()


@dataclass(frozen=True)
class Roster:
    """All who take part; `rule` states the order of the parties, which `is_final` or not yet.

    `event` is what every badge says of the event.
    """

    event: tuple[str, ...] = ()
    parties: tuple[PrintedParty, ...] = ()
    categories: tuple[PrintedCategory, ...] = ()
    rule: Bilingual = NOTHING
    is_final: bool = False

    @property
    def people(self) -> list[PrintedPerson]:
        """Everybody, delegations first."""
        in_parties = [person for party in self.parties for person in party.people]
        return in_parties + [person for each in self.categories for person in each.people]
