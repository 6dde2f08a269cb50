"""The summit's official orders: in French alphabetical order, by lot, and by rank."""

from datetime import datetime

from eventapp.delegations.models import Delegation
from eventapp.events.models import Event
from eventapp.planning.precedence import Basis, ListKind, Place
from eventapp.protocol.ordering import draw_first_seat, make_order

AUTHOR, SEED = "Paul Exemple", "demonstration"


def make_orders(event: Event, host: Delegation, now: datetime) -> None:
    """Three of the four lists: flags are for somebody to try."""
    host_first = {"host_id": host.id, "host_place": Place.FIRST}
    make_order(event, ListKind.PARTICIPANTS, None, {}, by=AUTHOR, now=now)
    seating = make_order(event, ListKind.SEATING, None, host_first, by=AUTHOR, now=now)
    draw_first_seat(event, seating, SEED, by=AUTHOR, now=now)
    by_rank = {"basis": Basis.RANK, **host_first}
    make_order(event, ListKind.SPEAKING, None, by_rank, by=AUTHOR, now=now)
