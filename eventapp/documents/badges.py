"""Badges, several to a sheet: whose they are, as what they come, and a code to find them by. Pure.

The code on a badge says nothing of its bearer: it is an address that only the team can open.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from hashlib import sha256
from typing import NamedTuple, TypedDict

import msgspec
import segno

from eventapp.documents.imprint import Head, Imprint
from eventapp.documents.passages import Passage, cut
from eventapp.documents.roster import PrintedCategory, PrintedPerson, Roster
from eventapp.values.bilingual import Bilingual
from eventapp.values.catalogue import N_

#: How many languages a badge takes.
LANGUAGES = 5


class BadgeSize(StrEnum):
    """The sizes of common holders; `templates/documents/badges.typ` knows their measures."""

    US = "4x3"  # 4 × 3 po
    CARD = "86x54"  # 86 × 54 mm (ISO/IEC 7810 ID-1)
    A6 = "a6"  # 105 × 148 mm

    @property
    def most(self) -> int:
        """How much of a function or an organisation it takes, in characters."""
        return 110 if self is BadgeSize.CARD else 200


class Band(TypedDict):
    """As what somebody comes: a colour of the palette and its name, which says the same."""

    colour: int
    name: list[Passage]


class Badge(TypedDict):
    """A badge; `code` is the path of a QR code of `modules` squares a side."""

    name: list[Passage]
    lines: list[list[Passage]]
    party: list[Passage]
    band: Band
    languages: list[str]
    code: str
    modules: int


class BadgesData(TypedDict):
    """What `badges.typ` prints; `series` tells one run of printing from another."""

    head: Head
    size: str
    series: str
    badges: list[Badge]


class Card(NamedTuple):
    """What a badge says, whatever its size; `digest` changes with any of it."""

    person: PrintedPerson
    party: Bilingual
    category: PrintedCategory
    digest: str


@dataclass(frozen=True)
class Badges:
    """Badges of these cards; `address` makes of a person's code what the QR code says."""

    cards: Sequence[Card]
    imprint: Imprint
    size: BadgeSize
    address: Callable[[str], str]

    @property
    def filename(self) -> str:
        return self.imprint.filename("badges", self.size, self.series)

    @cached_property
    def series(self) -> str:
        """The same for the same badges: a few letters that stand on every sheet of them."""
        return series_of(self.cards)


def series_of(cards: Sequence[Card]) -> str:
    """`3fa2c1`"""
    digests = sorted(f"{card.person.uid} {card.digest}" for card in cards)
    return sha256("\n".join(digests).encode()).hexdigest()[:6]


def cards_of(roster: Roster) -> list[Card]:
    """A card for everybody, delegations first."""
    return list(_cards(roster))


def _cards(roster: Roster) -> Iterator[Card]:
    categories = {category.code: category for category in roster.categories}
    for party in roster.parties:
        for person in party.people:
            yield _card(person, party.name, categories[person.category], roster.event)
    for category in roster.categories:
        for person in category.people:
            yield _card(person, person.country, category, roster.event)


def _card(
    person: PrintedPerson, party: Bilingual, category: PrintedCategory, event: tuple[str, ...]
) -> Card:
    said = (
        *event,
        person.code, person.name, person.function, person.organisation, person.languages,
        party, category.name, category.colour,
    )  # fmt: skip
    return Card(person, party, category, sha256(msgspec.json.encode(said)).hexdigest())


def badges_data(sheet: Badges) -> BadgesData:
    """All the badges of a run."""
    return {
        "head": sheet.imprint.head(N_("Badges")),
        "size": sheet.size.value,
        "series": sheet.series,
        "badges": [_badge(card, sheet) for card in sheet.cards],
    }


def _badge(card: Card, sheet: Badges) -> Badge:
    person, said = card.person, sheet.imprint.said
    path, modules = qr_path(sheet.address(person.code))
    return {
        "name": said(person.name),
        "lines": [
            _short(said(text), sheet.size.most)
            for text in (person.function, person.organisation)
            if text
        ],
        "party": said(card.party),
        "band": {"colour": card.category.colour, "name": said(card.category.name)},
        "languages": [tag.partition("-")[0].upper() for tag in person.languages[:LANGUAGES]],
        "code": path,
        "modules": modules,
    }


def _short(passages: list[Passage], most: int) -> list[Passage]:
    return [{**each, "text": cut(each["text"], most)} for each in passages]


def qr_path(text: str) -> tuple[str, int]:
    """A QR code as the path of an SVG image of so many squares a side, without its margin.

    The mask is given rather than chosen: trying all eight takes most of the time.
    """
    code = segno.make_qr(text, error="m", boost_error=False, mask=2)
    return "".join(_runs(code.matrix)), len(code.matrix)


def _runs(matrix: Sequence[Sequence[int]]) -> Iterator[str]:
    for y, row in enumerate(matrix):
        start = None
        for x, dark in enumerate((*row, 0)):
            if dark and start is None:
                start = x
            elif not dark and start is not None:
                yield f"M{start} {y}h{x - start}v1h-{x - start}z"
                start = None
