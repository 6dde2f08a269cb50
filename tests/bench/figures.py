"""A figure and its bar; a report of figures, on the screen and as a file."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

#: On what a figure was measured: `{"rows": 943, "workers": 2, "database": "SQLite"}`.
Conditions = Mapping[str, str | int]


class Sense(StrEnum):
    """On which side of its bar a figure must be."""

    AT_LEAST = "≥"
    UNDER = "<"


@dataclass(frozen=True, slots=True)
class Bar:
    """What a figure must reach, or stay under."""

    sense: Sense
    limit: float

    def holds(self, value: float) -> bool:
        return value >= self.limit if self.sense is Sense.AT_LEAST else value < self.limit

    def __str__(self) -> str:
        return f"{self.sense} {self.limit:g}"


def at_least(limit: float) -> Bar:
    return Bar(Sense.AT_LEAST, limit)


def under(limit: float) -> Bar:
    return Bar(Sense.UNDER, limit)


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured value. `unit` is `s`, `ms`, `MB` (10⁶ bytes), or `ratio`, which has none."""

    id: str
    measured: str
    value: float
    unit: str
    bar: Bar
    conditions: Conditions

    @property
    def ok(self) -> bool:
        return self.bar.holds(self.value)

    def as_json(self) -> dict[str, object]:
        return {
            "id": self.id,
            "measured": self.measured,
            "value": round(self.value, 3),
            "unit": self.unit,
            "bar": str(self.bar),
            "ok": self.ok,
            "conditions": dict(self.conditions),
        }


def table(figures: Iterable[Figure]) -> str:
    """The figures, a line each, in columns; a missed bar stands out at the end of its line."""
    rows = [("figure", "value", "unit", "bar", "", "measured")]
    rows += [
        (
            figure.id,
            f"{figure.value:.2f}",
            figure.unit,
            str(figure.bar),
            "ok" if figure.ok else "MISSED",
            figure.measured,
        )
        for figure in figures
    ]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "\n".join(
        "  ".join(
            cell.rjust(width) if column == 1 else cell.ljust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    )


def write(file: Path, run: Mapping[str, object], figures: Iterable[Figure]) -> None:
    """Writes the report: `run` says when, where and with which versions it was measured."""
    report = {"run": dict(run), "figures": [figure.as_json() for figure in figures]}
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(report, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
