"""Who may be recorded twice: same name, names swapped, same address, one letter apart. Pure."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from enum import StrEnum
from itertools import combinations
from typing import NamedTuple

from eventapp.values.catalogue import N_, translator
from eventapp.values.folding import fold
from eventapp.values.language import Language

#: Names shorter than this are too often alike by chance.
SHORTEST = 6


class Likeness(StrEnum):
    """Why two records may be one person, the surest reason first."""

    EMAIL = "email"
    NAME = "name"
    SWAPPED = "swapped"
    LETTER = "letter"


LIKENESSES = {
    Likeness.EMAIL: N_("same e-mail address"),
    Likeness.NAME: N_("same name"),
    Likeness.SWAPPED: N_("same names in another order"),
    Likeness.LETTER: N_("names that differ by a letter"),
}


class Known(NamedTuple):
    """What is compared of a person."""

    id: int
    given_name: str
    family_name: str
    email: str


class Alike(NamedTuple):
    """Two people, the lower id first, and why they may be one."""

    first: int
    second: int
    why: Likeness


def alike(people: Iterable[Known]) -> list[Alike]:
    """All pairs that may be one person, each once, for its surest reason.

    Nobody is compared with everybody: people meet under the keys that they share.
    """
    meetings: dict[tuple[Likeness, str], list[int]] = defaultdict(list)
    for person in people:
        for key in _keys(person):
            meetings[key].append(person.id)
    found: dict[tuple[int, int], Likeness] = {}
    for why in Likeness:
        for (reason, _), ids in meetings.items():
            if reason is why:
                for first, second in combinations(sorted(set(ids)), 2):
                    found.setdefault((first, second), why)
    return [Alike(*pair, why) for pair, why in found.items()]


def like(one: Known, others: Iterable[Known]) -> list[int]:
    """The ids of those who may be that one."""
    keys = set(_keys(one))
    return [other.id for other in others if not keys.isdisjoint(_keys(other))]


def _keys(person: Known) -> Iterator[tuple[Likeness, str]]:
    name = fold(f"{person.given_name} {person.family_name}")
    if person.email:
        yield Likeness.EMAIL, person.email.casefold()
    if not name:
        return
    yield Likeness.NAME, name
    yield Likeness.SWAPPED, " ".join(sorted(name.replace("-", " ").split()))
    if len(name) >= SHORTEST:
        yield Likeness.LETTER, name
        for place in range(len(name)):
            yield Likeness.LETTER, name[:place] + name[place + 1 :]


def likeness(why: Likeness, language: Language) -> str:
    """The reason, in a reader's language: « même nom »."""
    return translator(language)(LIKENESSES[why])
