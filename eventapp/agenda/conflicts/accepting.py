"""Living with a conflict: a person says why, and it is asked again once things change."""

from datetime import date, datetime

from eventapp.agenda.conflicts.loading import board as load
from eventapp.agenda.conflicts.locking import lock
from eventapp.agenda.conflicts.models import REASON_LENGTH, TOLD_LENGTH, AcceptedConflict
from eventapp.agenda.conflicts.queries import decisions_of, rules_on
from eventapp.agenda.conflicts.telling import told
from eventapp.events.models import Event
from eventapp.history.recording import Actor
from eventapp.planning.board import Board
from eventapp.planning.conflicts import Conflict
from eventapp.planning.rules import find
from eventapp.plumbing.database import db
from eventapp.values.bilingual import Bilingual
from eventapp.values.catalogue import N_
from eventapp.values.language import Language
from eventapp.values.refusal import Refusal


def accept(
    event: Event, key: str, reason: str, *, by: Actor, today: date, now: datetime
) -> AcceptedConflict:
    """Accepts the conflict with that key as it is now.

    Raises Refusal without a reason, where the situation is no longer that one, and where somebody
    has accepted it already.
    """
    if not reason.strip() or len(reason) > REASON_LENGTH:
        raise Refusal(N_("A reason of %(most)s characters at most is needed."), most=REASON_LENGTH)
    lock(event)
    board = load(event, today=today)
    conflict = next((each for each in find(board, rules_on(event)) if each.key(board) == key), None)
    if conflict is None:
        raise Refusal(N_("This conflict is gone, or no longer as you saw it."))
    if known := next((each for each in decisions_of(event) if each.key == key), None):
        raise Refusal(N_("%(author)s has accepted this conflict meanwhile."), author=known.author)
    accepted = AcceptedConflict(
        event_id=event.id,
        key=key,
        matter=conflict.matter,
        rule=conflict.rule,
        parties=list(conflict.parties),
        told=_told(conflict, board),
        reason=reason.strip(),
        author=by.name[:200],
        at=now,
    )
    db.session.add(accepted)
    return accepted


def take_back(accepted: AcceptedConflict) -> None:
    """The conflict is open again, if it is still there."""
    db.session.delete(accepted)


def _told(conflict: Conflict, board: Board) -> Bilingual:
    texts = (told(conflict, board, language) for language in Language)
    return Bilingual(*(text[:TOLD_LENGTH] for text in texts))
