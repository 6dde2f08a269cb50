"""What a worker holds in memory after all that was asked of it."""

from tests.bench import servers
from tests.bench.figures import Figure, under
from tests.bench.installation import Installation
from tests.bench.targets import LARGEST


def figures(installation: Installation, server: int) -> list[Figure]:
    """The resident set of the larger worker; `server` is the main process."""
    return [
        Figure(
            "worker-memory",
            "memory of the larger worker, at the end",
            max(servers.memory_of_workers(server)) / 1e6,
            "MB",
            under(200),
            {
                "rows": len(installation.release(LARGEST).agenda.sessions),
                "workers": servers.WORKERS,
                "database": "SQLite",
            },
        )
    ]
