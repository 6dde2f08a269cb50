"""Fifty people who register at the same moment, over HTTP."""

from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection
from statistics import quantiles
from threading import Barrier
from time import perf_counter
from urllib.parse import urlencode

from sqlalchemy import func, select

from eventapp.participants.kinds import ParticipantState
from eventapp.participants.models import Participant
from eventapp.plumbing.database import db
from tests.bench.asking import PATIENCE
from tests.bench.figures import Figure, under
from tests.bench.installation import Installation
from tests.builders import a_summit
from tests.registration import a_desk

SLUG, PEOPLE, PLACES = "registering", 50, 20
PAGE = f"/en/{SLUG}/register"
HEADERS = {"Content-Type": "application/x-www-form-urlencoded"}
TYPED = {
    "category": "guest",
    "given_name": "Zoé",
    "function": "Director",
    "organisation": "Institut exemple",
    "country": "CA",
    "correspondence": "both",
    "policy": "y",
    "policy_number": "1",
}


def figures(installation: Installation) -> list[Figure]:
    """The time that 95 of 100 answers stay under; the installation is being served."""
    event = a_summit(SLUG)
    a_desk(event, capacity=PLACES)
    db.session.commit()
    event_id = event.id
    began = Barrier(PEOPLE)

    def one(number: int) -> float:
        return _registered(installation.port, number, began)

    with ThreadPoolExecutor(PEOPLE) as people:
        took = [*people.map(one, range(PEOPLE))]
    _demand_exactly(event_id)
    return [
        Figure(
            "registrations-p95",
            f"{PEOPLE} registrations at once, for {PLACES} places: 95 % answered",
            quantiles(took, n=20)[-1],
            "s",
            under(1),
            {"people": PEOPLE, "workers": 2, "database": "SQLite"},
        )
    ]


def _registered(port: int, number: int, began: Barrier) -> float:
    """How long one answer took, in seconds, from the moment when all begin."""
    own = {"family_name": f"Exemple {number}", "email": f"p{number}@example.org", "key": number}
    body = urlencode(TYPED | own)
    connection = HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    try:
        began.wait()
        start = perf_counter()
        connection.request("POST", PAGE, body, HEADERS)
        response = connection.getresponse()
        response.read()
        took = perf_counter() - start
    finally:
        connection.close()
    if response.status != 303:
        raise AssertionError(f"A registration was answered with {response.status}.")
    return took


def _demand_exactly(event_id: int) -> None:
    """Whoever is fast and gives away a place too many has not kept the promise."""
    db.session.rollback()
    query = select(func.count()).where(
        Participant.event_id == event_id, Participant.state == ParticipantState.CONFIRMED
    )
    confirmed = db.session.scalar(query)
    if confirmed != PLACES:
        raise AssertionError(f"{confirmed} have a place, of {PLACES}.")
