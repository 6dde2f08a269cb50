"""How long importing and publishing take, in one process, without starting it."""

from tests.bench.figures import Conditions, Figure, under
from tests.bench.installation import Installation
from tests.bench.programmes import generated

SESSIONS = 1000
SLUG = "imported"


def figures(installation: Installation, largest: str, schedule: bytes) -> list[Figure]:
    """Imports twice, then imports the largest schedule as the event `largest` and publishes it."""
    conditions: Conditions = {"rows": SESSIONS, "format": "schedule.xml", "database": "SQLite"}
    example = generated(SESSIONS)
    first = installation.bring_in(example, SLUG)
    second = installation.bring_in(example, SLUG)
    installation.bring_in(schedule, largest)
    publishing = installation.publish(largest)
    rows = len(installation.release(largest).agenda.sessions)
    return [
        Figure("import-first", "first import of a schedule", first, "s", under(10), conditions),
        Figure("import-again", "the same import again", second, "s", under(5), conditions),
        Figure(
            "publish",
            "publishing the first release",
            publishing,
            "s",
            under(2),
            {"rows": rows, "database": "SQLite"},
        ),
    ]
