"""Which conflicts a reader asks to see. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from eventapp.agenda.conflicts.telling import ConflictLine
from eventapp.agenda.manage.outlook import read_day
from eventapp.planning.conflicts import Severity
from eventapp.planning.rules import RULES

PAGE = 100


class Sifted(NamedTuple):
    """A page of what was found; `counts` are of all conflicts, whatever is asked for."""

    lines: Sequence[ConflictLine]
    found: int
    pages: int
    counts: Mapping[Severity, int]
    days: Sequence[date]


@dataclass(frozen=True, slots=True)
class Sifting:
    """What the address says; whatever it says wrongly is left out."""

    severity: str = ""
    rule: str = ""
    day: date | None = None
    page: int = 1

    @classmethod
    def asked(cls, parameters: Mapping[str, str]) -> "Sifting":
        severity, rule = parameters.get("severity", ""), parameters.get("rule", "")
        page = parameters.get("page", "")
        return cls(
            severity=severity if severity in set(Severity) else "",
            rule=rule if rule in RULES else "",
            day=read_day(parameters.get("day", "")),
            page=int(page) if page.isascii() and page.isdecimal() and len(page) < 6 else 1,
        )

    def sifted(self, lines: Sequence[ConflictLine]) -> Sifted:
        """The page of them that is asked for; the last one beyond it."""
        found = [line for line in lines if self._wants(line)]
        pages = max(1, -(-len(found) // PAGE))
        start = (max(1, min(self.page, pages)) - 1) * PAGE
        counts = {each: sum(line.severity is each for line in lines) for each in Severity}
        days = sorted({line.day for line in lines if line.day})
        return Sifted(found[start : start + PAGE], len(found), pages, counts, days)

    def turned(self, page: int) -> dict[str, str]:
        """The parameters of another page of the same."""
        asked = {"severity": self.severity, "rule": self.rule, "page": str(page)}
        return {name: value for name, value in asked.items() if value} | (
            {"day": self.day.isoformat()} if self.day else {}
        )

    def _wants(self, line: ConflictLine) -> bool:
        return (
            self.severity in ("", line.severity)
            and self.rule in ("", line.rule)
            and self.day in (None, line.day)
        )
