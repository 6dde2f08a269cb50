"""When delegations are there: from the end of their arrival until their departure begins."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import select

from eventapp.agenda.kinds import SlotState
from eventapp.agenda.models import Slot, SlotDelegation
from eventapp.delegations.models import Delegation
from eventapp.events.models import Event
from eventapp.movements.kinds import MovementKind
from eventapp.movements.models import Movement
from eventapp.plumbing.database import db

Presence = tuple[datetime | None, datetime | None]

#: The columns beneath a movement's span.
_TIMES = Slot.__table__.c


def presence_of(event: Event) -> Mapping[str, Presence]:
    """The instants by delegation's uid, None where nothing is known.

    Of several arrivals the first counts, and of several departures the last.
    """
    query = (
        select(Delegation.uid, Movement.kind, _TIMES.starts_at, _TIMES.ends_at)
        .select_from(Movement)
        .join(SlotDelegation, SlotDelegation.slot_id == Movement.id)
        .join(Delegation, Delegation.id == SlotDelegation.delegation_id)
        .where(
            Movement.event_id == event.id,
            Movement.kind.in_((MovementKind.ARRIVAL, MovementKind.DEPARTURE)),
            Movement.state != SlotState.CANCELLED,
            _TIMES.starts_at.is_not(None),
        )
        .order_by(_TIMES.starts_at)
    )
    since: dict[str, datetime] = {}
    until: dict[str, datetime] = {}
    for uid, kind, starts_at, ends_at in db.session.execute(query):
        if kind is MovementKind.ARRIVAL:
            since.setdefault(str(uid), ends_at)
        else:
            until[str(uid)] = starts_at
    return {uid: (since.get(uid), until.get(uid)) for uid in {*since, *until}}
