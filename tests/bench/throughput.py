"""How many answers a second the server gives, against the baseline on the same server."""

import os
import sys
from dataclasses import dataclass
from statistics import median

from tests.bench import baseline, servers, wrk
from tests.bench.asking import Answer, ask
from tests.bench.figures import Conditions, Figure, at_least, under
from tests.bench.installation import Installation
from tests.bench.targets import LARGEST, NOT_MODIFIED, TARGETS, Target
from tests.bench.wrk import Load

ROUNDS = 5
SECONDS = 2  # of each round, on each of both servers


@dataclass(frozen=True, slots=True)
class Contest:
    """The application and the baseline under the same load, by turns, so that both bear alike
    what else the machine does."""

    ours: list[Load]
    theirs: list[Load]

    @property
    def rate(self) -> float:
        return median(load.rate for load in self.ours)

    @property
    def baseline(self) -> float:
        return median(load.rate for load in self.theirs)

    @property
    def ratio(self) -> float:
        return self.rate / self.baseline

    @property
    def p99(self) -> float:
        return median(load.p99 for load in self.ours)


def figures(installation: Installation) -> list[Figure]:
    """Of each target its throughput, its latency, and the throughput of its 304."""
    rows = len(installation.release(LARGEST).agenda.sessions)
    port = servers.free_port()
    command = [sys.executable, "-m", baseline.__name__, str(port), str(installation.port)]
    with servers.running(command, port, baseline.READY, os.environ):
        return [
            figure
            for target in TARGETS
            for figure in _figures(target, installation.port, port, rows)
        ]


def _figures(target: Target, ours: int, theirs: int, rows: int) -> list[Figure]:
    answer = _answer(target, ours, theirs)
    known = {**target.headers, "If-None-Match": answer.header("ETag")}
    if ask(ours, target.path, known).status != 304:
        raise RuntimeError(f"{target.path} does not know its own ETag.")
    whole = _contest((ours, target.path), (theirs, target.baseline), target.headers)
    unchanged = _contest((ours, target.path), (theirs, NOT_MODIFIED), known)
    conditions = _conditions(rows, len(answer.body), whole)
    return [
        Figure(
            target.id,
            f"{target.name}: throughput",
            whole.ratio,
            "ratio",
            at_least(0.5),
            conditions,
        ),
        Figure(
            f"{target.id}-p99",
            f"{target.name}: 99 of 100 answers within",
            whole.p99,
            "ms",
            under(50),
            conditions,
        ),
        Figure(
            f"{target.id}-304",
            f"{target.name}: throughput of 304",
            unchanged.ratio,
            "ratio",
            at_least(0.7),
            _conditions(rows, 0, unchanged),
        ),
    ]


def _answer(target: Target, ours: int, theirs: int) -> Answer:
    """The application's answer, after a look whether the baseline's is the same."""
    answer, copy = ask(ours, target.path, target.headers), ask(theirs, target.baseline)
    if answer.status != 200 or answer.body != copy.body:
        raise RuntimeError(f"{target.path} is {answer.status}, or the baseline is no copy of it.")
    return answer


def _contest(ours: tuple[int, str], theirs: tuple[int, str], headers: dict[str, str]) -> Contest:
    contest = Contest([], [])
    for _ in range(ROUNDS):
        contest.ours.append(wrk.load(*ours, headers, seconds=SECONDS))
        contest.theirs.append(wrk.load(*theirs, headers, seconds=SECONDS))
    return contest


def _conditions(rows: int, size: int, contest: Contest) -> Conditions:
    return {
        "rows": rows,
        "bytes": size,
        "workers": servers.WORKERS,
        "database": "SQLite",
        "connections": wrk.CONNECTIONS,
        "rounds": f"{ROUNDS} of {SECONDS} s",
        "requests/s": round(contest.rate),
        "baseline requests/s": round(contest.baseline),
        "baseline p99 ms": round(median(load.p99 for load in contest.theirs)),
    }
