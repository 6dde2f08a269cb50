"""The organisation's terms, found in a text. Pure.

Case and accents count for nothing, nor do the plainest plurals (`données`, `policies`, `réseaux`).
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from eventapp.values.bilingual import Bilingual
from eventapp.values.folding import fold
from eventapp.values.language import Language

_WORD = re.compile(r"[^\W_]+")
_ENDINGS = (("ies", "y"), ("eaux", "eau"), ("aux", "al"), ("s", ""), ("x", ""))
_SHORTEST = 3  # letters that a word keeps without its ending


@dataclass(frozen=True, slots=True)
class GlossaryTerm:
    """A term in both languages; `note` says when it is used."""

    wording: Bilingual
    note: str = ""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a text; `term` is the one that stands there, if any."""

    text: str
    term: GlossaryTerm | None = None


def stretches(text: str, language: Language, terms: Iterable[GlossaryTerm]) -> list[Stretch]:
    """The whole text in order, cut where terms of the glossary stand; the longest term wins."""
    known = {key: term for term in terms if (key := _key(term.wording.strict(language)))}
    longest = max(map(len, known), default=0)
    words = list(_WORD.finditer(text))
    keys = [_singular(word[0]) for word in words]
    made, place, at = list[Stretch](), 0, 0
    while at < len(words):
        size = _size_of_term(keys, at, longest, known)
        if size:
            start, end = words[at].start(), words[at + size - 1].end()
            made.append(Stretch(text[place:start]))
            made.append(Stretch(text[start:end], known[tuple(keys[at : at + size])]))
            place = end
        at += size or 1
    made.append(Stretch(text[place:]))
    return [stretch for stretch in made if stretch.text]


def terms_in(parts: Iterable[Stretch]) -> list[GlossaryTerm]:
    """The terms that a text holds, each once, in the order of the text."""
    return list(dict.fromkeys(part.term for part in parts if part.term))


def _size_of_term(
    keys: Sequence[str], at: int, longest: int, known: dict[tuple[str, ...], GlossaryTerm]
) -> int:
    """How many words the longest term has that begins there; 0 where none does."""
    sizes = range(min(longest, len(keys) - at), 0, -1)
    return next((size for size in sizes if tuple(keys[at : at + size]) in known), 0)


def _key(wording: str) -> tuple[str, ...]:
    return tuple(_singular(word) for word in _WORD.findall(wording))


def _singular(word: str) -> str:
    folded = fold(word)
    for ending, single in _ENDINGS:
        if folded.endswith(ending) and len(folded) - len(ending) >= _SHORTEST:
            return folded.removesuffix(ending) + single
    return folded
