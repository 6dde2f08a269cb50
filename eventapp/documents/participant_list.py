"""The list of participants: delegations in official order, then everybody else. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypedDict, TypeVar

from eventapp.documents.imprint import Head, Imprint, in_both
from eventapp.documents.passages import Passage
from eventapp.documents.roster import PrintedCategory, PrintedParty, PrintedPerson, Roster
from eventapp.values.bilingual import Bilingual
from eventapp.values.catalogue import N_

G = TypeVar("G", PrintedParty, PrintedCategory)


class ListedPerson(TypedDict):
    """A line of the list; each text in the paper's languages, or once where they are alike."""

    honorific: list[Passage]
    name: list[Passage]
    details: list[list[Passage]]


class Heading(TypedDict):
    """People below one heading: a party, or a category."""

    names: list[Passage]
    people: list[ListedPerson]


class Section(TypedDict):
    """A part of the list."""

    names: list[Passage]
    headings: list[Heading]


class ListData(TypedDict):
    """What `participant-list.typ` prints."""

    head: Head
    rule: list[Passage]
    sections: list[Section]


@dataclass(frozen=True)
class ParticipantList:
    """The list; one that `is_public` names those alone who consented to be listed."""

    roster: Roster
    imprint: Imprint
    is_public: bool = False
    is_final: bool = False

    @property
    def filename(self) -> str:
        return self.imprint.filename("participants", *(["public"] if self.is_public else []))

    @property
    def listed(self) -> Roster:
        """Those whom this list names; nobody is named below an empty heading."""
        return replace(
            self.roster,
            parties=tuple(self._with_people(self.roster.parties)),
            categories=tuple(self._with_people(self.roster.categories)),
        )

    def _with_people(self, groups: Sequence[G]) -> Iterator[G]:
        for group in groups:
            people = tuple(each for each in group.people if each.is_listed or not self.is_public)
            if people:
                yield replace(group, people=people)


def list_data(sheet: ParticipantList) -> ListData:
    """The whole list."""
    status = N_("Final") if sheet.is_final else N_("Provisional")
    roster = sheet.listed
    return {
        "head": sheet.imprint.head(N_("List of participants"), status),
        "rule": sheet.imprint.said(roster.rule) if roster.parties else [],
        "sections": [
            each
            for each in _sections(roster, sheet.imprint, with_country=not sheet.is_public)
            if each["headings"]
        ],
    }


def _sections(roster: Roster, imprint: Imprint, *, with_country: bool) -> Iterator[Section]:
    states, organisations = _parted(roster.parties)
    yield _section(in_both(N_("Delegations")), states, imprint)
    yield _section(in_both(N_("Organizations")), organisations, imprint)
    yield {
        "names": imprint.said(in_both(N_("Other participants"))),
        "headings": [
            {
                "names": imprint.said(category.name),
                "people": [_listed(each, imprint, with_country) for each in category.people],
            }
            for category in roster.categories
        ],
    }


def _parted(parties: Sequence[PrintedParty]) -> tuple[list[PrintedParty], list[PrintedParty]]:
    """States, then organisations; all together where the order mixes them."""
    kinds = [party.is_organisation for party in parties]
    if kinds != sorted(kinds):
        return list(parties), []
    first = kinds.index(True) if True in kinds else len(kinds)
    return list(parties[:first]), list(parties[first:])


def _section(name: Bilingual, parties: Sequence[PrintedParty], imprint: Imprint) -> Section:
    return {
        "names": imprint.said(name),
        "headings": [
            {
                "names": imprint.said(party.name),
                "people": [_listed(person, imprint) for person in party.people],
            }
            for party in parties
        ],
    }


def _listed(person: PrintedPerson, imprint: Imprint, with_country: bool = False) -> ListedPerson:
    """Nobody is asked whether their country may be public, so it is on no public list."""
    details = [person.capacity, person.function, person.organisation]
    if with_country:
        details.append(person.country)
    return {
        "honorific": imprint.said(person.honorific),
        "name": imprint.said(person.name),
        "details": [imprint.said(text) for text in details if text],
    }
