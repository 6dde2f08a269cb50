"""Who took personal data away, what and how much: noted in the log, which nobody changes."""

from datetime import datetime
from typing import Any, Protocol

from eventapp.history.actions import Action
from eventapp.history.models import ChangeKind, Entry
from eventapp.history.recording import NAME_LENGTH, Actor
from eventapp.plumbing.database import apart
from eventapp.values.bilingual import Bilingual

#: What the log calls the table of such entries.
EXPORT = "export"


class EventLike(Protocol):
    """What the log knows of an event."""

    id: Any


def note_export(event: EventLike, what: Bilingual, count: int, *, by: Actor, now: datetime) -> None:
    """Notes that somebody takes `count` rows of something away; call it before they have it.

    Kept at once, in a transaction of its own, so that a page may note it while it only reads.
    """
    entry = Entry(
        event_id=event.id,
        at=now,
        account_id=by.account_id,
        author=by.name[:200],
        action=Action.EXPORT,
        change=ChangeKind.ADDED,
        kind=EXPORT,
        row_id=0,
        name=Bilingual(what.fr[:NAME_LENGTH], what.en[:NAME_LENGTH]),
        before={},
        after={"count": count},
    )
    with apart() as session:
        session.add(entry)
