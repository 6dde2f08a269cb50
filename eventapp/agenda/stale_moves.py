"""Moves of a session that somebody else has moved meanwhile."""

from sqlalchemy import select

from eventapp.agenda.models import Slot
from eventapp.history.models import Entry
from eventapp.plumbing.database import db
from eventapp.values.catalogue import N_
from eventapp.values.refusal import Refusal

#: The columns of a session's place.
PLACE = {"starts_local", "ends_local", "zone", "room_id", "removed_at"}


class Stale(Refusal):
    """A change of something that was changed since its author saw it: 409, to be repeated."""


def refuse_stale(session: Slot, seen: int, whereabouts: str) -> None:
    """Raises Stale, naming who moved the session, where its place changed since version `seen`.

    Changes of anything else, such as a title, stand beside a move. The log has at most an entry
    for each version; where it has none, the change came from outside and counts as a move.
    `whereabouts` says in the reader's language where the session is now.
    """
    if seen == session.version:
        return
    since = _entries(session, max(1, session.version - seen))
    moves = [entry for entry in since if PLACE & {*entry.before, *entry.after}]
    if len(since) == session.version - seen and not moves:
        return
    author = moves[0].author if moves else ""
    if not author:
        message = N_("“%(title)s” was changed meanwhile. It is now: %(place)s.")
        raise Stale(message, title=session.title, place=whereabouts)
    raise Stale(
        N_("%(author)s moved “%(title)s” meanwhile. It is now: %(place)s."),
        author=author,
        title=session.title,
        place=whereabouts,
    )


def _entries(session: Slot, at_most: int) -> list[Entry]:
    """What was last done to the session, the newest first."""
    query = (
        select(Entry)
        .where(Entry.kind == session.__tablename__, Entry.row_id == session.id)
        .order_by(Entry.id.desc())
        .limit(min(at_most, 100))
    )
    return [*db.session.scalars(query)]
