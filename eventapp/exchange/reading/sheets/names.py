"""Names of people as lists write them: in capitals, or in one cell. Pure."""

import re
from typing import NamedTuple

#: Small words within family names; a French article is none of them: Le Blanc, La Fontaine.
_SMALL = "de du des van von der den del della di da do dos das y e zu ten ter"
_PARTICLES = frozenset(_SMALL.split())
_ROMAN = re.compile(r"[IVX]{2,5}")
_PARTS = re.compile(r"([\s\-‑'’.]+)")


class Name(NamedTuple):
    """A name in its two parts."""

    given: str
    family: str


def proper_case(name: str) -> str:
    """The name as it is written within a sentence, where it is all in capitals or all small.

    A guess that its reader may refuse: MACDONALD stays one of two. Anything else is left alone.
    """
    if not _is_flat(name):
        return name
    parts = _PARTS.split(name)
    # `de la Cruz`: an article after a particle is as small.
    return "".join(_part(parts, place) for place in range(len(parts)))


def parted(whole: str) -> Name:
    """A whole name in two parts: by its comma, by capitals (Zoé ÉTÉ), else before the last word."""
    if "," in whole:
        surname, _, forename = whole.partition(",")
        return Name(forename.strip(), surname.strip())
    words = whole.split()
    if len(words) < 2:
        return Name("", whole.strip())
    capitals = [_is_capital(word) for word in words]
    if any(capitals) and not all(capitals):
        given = [word for word, is_family in zip(words, capitals, strict=True) if not is_family]
        family = [word for word, is_family in zip(words, capitals, strict=True) if is_family]
        return Name(" ".join(given), " ".join(family))
    start = len(words) - 1
    while start > 1 and words[start - 1].lower() in _PARTICLES | {"la", "le", "los"}:
        start -= 1
    return Name(" ".join(words[:start]), " ".join(words[start:]))


def _is_flat(name: str) -> bool:
    letters = [char for char in name if char.isalpha()]
    return len(letters) > 1 and (name.isupper() or name.islower()) and not _ROMAN.fullmatch(name)


def _is_capital(word: str) -> bool:
    return word.isupper() and sum(char.isalpha() for char in word) > 1


def _part(parts: list[str], place: int) -> str:
    part = parts[place]
    if place % 2 or not part:
        return part
    small = part.lower()
    before = parts[place - 2].lower() if place > 1 else ""
    is_after_space = place > 1 and parts[place - 1].isspace()
    has_more = place + 2 < len(parts)
    if has_more and small in _PARTICLES and parts[place + 1].isspace():
        return small
    if has_more and is_after_space and before == "de" and small in ("la", "los", "las"):
        return small
    if _ROMAN.fullmatch(part) and is_after_space:
        return part
    if small.startswith("mc") and len(small) > 3:
        return f"Mc{small[2:].capitalize()}"
    return small[:1].upper() + small[1:]
