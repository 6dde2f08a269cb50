"""Letters about a release that was withdrawn before they left."""

from sqlalchemy import update

from eventapp.agenda.facts import ReleaseWithdrawn
from eventapp.messages.kinds import LetterState
from eventapp.messages.models import Letter
from eventapp.plumbing.database import db


def discard(fact: ReleaseWithdrawn) -> None:
    """Whoever has heard nothing of the release hears nothing of it."""
    unsent = Letter.state.in_((LetterState.HELD, LetterState.WAITING))
    of_release = Letter.release_id == fact.release.id
    db.session.execute(update(Letter).where(of_release, unsent).values(state=LetterState.DISCARDED))
