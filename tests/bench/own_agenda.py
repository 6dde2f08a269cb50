"""How long one's own agenda takes, at a summit of delegations: its calendar and its paper."""

from collections.abc import Callable
from datetime import datetime, time, timedelta
from statistics import median
from time import perf_counter

from flask.testing import FlaskClient
from sqlalchemy import select

from eventapp.agenda.kinds import SlotState
from eventapp.agenda.slots import revise
from eventapp.bilaterals.models import Bilateral
from eventapp.delegations.models import Delegation
from eventapp.participants.addresses import make_address
from eventapp.participants.kinds import AddressPurpose
from eventapp.plumbing.database import db
from eventapp.values.timespan import TimeSpan
from tests.bench.figures import Figure, under
from tests.bench.summit import CONDITIONS, NOW, LargeSummit

ROUNDS = 5


def figures(summit: LargeSummit) -> list[Figure]:
    """The feed of the head of a delegation, and the PDF of the whole delegation, each fetched."""
    sent = db.session.scalars(select(Delegation).where(Delegation.event_id == summit.event.id))
    largest = max(sent, key=lambda each: len(each.members))
    _settle_meetings(summit)
    head = largest.members[0].participant
    feed = make_address(summit.event.id, head.uid, AddressPurpose.CALENDAR, "fr", now=NOW)
    page = make_address(summit.event.id, largest.uid, AddressPurpose.PAGE, now=NOW)
    db.session.commit()
    own = f"/fr/{summit.slug}/own"
    return [
        Figure(
            "own-feed",
            "a person's own feed",
            _middle(summit.client, f"{own}/{feed}.ics") * 1_000,
            "ms",
            under(50),
            CONDITIONS,
        ),
        Figure(
            "own-pdf",
            "a delegation's agenda as a bilingual PDF",
            _middle(summit.client, f"{own}/{page}.pdf?languages=both"),
            "s",
            under(5),
            CONDITIONS,
        ),
    ]


def _settle_meetings(summit: LargeSummit) -> None:
    """Gives every meeting that was asked for a time and a room."""
    meetings = db.session.scalars(select(Bilateral).where(Bilateral.event_id == summit.event.id))
    start = datetime.combine(summit.event.starts_on or NOW, time(9))
    for number, meeting in enumerate(meetings):
        begins = start + timedelta(days=number % 3, minutes=30 * (number // 3 % 18))
        meeting.span = TimeSpan.lasting(begins, timedelta(minutes=30), summit.event.zone)
        meeting.room, meeting.state = summit.event.rooms[-1], SlotState.CONFIRMED
        revise(meeting, now=NOW)


def _middle(client: FlaskClient, address: str) -> float:
    """Seconds, the middle one of some rounds."""
    return median(_seconds(lambda: client.get(address).status_code) for _ in range(ROUNDS))


def _seconds(ask: Callable[[], int]) -> float:
    begun = perf_counter()
    if ask() != 200:
        raise RuntimeError("An own agenda does not answer.")
    return perf_counter() - begun
