"""The variants in which an agenda is printed. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from babel.core import get_global

from eventapp.agenda.published import PublishedAgenda
from eventapp.values.catalogue import N_
from eventapp.values.language import Language
from eventapp.values.refusal import Refusal

E = TypeVar("E", bound=StrEnum)

#: Where letter is the paper of every office (ISO 3166-1).
LETTER_COUNTRIES = frozenset({"CA", "US"})


class Choice(StrEnum):
    """Which languages a document is in."""

    FR = "fr"
    EN = "en"
    BOTH = "both"


class Layout(StrEnum):
    """How much a document says of each session."""

    DETAILED = "detailed"  # programme détaillé
    GRID = "grid"  # programme en un coup d’œil


class Paper(StrEnum):
    """Sheet sizes: the grid uses them across, the detailed agenda upright."""

    LETTER = "letter"
    A4 = "a4"


@dataclass(frozen=True, slots=True)
class Variant:
    """One of the documents that a release can be printed as."""

    choice: Choice
    layout: Layout
    paper: Paper

    def languages(self, agenda: PublishedAgenda) -> tuple[Language, ...]:
        """The languages from left to right: the event's rule decides which one leads."""
        if self.choice is Choice.BOTH:
            return agenda.event.order.languages
        return (Language(self.choice.value),)


def usual_paper(agenda: PublishedAgenda) -> Paper:
    """Letter where the event takes place in Canada or the United States, A4 elsewhere."""
    return paper_in({venue.country for venue in agenda.venues}, agenda.event.zone)


def paper_in(countries: Iterable[str], zone: str) -> Paper:
    """The paper of these countries (ISO 3166-1 alpha-2); where none is known, of the zone's."""
    known = {country for country in countries if country}
    if not known:
        known = {get_global("zone_territories").get(zone, "")}
    return Paper.LETTER if known <= LETTER_COUNTRIES else Paper.A4


def variant_of(
    arguments: Mapping[str, str], *, language: Language, agenda: PublishedAgenda
) -> Variant:
    """The variant that an address asks for; what it leaves out is decided by page and place.

    Raises Refusal for a value that does not exist.
    """
    return Variant(
        chosen(Choice, arguments.get("languages", language.value)),
        chosen(Layout, arguments.get("layout", Layout.DETAILED)),
        paper_of(arguments, agenda),
    )


def paper_of(arguments: Mapping[str, str], agenda: PublishedAgenda) -> Paper:
    """The paper that an address asks for, or the usual one. Raises Refusal as `variant_of`."""
    return chosen(Paper, arguments.get("paper", usual_paper(agenda)))


def chosen(kind: type[E], value: str) -> E:
    """The kind's member of that value. Raises Refusal for one that does not exist."""
    try:
        return kind(value)
    except ValueError:
        raise Refusal(
            N_("“%(value)s” is not on offer here; choose one of: %(offered)s."),
            value=value[:40],
            offered=", ".join(kind),
        ) from None
