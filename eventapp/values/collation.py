"""One alphabetical order for people, countries and rooms, alike on every platform.

Four levels, each only telling apart what the one before left equal (after the Canadian standard
CAN/CSA-Z243.4.1 and CLDR's fr-CA): letters, accents, case, the text itself. Words are filed one
by one (LE BLANC before LEBLOND), hyphens part words, apostrophes do not, and a run of digits
counts as one number. Letters other than Latin follow, by code point.
"""

import re
import unicodedata
from typing import NamedTuple

from eventapp.values.folding import PLAIN_LETTERS
from eventapp.values.language import Language

#: A run of letters as (1, 0, letters), a number as (0, its length, its digits).
Chunk = tuple[int, int, str]

_CHUNKS = re.compile(r"[0-9]+|[^0-9]+")
_SILENT = frozenset("'’‘ʼ·‧")
_GRAVE, _ACUTE = "\u0300", "\u0301"
# French files é before è; the code points stand the other way round.
_ACCENT_ORDER = str.maketrans(_GRAVE + _ACUTE, _ACUTE + _GRAVE)


class SortKey(NamedTuple):
    """The four levels; compare with keys of the same language only."""

    letters: tuple[tuple[Chunk, ...], ...]
    accents: tuple[str, ...]
    case: tuple[bool, ...]
    text: str


def sort_key(text: str, language: Language) -> SortKey:
    """The place of a text in that language's order: `sorted(names, key=…)`.

    Between words that differ by accents alone, French looks at the last accent first (cote,
    côte, coté, côté) and English at the first one (cote, coté, côte, côté).
    """
    letters, accents, case = _levels(text)
    words = tuple(_chunks(word) for word in "".join(letters).split())
    marks = accents[::-1] if language is Language.FR else accents
    return SortKey(words, tuple(marks), tuple(case), text)


def _levels(text: str) -> tuple[list[str], list[str], list[bool]]:
    """The plain letters, each with its accents and whether it is a capital."""
    letters: list[str] = []
    accents: list[str] = []
    case: list[bool] = []
    for char in unicodedata.normalize("NFD", text):
        if unicodedata.combining(char):
            if accents:
                accents[-1] += char.translate(_ACCENT_ORDER)
        elif char not in _SILENT:
            small = char.casefold()
            letters.append(_plain(small))
            accents.append(char.lower() if small in PLAIN_LETTERS else "")
            case.append(char != char.lower())
    return letters, accents, case


def _plain(char: str) -> str:
    letter = PLAIN_LETTERS.get(char, char)
    return letter if letter.isalnum() else " "


def _chunks(word: str) -> tuple[Chunk, ...]:
    return tuple(_chunk(run) for run in _CHUNKS.findall(word))


def _chunk(run: str) -> Chunk:
    if run[0] not in "0123456789":
        return (1, 0, run)
    digits = run.lstrip("0")
    return (0, len(digits), digits)
