"""How long placing all meetings takes, whether that is proved the best, and within every rule."""

from collections.abc import Iterator
from time import perf_counter

from eventapp.bilaterals.loading import load_instance
from eventapp.planning.meetings.instance import Instance
from eventapp.planning.meetings.process import propose
from tests.bench.figures import Conditions, Figure, under
from tests.bench.summit import CONDITIONS, NOW, LargeSummit
from tests.unit.bilaterals.meetings import a_large_instance, broken

SECONDS = 60
LARGE: Conditions = {"requests": 300, "slots": 60, "rooms": 8, "delegations": 40}


def figures(summit: LargeSummit) -> list[Figure]:
    """The summit's sixty requests, read from its database; and three hundred in memory."""
    begun = perf_counter()
    small = load_instance(summit.event, now=NOW).instance
    large = a_large_instance(300, 60, 8)
    return [
        *_measured("60", small, 10, CONDITIONS, begun),
        *_measured("300", large, 60, LARGE, perf_counter()),
    ]


def _measured(
    size: str, instance: Instance, bar: float, conditions: Conditions, begun: float
) -> Iterator[Figure]:
    solved = propose(instance, seconds=SECONDS)
    took = perf_counter() - begun
    wrong = len(broken(instance, solved.places))
    told: Conditions = {**conditions, "placed": len(solved.places), "pace": instance.pace}
    gap = (solved.bound - solved.score) / max(solved.bound, 1)
    name = f"{size} requests for meetings"
    yield Figure(f"meetings-{size}", f"{name} placed at once", took, "s", under(bar), told)
    yield Figure(
        f"meetings-{size}-gap", f"{name}: gap to the proof", gap, "ratio", under(1e-9), told
    )
    yield Figure(f"meetings-{size}-broken", f"{name}: rules broken", wrong, "ratio", under(1), told)
