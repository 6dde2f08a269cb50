"""What the overview of an event says of its registration."""

from datetime import UTC, datetime

from flask import url_for
from sqlalchemy import func, select

from eventapp.accounts.guarding import rights_in
from eventapp.accounts.rights import Right
from eventapp.events.models import Event
from eventapp.events.overview import Card
from eventapp.participants.kinds import ParticipantState
from eventapp.participants.models import Participant
from eventapp.plumbing.database import db
from eventapp.registration.kinds import Opening
from eventapp.registration.places import desk_of, load_of, opening_of
from eventapp.values.catalogue import N_, NN_, counted, translator
from eventapp.values.language import Language

TO_APPROVE = NN_("%(num)s registration to approve", "%(num)s registrations to approve")
TAKEN = NN_("%(num)s place taken", "%(num)s places taken")
WAITING = NN_("%(num)s person on the waiting list", "%(num)s people on the waiting list")


def card(event: Event, language: Language) -> Card | None:
    """Whether the form is open, how many come, who waits; for those whose task it is."""
    desk = desk_of(event.id)
    if desk is None or Right.REGISTER not in rights_in(event):
        return None
    _, load = translator(language), load_of(event.id)
    is_open = opening_of(desk, datetime.now(UTC)) is Opening.OPEN
    pending = _pending(event)
    lines = [_(N_("Registration is open")) if is_open else _(N_("The public form is closed"))]
    lines.append(counted(*TAKEN, load.taken, language))
    if load.waiting:
        lines.append(counted(*WAITING, load.waiting, language))
    return Card(
        heading=_(N_("Registration")),
        address=url_for("registration.desk", event=event.slug),
        lines=lines,
        urgent=[counted(*TO_APPROVE, pending, language)] if pending else [],
    )


def _pending(event: Event) -> int:
    query = select(func.count()).where(
        Participant.event_id == event.id,
        Participant.state == ParticipantState.PENDING,
        Participant.removed_at.is_(None),
    )
    return db.session.scalar(query) or 0
