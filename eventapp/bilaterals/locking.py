"""One after the other: who answers or places a meeting does it to the one that they saw."""

from eventapp.agenda.models import Slot
from eventapp.bilaterals.models import Bilateral
from eventapp.plumbing.database import db
from eventapp.values.catalogue import N_
from eventapp.values.refusal import Refusal

STALE = Refusal(N_("Somebody else changed this meeting meanwhile: look at it again first."))


def locked(meeting: Bilateral, version: str) -> None:
    """Holds the meeting. Raises Refusal where it is not the one that a page showed."""
    db.session.refresh(meeting, with_for_update={"of": Slot})  # not what hangs on it
    if version != str(meeting.version):
        raise STALE
