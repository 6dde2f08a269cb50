"""`make bench`: prints the figures and writes build/bench.json; status 1 if a bar is missed."""

import os
import platform
import sqlite3
import sys
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from tests.bench import (
    bilaterals,
    board,
    finding,
    importing,
    letters,
    memory,
    own_agenda,
    paper,
    planning,
    protocol,
    registration,
    rendering,
    signing_in,
    throughput,
    wrk,
)
from tests.bench.figures import Figure, table, write
from tests.bench.installation import installed
from tests.bench.programmes import largest
from tests.bench.summit import a_large_summit
from tests.bench.targets import LARGEST
from tests.bench.workspace import a_workspace

REPORT = Path(__file__).parents[2] / "build" / "bench.json"


def main() -> None:
    if wrk.is_missing():
        sys.exit("bench: wrk is missing. Debian: apt install wrk; macOS: brew install wrk")
    name, schedule = largest()
    print(f"Measuring on {os.cpu_count()} cores with {name}; this takes some minutes.", flush=True)
    figures = measured(schedule)
    print(table(figures))
    write(REPORT, run(name), figures)
    sys.exit(0 if all(figure.ok for figure in figures) else 1)


def measured(schedule: bytes) -> list[Figure]:
    """All figures, the largest programme being that schedule."""
    with installed() as installation:
        figures = importing.figures(installation, LARGEST, schedule)
        with installation.serving() as server:
            figures += throughput.figures(installation)
            figures += rendering.figures(installation)
            figures += registration.figures(installation)
            figures += memory.figures(installation, server)
    with a_workspace() as workspace:
        for measure in (signing_in, board, finding, planning):
            figures += measure.figures(workspace)
    with a_large_summit() as summit:
        for measure_summit in (own_agenda, paper, protocol, bilaterals):
            figures += measure_summit.figures(summit)
    return figures + letters.figures()


def run(schedule: str) -> dict[str, object]:
    """When, where and with what was measured."""
    return {
        "at": datetime.now(UTC).isoformat(timespec="seconds"),
        "schedule": schedule,
        "cores": os.cpu_count(),
        "system": platform.platform(),
        "python": platform.python_version(),
        "sqlite": sqlite3.sqlite_version,
        **{name: version(name) for name in ("eventapp", "flask", "granian", "typst")},
    }


if __name__ == "__main__":
    main()
