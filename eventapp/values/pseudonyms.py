"""What stands where a name stood that nobody may read any more."""

from collections.abc import Collection
from typing import TypeVar, cast

T = TypeVar("T")

#: Nomen nescio: the same in every language, and nobody's name.
NOBODY = "N. N."


def without(words: Collection[str], value: T) -> T:
    """The value with NOBODY in place of these words, in all texts that it holds.

    Takes what JSON can be; the longest word goes first, since it may hold the others.
    """
    if isinstance(value, str):
        text: str = value
        for word in sorted(filter(None, words), key=len, reverse=True):
            text = text.replace(word, NOBODY)
        return cast("T", text)
    if isinstance(value, dict):
        return cast("T", {key: without(words, each) for key, each in value.items()})
    if isinstance(value, list):
        return cast("T", [without(words, each) for each in value])
    return value
