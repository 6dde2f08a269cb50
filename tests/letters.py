"""Letters of the outbox, for tests."""

from datetime import datetime, timedelta
from itertools import count

from eventapp.events.models import Event
from eventapp.messages.kinds import LetterKind, LetterState
from eventapp.messages.models import Letter
from eventapp.people.kinds import Correspondence
from eventapp.plumbing.database import db
from tests.builders import NOW

_numbers = count(1)


class Clock:
    """A clock that a test moves by hand."""

    def __init__(self, now: datetime = NOW) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def passes(self, time: timedelta) -> None:
        self.now += time


def a_letter(event: Event | None = None, **fields: object) -> Letter:
    """A letter that waits to be sent."""
    number = next(_numbers)
    given = {
        "event_id": event.id if event else None,
        "kind": LetterKind.SESSION_CHANGED,
        "key": f"letter {number}",
        "state": LetterState.WAITING,
        "language": Correspondence.EN,
        "to_name": f"Person {number}",
        "to_address": f"person{number}@example.org",
        "sender_name": "Example Summit",
        "reply_to": "programme@example.org",
        "message_id": f"<{number}@events.example.org>",
        "subject": f"Letter {number}",
        "text": "The text.\n",
        "html": "<p>The text.</p>",
        "created_at": NOW,
        "not_before": NOW,
    }
    letter = Letter(**(given | fields))
    db.session.add(letter)
    db.session.flush()
    return letter
