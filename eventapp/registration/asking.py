"""Which questions somebody is asked: those for their category whose condition holds. Pure."""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

YES, NO = "yes", "no"


class Ask(NamedTuple):
    """A question, as far as it decides who is asked it; see `models.Question`."""

    id: int
    categories: tuple[str, ...] = ()
    shown_if: int | None = None
    shown_for: str = ""


def asked(asks: Iterable[Ask], category: str, answers: Mapping[int, Any]) -> frozenset[int]:
    """The ids of the questions that somebody of that category is asked, given their answers.

    An answer counts only where its own question is asked. `answers` are codes, or lists of them.
    """
    by_id = {each.id: each for each in asks}

    def is_asked(ask: Ask, path: frozenset[int]) -> bool:
        if ask.id in path or (ask.categories and category not in ask.categories):
            return False
        before = by_id.get(ask.shown_if) if ask.shown_if is not None else None
        if before is None:
            return ask.shown_if is None
        answer = answers.get(before.id)
        given = answer if isinstance(answer, list | tuple) else (answer,)
        return ask.shown_for in given and is_asked(before, path | {ask.id})

    return frozenset(each.id for each in by_id.values() if is_asked(each, frozenset()))


def goes_in_circles(asks: Iterable[Ask]) -> bool:
    """Whether a question depends on itself, by whatever way round."""
    after = {each.id: each.shown_if for each in asks}
    for start, first in after.items():
        here, steps = first, 0
        while here is not None and steps <= len(after):
            if here == start:
                return True
            here, steps = after.get(here), steps + 1
    return False
