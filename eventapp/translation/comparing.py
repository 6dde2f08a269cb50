"""What changed from one wording to another, word by word. Pure."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import takewhile
from typing import NamedTuple

_TOKEN = re.compile(r"\s+|\w+|[^\w\s]")

#: Above this product of lengths (in tokens), finding the smallest difference takes too long.
_COMPARABLE = 4_000_000


class Part(StrEnum):
    """What became of a part of a text."""

    KEPT = "kept"
    GONE = "gone"
    NEW = "new"


class Piece(NamedTuple):
    """A stretch of text."""

    part: Part
    text: str


def compared(before: str, after: str) -> list[Piece]:
    """The two wordings as one text: what was kept, what is gone and what is new, in order."""
    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    first = _shared(old, new)
    last = _shared(old[first:][::-1], new[first:][::-1])
    middle = _differing(old[first : len(old) - last], new[first : len(new) - last])
    whole = (
        Piece(Part.KEPT, "".join(old[:first])),
        *middle,
        Piece(Part.KEPT, "".join(old[len(old) - last :])),
    )
    return [piece for piece in whole if piece.text]


def _shared(one: list[str], other: list[str]) -> int:
    """With how many equal tokens the two begin."""
    pairs = zip(one, other, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _differing(old: list[str], new: list[str]) -> Iterator[Piece]:
    if len(old) * len(new) > _COMPARABLE:
        yield Piece(Part.GONE, "".join(old))
        yield Piece(Part.NEW, "".join(new))
        return
    for kind, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            yield Piece(Part.KEPT, "".join(old[i:j]))
        else:
            yield Piece(Part.GONE, "".join(old[i:j]))
            yield Piece(Part.NEW, "".join(new[k:m]))
