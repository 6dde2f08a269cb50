"""Questions about an event's outbox."""

from collections.abc import Collection
from typing import NamedTuple

from sqlalchemy import Select, func, select
from sqlalchemy.orm import load_only

from eventapp.events.models import Event
from eventapp.messages.kinds import LetterState
from eventapp.messages.models import Letter
from eventapp.plumbing.database import db

PAGE = 100  # letters


class Shelf(NamedTuple):
    """A page of letters, and whether there is another one after it."""

    letters: list[Letter]
    has_more: bool


def counts(event: Event) -> dict[LetterState, int]:
    """How many letters the event has in each state."""
    query = select(Letter.state, func.count()).where(Letter.event_id == event.id)
    return dict(db.session.execute(query.group_by(Letter.state)).tuples().all())


def shelf(event: Event, states: Collection[LetterState], *, page: int) -> Shelf:
    """The letters in these states, the newest first, without their words; pages count from 1."""
    listed = load_only(
        *(Letter.kind, Letter.state, Letter.to_name, Letter.to_address, Letter.subject),
        Letter.language,
        *(Letter.created_at, Letter.not_before, Letter.sent_at, Letter.attempts),
        Letter.last_error,
    )
    query = _of(event).where(Letter.state.in_(states)).options(listed)
    query = query.order_by(Letter.id.desc()).offset(PAGE * (page - 1)).limit(PAGE + 1)
    letters = [*db.session.scalars(query)]
    return Shelf(letters[:PAGE], len(letters) > PAGE)


def letter(event: Event, number: int) -> Letter | None:
    """One letter of the event."""
    if not 0 < number < 2**31:
        return None
    return db.session.scalars(_of(event).where(Letter.id == number)).one_or_none()


def _of(event: Event) -> Select[tuple[Letter]]:
    return select(Letter).where(Letter.event_id == event.id)
