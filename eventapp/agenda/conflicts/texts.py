"""Which sessions' texts still await approval, where their day is near."""

from collections import Counter
from collections.abc import Collection
from datetime import date
from uuid import UUID

from sqlalchemy import func, select

from eventapp.agenda.freezing import PUBLIC_TEXTS
from eventapp.agenda.kinds import SlotState
from eventapp.agenda.models import Session
from eventapp.events.models import Event
from eventapp.planning.rules.texts import NEAR
from eventapp.plumbing.database import db
from eventapp.translation.approving import TextUnit, approvals_of
from eventapp.translation.states import TextState

SETTLED = frozenset({TextState.APPROVED, TextState.EMPTY})


def unapproved_texts(
    event: Event, *, today: date, only: Collection[UUID] | None = None
) -> Counter[str]:
    """How many wordings await approval, by uid of their session; none where no day is near.

    `only` asks about these sessions.
    """
    due = func.coalesce(Session.texts_due_on, event.texts_due_on)
    query = select(Session.uid, Session.title, Session.abstract).where(
        Session.event_id == event.id, Session.state != SlotState.CANCELLED, due <= today + NEAR
    )
    if only is not None:
        query = query.where(Session.uid.in_(only))
    rows = db.session.execute(query).all()
    units = [
        TextUnit(row.uid, field, getattr(row, field))
        for row in rows
        for field in PUBLIC_TEXTS[Session]
    ]
    approvals = approvals_of(row.uid for row in rows)
    return Counter(
        str(unit.subject)
        for unit in units
        for state in approvals.states(unit).values()
        if state not in SETTLED
    )
