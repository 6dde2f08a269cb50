"""What of the translation desk its reader asks to see."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from eventapp.agenda.manage.texts.lines import TextLine
from eventapp.translation.states import TextState
from eventapp.values.language import Language

STATES = ("todo", TextState.MISSING, TextState.DRAFT, TextState.STALE, TextState.APPROVED, "all")
DEADLINES = ("", "overdue", "week", "none")
LENGTHS = ("", "20", "100", "500")  # words at most
KINDS = (
    "", "event", "series", "venue", "room", "track", "session", "person", "organisation",
)  # fmt: skip
INTO = ("", *Language)

WEEK = timedelta(days=7)
PAGE = 100


@dataclass(frozen=True, slots=True)
class Asked:
    """A choice among lines; each empty value asks for all. What nobody offers counts as empty."""

    state: str = "todo"
    kind: str = ""
    into: str = ""
    due: str = ""
    words: str = ""
    page: int = 1

    @classmethod
    def by(cls, arguments: Mapping[str, str]) -> "Asked":
        page = arguments.get("page", "")
        return cls(
            _offered(arguments.get("state", ""), STATES, "todo"),
            _offered(arguments.get("kind", ""), KINDS),
            _offered(arguments.get("in", ""), INTO),
            _offered(arguments.get("due", ""), DEADLINES),
            _offered(arguments.get("words", ""), LENGTHS),
            int(page) if page.isdecimal() and 0 < len(page) < 5 else 1,
        )

    @property
    def parameters(self) -> dict[str, Any]:
        """What an address says of it, but the page."""
        given = {"kind": self.kind, "in": self.into, "due": self.due, "words": self.words}
        state = {"state": self.state} if self.state != "todo" else {}
        return state | {name: value for name, value in given.items() if value}

    def among(self, lines: Iterable[TextLine], today: date) -> list[TextLine]:
        """The lines asked for, in their order."""
        return [line for line in lines if self._wants(line) and self._wants_due(line, today)]

    def _wants(self, line: TextLine) -> bool:
        return (
            self._wants_state(line)
            and self.kind in {"", line.kind}
            and self.into in {"", line.into}
            and (not self.words or line.words <= int(self.words))
        )

    def _wants_state(self, line: TextLine) -> bool:
        return line.is_to_do if self.state == "todo" else self.state in {"all", line.state}

    def _wants_due(self, line: TextLine, today: date) -> bool:
        if self.due == "overdue":
            return line.is_overdue(today)
        if self.due == "none":
            return line.due_on is None
        return self.due != "week" or (line.due_on is not None and line.due_on <= today + WEEK)


def _offered(value: str, offered: Iterable[str], otherwise: str = "") -> str:
    return value if value in set(offered) else otherwise
