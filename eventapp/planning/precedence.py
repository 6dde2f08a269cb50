"""Official order as data and as a pure function of it. Pure.

Whatever the rule says, the order is total: what it leaves equal is filed by name, and what has
one name by uid. Dates and ranks that are not known stand last among their like.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from hashlib import sha256
from itertools import chain
from typing import NamedTuple

from eventapp.values.collation import SortKey, sort_key
from eventapp.values.language import Language


class ListKind(StrEnum):
    """Orders that an event keeps apart."""

    PARTICIPANTS = "participants"  # liste des participantes et participants
    SEATING = "seating"  # places à table
    SPEAKING = "speaking"  # prises de parole
    FLAGS = "flags"  # drapeaux


class Basis(StrEnum):
    """What decides first."""

    NAME = "name"  # nom de la partie
    RANK = "rank"  # rang de la tête de délégation, puis ancienneté
    CREDENTIALS = "credentials"  # date des lettres de créance
    ACCESSION = "accession"  # date d'adhésion


class Place(StrEnum):
    """Where a host or organisations stand."""

    FIRST = "first"
    IN_ORDER = "in_order"
    LAST = "last"


@dataclass(frozen=True, slots=True)
class Entry:
    """A delegation, as far as its place depends on it.

    `name` is what it is filed under, in the language of the rule. `rank` (1 is the highest) and
    `since` are those of whoever leads it in person: a stand-in brings their own.
    """

    uid: str
    name: str
    is_organisation: bool = False
    rank: int | None = None
    since: date | None = None
    credentials_on: date | None = None
    acceded_on: date | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """How an order is made; `host` and `first` (whose seat was drawn) are uids, or empty.

    A host that stands first or last does so among all. Organisations that do are a list of their
    own, made by the same rule. A draw turns alphabetical lists alone: each of them begins with
    the name that was drawn, or with the next one in its alphabet. `first_name` says what the
    drawn one is filed under, should it come no more.
    """

    basis: Basis = Basis.NAME
    language: Language = Language.FR
    host: str = ""
    host_place: Place = Place.IN_ORDER
    organisations_place: Place = Place.LAST
    first: str = ""
    first_name: str = ""


class _Key(NamedTuple):
    weight: tuple[bool, int, bool, int]
    name: SortKey
    uid: str


def ordered(
    entries: Iterable[Entry], rule: Rule, overrides: Mapping[str, int] | None = None
) -> list[str]:
    """The uids from first to last; those with an override stand at its position (1 is first).

    A position that is taken or beyond the end gives way to the nearest free one after it, or
    else before it.
    """
    known = {entry.uid: entry for entry in entries}
    gone = Entry(rule.first, rule.first_name) if rule.first_name else None
    lists = [_turned(each, known.get(rule.first, gone), rule) for each in _lists(known, rule)]
    order = [entry.uid for each in lists for entry in each]
    if rule.host in known and rule.host_place is not Place.IN_ORDER:
        order.remove(rule.host)
        order.insert(0 if rule.host_place is Place.FIRST else len(order), rule.host)
    return _overridden(order, overrides or {})


def candidates(entries: Iterable[Entry], rule: Rule) -> list[str]:
    """Who can be drawn for the first seat, in alphabetical order: the list that stands first.

    A host whose place is given takes no part.
    """
    lists = _lists({entry.uid: entry for entry in entries}, rule)
    fixed = rule.host if rule.host_place is not Place.IN_ORDER else ""
    uids = ([entry.uid for entry in each if entry.uid != fixed] for each in lists)
    return next(filter(None, uids), [])


def drawn(seed: str, among: Sequence[str]) -> str:
    """Who is drawn: the same for ever, for the same seed and the same list.

    The seed's SHA-256 as a number, divided by how many there are: the remainder counts from the
    first of them, which is 0. Anybody can do the sum again. Raises ValueError for an empty list.
    """
    if not among:
        raise ValueError("Nobody to draw from")
    return among[int(sha256(seed.encode()).hexdigest(), 16) % len(among)]


def _lists(known: Mapping[str, Entry], rule: Rule) -> list[list[Entry]]:
    """One list of all, or states and organisations apart, in the order in which they stand."""
    entries = sorted(known.values(), key=lambda entry: _key(entry, rule))
    if rule.organisations_place is Place.IN_ORDER:
        return [entries]
    states = [entry for entry in entries if not entry.is_organisation]
    organisations = [entry for entry in entries if entry.is_organisation]
    is_first = rule.organisations_place is Place.FIRST
    return [organisations, states] if is_first else [states, organisations]


def _turned(entries: list[Entry], first: Entry | None, rule: Rule) -> list[Entry]:
    """The list from the drawn name on, and then from its beginning."""
    if first is None or rule.basis is not Basis.NAME:
        return entries
    start = _key(first, rule)
    at = next((index for index, entry in enumerate(entries) if _key(entry, rule) >= start), 0)
    return entries[at:] + entries[:at]


def _key(entry: Entry, rule: Rule) -> _Key:
    return _Key(_weight(entry, rule.basis), sort_key(entry.name, rule.language), entry.uid)


def _weight(entry: Entry, basis: Basis) -> tuple[bool, int, bool, int]:
    if basis is Basis.RANK:
        return (entry.rank is None, entry.rank or 0, *_day(entry.since))
    if basis is Basis.CREDENTIALS:
        return (*_day(entry.credentials_on), False, 0)
    if basis is Basis.ACCESSION:
        return (*_day(entry.acceded_on), False, 0)
    return (False, 0, False, 0)


def _day(day: date | None) -> tuple[bool, int]:
    return (day is None, day.toordinal() if day else 0)


def _overridden(order: list[str], overrides: Mapping[str, int]) -> list[str]:
    """The order with some taken out and put where they must stand."""
    moved = sorted((uid for uid in order if uid in overrides), key=lambda uid: overrides[uid])
    others = iter([uid for uid in order if uid not in overrides])
    seats: list[str | None] = [None] * len(order)
    for uid in moved:
        seats[_free(seats, overrides[uid] - 1)] = uid
    return [uid if uid is not None else next(others) for uid in seats]


def _free(seats: Sequence[str | None], at: int) -> int:
    at = max(0, min(at, len(seats) - 1))
    after = (index for index in range(at, len(seats)) if seats[index] is None)
    before = (index for index in range(at, -1, -1) if seats[index] is None)
    return next(chain(after, before))
