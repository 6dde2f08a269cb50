"""The official list: the delegations of a large summit by the rank of their heads."""

from datetime import UTC, datetime
from statistics import median
from time import perf_counter

from eventapp.planning.precedence import Basis, ListKind
from eventapp.plumbing.database import db, unit_of_work
from eventapp.protocol.ordering import make_order
from eventapp.protocol.orders import official_list
from tests.bench.figures import Figure, under
from tests.bench.summit import CONDITIONS, LargeSummit

TIMES = 15
NOW = datetime(2026, 11, 2, 12, tzinfo=UTC)


def figures(summit: LargeSummit) -> list[Figure]:
    """How long the list takes by rank, which asks most: parties, heads and persons are read."""
    rule = {"basis": Basis.RANK}
    with unit_of_work():
        make_order(summit.event, ListKind.FLAGS, None, rule, by="bench", now=NOW)
    seconds = [_seconds(summit) for _ in range(TIMES)]
    return [
        Figure(
            "official-list",
            "official list by rank, read from the database",
            median(seconds) * 1000,
            "ms",
            under(200),
            CONDITIONS,
        )
    ]


def _seconds(summit: LargeSummit) -> float:
    db.session.expire_all()
    begun = perf_counter()
    official_list(summit.event, ListKind.FLAGS)
    return perf_counter() - begun
