"""How a panel, or a whole programme, is made up; and what an event wants of it.

People are counted once, whatever they do there; interpreters are not. A share is one of the
people for whom the criterion is known: the meter tells how many others there are.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from eventapp.planning.countries import LOW_AND_MIDDLE, Income, income_of

LMIC = "low_and_middle"


class Criterion(StrEnum):
    """What people are told apart by."""

    SECTOR = "sector"
    COUNTRY = "country"
    INCOME = "income"
    QUEBEC = "quebec"
    CANADA = "canada"
    GENDER = "gender"


class Sense(StrEnum):
    """On which side of its target a figure must be."""

    AT_LEAST = "at_least"
    AT_MOST = "at_most"


class Measure(StrEnum):
    """What the target counts: people, or their share in percent."""

    PEOPLE = "people"
    SHARE = "share"


class Counted(Protocol):
    """What is asked of a person."""

    @property
    def sector(self) -> str: ...
    @property
    def country(self) -> str: ...
    @property
    def region(self) -> str: ...
    @property
    def gender(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Balance:
    """What an event wants of one activity, or of the whole programme where it names none.

    `group` is the sector, country, income group or gender that is counted; Québec and Canada
    need none.
    """

    uid: str
    criterion: Criterion
    group: str
    sense: Sense
    measure: Measure
    target: int
    activity: str | None = None


@dataclass(frozen=True, slots=True)
class Meter:
    """How it stands: `counted` of `known` people belong to the group, of `unknown` nobody knows."""

    balance: Balance
    counted: int
    known: int
    unknown: int

    @property
    def value(self) -> float | None:
        """People, or percent of those known; None where nobody is known for a share."""
        if self.balance.measure is Measure.PEOPLE:
            return self.counted
        return 100 * self.counted / self.known if self.known else None

    @property
    def is_met(self) -> bool:
        """A share of nobody is not judged yet."""
        value = self.value
        if value is None:
            return True
        if self.balance.sense is Sense.AT_LEAST:
            return value >= self.balance.target
        return value <= self.balance.target


def measured(balance: Balance, people: Iterable[Counted]) -> Meter:
    """The meter of a balance over these people."""
    answers = [_BELONGS[balance.criterion](person, balance.group) for person in people]
    known = [answer for answer in answers if answer is not None]
    return Meter(balance, sum(known), len(known), len(answers) - len(known))


def _in_sector(person: Counted, group: str) -> bool | None:
    return person.sector == group if person.sector else None


def _in_country(person: Counted, group: str) -> bool | None:
    return person.country == group if person.country else None


def _in_income_group(person: Counted, group: str) -> bool | None:
    income = income_of(person.country)
    if income is None:
        return None
    return income in LOW_AND_MIDDLE if group == LMIC else income == group


def _in_quebec(person: Counted, _group: str) -> bool | None:
    """A person abroad is not in Québec; one in Canada may be, unless a region is known."""
    if person.region or person.country not in ("", "CA"):
        return person.region == "CA-QC"
    return None


def _in_canada(person: Counted, _group: str) -> bool | None:
    return _in_country(person, "CA")


def _of_gender(person: Counted, group: str) -> bool | None:
    return person.gender == group if person.gender else None


_BELONGS: Mapping[Criterion, Callable[[Counted, str], bool | None]] = {
    Criterion.SECTOR: _in_sector,
    Criterion.COUNTRY: _in_country,
    Criterion.INCOME: _in_income_group,
    Criterion.QUEBEC: _in_quebec,
    Criterion.CANADA: _in_canada,
    Criterion.GENDER: _of_gender,
}

#: The income groups that a balance may name.
INCOME_GROUPS = (*Income, LMIC)
