"""What organizers do to letters: let them go, discard them, try them again."""

from collections.abc import Callable, Collection, Mapping
from datetime import datetime

from sqlalchemy import select

from eventapp.events.models import Event
from eventapp.messages.kinds import TAKES, Deed, LetterState
from eventapp.messages.models import Letter
from eventapp.messages.writing import SEND_LETTERS
from eventapp.plumbing.database import db
from eventapp.plumbing.jobs import after_commit
from eventapp.values.catalogue import N_
from eventapp.values.refusal import Refusal


def handle(event: Event, deed: Deed, numbers: Collection[int] | None, *, now: datetime) -> int:
    """Does it to the letters with these numbers, or to all that it takes; answers to how many.

    Letters that left meanwhile, or that somebody else handled, stay as they are. Raises Refusal
    where no letter is left to do it to.
    """
    query = select(Letter).where(Letter.event_id == event.id, Letter.state.in_(TAKES[deed]))
    if numbers is not None:
        query = query.where(Letter.id.in_(numbers))
    letters = db.session.scalars(query.order_by(Letter.id).with_for_update()).all()
    if not letters:
        raise Refusal(N_("Nothing was done: choose letters that still can be handled so."))
    for letter in letters:
        _DO[deed](letter, now)
    if deed is not Deed.DISCARD:
        after_commit(SEND_LETTERS)
    return len(letters)


def _send(letter: Letter, _now: datetime) -> None:
    """It leaves at its moment, which an embargo may have put off."""
    letter.state = LetterState.WAITING


def _discard(letter: Letter, _now: datetime) -> None:
    letter.state = LetterState.DISCARDED


def _retry(letter: Letter, now: datetime) -> None:
    letter.state = LetterState.WAITING
    letter.attempts = 0
    letter.not_before = max(letter.not_before, now)


_DO: Mapping[Deed, Callable[[Letter, datetime], None]] = {
    Deed.SEND: _send,
    Deed.DISCARD: _discard,
    Deed.RETRY: _retry,
}
