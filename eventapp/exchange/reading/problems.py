"""What is wrong with a file, said by place and line. Pure."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple, TypeVar

from eventapp.values.catalogue import N_, counted, translator
from eventapp.values.language import Language
from eventapp.values.refusal import Refusal

T = TypeVar("T")

SHOWN_AT_MOST = 50


class Place(NamedTuple):
    """Where something stands in a file: `<duration>` on a line, or a path within JSON."""

    name: str
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Problem:
    """Why something cannot be imported, and where it stands."""

    place: Place
    reason: Refusal

    def text(self, language: Language) -> str:
        _, reason = translator(language), self.reason.text(language)
        values = {"line": self.place.line, "place": self.place.name, "reason": reason}
        if self.place.line is None:
            return _("%(place)s: %(reason)s") % values
        return _("line %(line)s, %(place)s: %(reason)s") % values


class Unreadable(Exception):
    """A file that cannot be imported: nothing of it is, and every problem found is listed."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__("; ".join(problem.text(Language.EN) for problem in problems[:3]))
        self.problems = problems

    def lines(self, language: Language) -> list[str]:
        """What to tell a person: at most SHOWN_AT_MOST problems, the others counted."""
        _, hidden = translator(language), len(self.problems) - SHOWN_AT_MOST
        lines = [_("The file cannot be read as a schedule; nothing was imported.")]
        lines += [f"  {problem.text(language)}" for problem in self.problems[:SHOWN_AT_MOST]]
        if hidden > 0:
            more = counted(
                "… and %(num)s more problem", "… and %(num)s more problems", hidden, language
            )
            lines.append(f"  {more}")
        return lines


class Problems:
    """Collects the problems of one file, so that they are told all at once."""

    def __init__(self) -> None:
        self._found: list[Problem] = []

    def add(self, place: Place, message: str, **values: object) -> None:
        self._found.append(Problem(place, Refusal(message, **values)))

    def attempt(self, place: Place, action: Callable[[], T]) -> T | None:
        """What the action returns; None where it refuses, which is noted."""
        try:
            return action()
        except Refusal as refusal:
            self._found.append(Problem(place, refusal))
            return None

    def within(self, place: Place, text: str, length: int) -> str:
        """The text, noted where it is longer than that many characters."""
        if len(text) > length:
            self.add(
                place, N_("Too long: at most %(length)s characters can be kept."), length=length
            )
        return text

    def raise_if_any(self) -> None:
        if self._found:
            raise Unreadable(*self._found)
