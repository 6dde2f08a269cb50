"""Name plates: a folded tent for each party or person, as large as the sheet allows. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypedDict

from eventapp.documents.imprint import Head, Imprint
from eventapp.documents.passages import Passage
from eventapp.documents.roster import Roster
from eventapp.values.bilingual import Bilingual
from eventapp.values.catalogue import N_


class PlateOf(StrEnum):
    """What the plates name."""

    PARTIES = "parties"  # noms usuels des délégations
    FORMAL = "formal"  # noms officiels des délégations
    PEOPLE = "people"  # personnes, avec leur délégation ou leur organisation


class Plate(TypedDict):
    """A tent: its name, and below it in small what a person is of."""

    name: list[Passage]
    below: list[Passage]


class PlatesData(TypedDict):
    """What `plates.typ` prints."""

    head: Head
    plates: list[Plate]


@dataclass(frozen=True)
class Plates:
    """Plates of all parties or people; of some alone, whose codes are in `only`."""

    roster: Roster
    imprint: Imprint
    of: PlateOf = PlateOf.PARTIES
    only: Sequence[str] = ()

    @property
    def filename(self) -> str:
        return self.imprint.filename("plates", self.of)


def plates_data(sheet: Plates) -> PlatesData:
    """Every plate, in official order."""
    said = sheet.imprint.said
    return {
        "head": sheet.imprint.head(N_("Name plates")),
        "plates": [
            {"name": said(name), "below": said(below)}
            for code, name, below in _named(sheet)
            if not sheet.only or code in sheet.only
        ],
    }


def _named(sheet: Plates) -> list[tuple[str, Bilingual, Bilingual]]:
    """Codes, names and what stands below them."""
    roster, nothing = sheet.roster, Bilingual()
    if sheet.of is PlateOf.PARTIES:
        return [(party.code, party.name, nothing) for party in roster.parties]
    if sheet.of is PlateOf.FORMAL:
        return [(party.code, party.formal, nothing) for party in roster.parties]
    members = [(each, party.name) for party in roster.parties for each in party.people]
    others = [
        (each, each.organisation or each.country)
        for category in roster.categories
        for each in category.people
    ]
    return [(each.code, each.name, below) for each, below in (*members, *others)]
