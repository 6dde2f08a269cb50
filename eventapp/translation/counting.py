"""How much there is to translate. Pure."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from eventapp.translation.states import TextState

#: Words an hour, as translators plan their work.
TRANSLATED, REREAD = 250, 1_000

_WORD = re.compile(r"\S*\w\S*")


def words_of(text: str) -> int:
    """How many words a text has: what white space parts and holds a letter or a digit."""
    return len(_WORD.findall(text))


@dataclass(frozen=True, slots=True)
class Effort:
    """Words to be translated, and words to be read again before somebody approves them."""

    to_translate: int = 0
    to_reread: int = 0

    @property
    def hours(self) -> float:
        """About how long that takes."""
        return self.to_translate / TRANSLATED + self.to_reread / REREAD


def effort_of(texts: Iterable[tuple[TextState, int]]) -> Effort:
    """What texts of these states and lengths (in words) ask for."""
    known = list(texts)
    return Effort(
        sum(words for state, words in known if state is TextState.MISSING),
        sum(words for state, words in known if state in (TextState.DRAFT, TextState.STALE)),
    )
