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
    """Plates of all; or of some parties and people, or a party's people, whose codes are given."""

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
            for codes, name, below in _named(sheet)
            if not sheet.only or codes & set(sheet.only)
        ],
    }


def _named(sheet: Plates) -> list[tuple[set[str], Bilingual, Bilingual]]:
    """By which codes each is asked for, its name and what stands below."""
    roster, nothing = sheet.roster, Bilingual()
    if sheet.of is PlateOf.PARTIES:
        return [({party.code}, party.name, nothing) for party in roster.parties]
    if sheet.of is PlateOf.FORMAL:
        return [({party.code}, party.formal, nothing) for party in roster.parties]
    members = [
        ({party.code, each.code}, each.name, party.name)
        for party in roster.parties
        for each in party.people
    ]
    others = [
        ({each.code}, each.name, each.organisation or each.country)
        for category in roster.categories
        for each in category.people
    ]
    return members + others
