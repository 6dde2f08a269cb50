"""How long papers take at a summit of delegations: each PDF, and 1,200 badges."""

from statistics import median
from time import perf_counter

from flask.testing import FlaskClient
from sqlalchemy import select

from eventapp.delegations.models import Delegation
from eventapp.plumbing.database import db
from tests.bench.figures import Bar, Figure, under
from tests.bench.summit import CONDITIONS, LargeSummit

ROUNDS = 3
EACH, ALL_BADGES = under(5), under(60)


def figures(summit: LargeSummit) -> list[Figure]:
    """Every kind of paper in both languages, each set anew."""
    sent = db.session.scalars(select(Delegation).where(Delegation.event_id == summit.event.id))
    largest = max(sent, key=lambda each: len(each.members)).code
    asked: tuple[tuple[str, str, str, Bar, int], ...] = (
        ("list", "list of 1,200 participants", "participants.pdf", EACH, ROUNDS),
        ("booklet", "booklet of a delegation", f"booklet.pdf?delegation={largest}", EACH, ROUNDS),
        ("plates", "formal name plates of all delegations", "plates.pdf?of=formal", EACH, ROUNDS),
        ("signs", "door signs of all rooms and days", "signs.pdf", EACH, ROUNDS),
        ("badges", "1,200 badges", "badges.pdf?which=all", ALL_BADGES, 1),
    )
    papers = f"/fr/manage/{summit.slug}/papers"
    return [
        Figure(
            f"paper-{id_}",
            f"{name}, as a bilingual PDF",
            median(_seconds(summit.client, f"{papers}/{path}") for _ in range(rounds)),
            "s",
            bar,
            CONDITIONS,
        )
        for id_, name, path, bar, rounds in asked
    ]


def _seconds(client: FlaskClient, address: str) -> float:
    begun = perf_counter()
    answer = client.get(address)
    if answer.status_code != 200 or not answer.data.startswith(b"%PDF"):
        raise RuntimeError(f"{address} is {answer.status_code}, or no PDF.")
    return perf_counter() - begun
