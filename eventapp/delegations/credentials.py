"""Letters of credentials that are handed in with a form."""

from datetime import datetime
from uuid import UUID

from eventapp.delegations.models import Delegation
from eventapp.participants.kinds import PaperKind
from eventapp.participants.models import Paper
from eventapp.participants.papers import keep_paper, paper_of, papers_of
from eventapp.plumbing.uploads import received
from eventapp.plumbing.web import found
from eventapp.values.catalogue import N_
from eventapp.values.refusal import Refusal

LETTERS_AT_MOST = 20


def hand_in(delegation: Delegation, *, by: str, now: datetime) -> None:
    """Keeps the file of the form that was sent. Raises Refusal for what is no letter."""
    upload = received("file")
    if upload is None:
        raise Refusal(N_("Choose a file first."))
    kept = papers_of(delegation.event_id, delegation.uid, PaperKind.CREDENTIALS)
    if len(kept) >= LETTERS_AT_MOST:
        raise Refusal(N_("So many letters are kept already: %(most)s."), most=LETTERS_AT_MOST)
    owner, kind = delegation.uid, PaperKind.CREDENTIALS
    keep_paper(delegation.event_id, owner, kind, upload, by=by, now=now)


def letter_of(delegation: Delegation, uid: UUID) -> Paper:
    """The delegation's letter of that identity; otherwise 404."""
    letter = found(paper_of(delegation.event_id, delegation.uid, uid))
    return found(letter if letter.kind is PaperKind.CREDENTIALS else None)
