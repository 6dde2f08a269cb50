"""Which badges are yet to be printed, and remembering those that were."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from sqlalchemy import and_, select

from eventapp.documents.badges import Card
from eventapp.events.models import Event
from eventapp.history.unlogged import rewrite_rows
from eventapp.participants.models import Participant
from eventapp.plumbing.database import db


class Which(StrEnum):
    """Whose badges."""

    CHANGED = "changed"  # nouveaux ou changés depuis leur impression
    ALL = "all"  # tous


class Last(NamedTuple):
    """The badge that somebody got: its digest, empty for none yet, and when it was printed."""

    digest: str
    at: datetime | None


class Mark(NamedTuple):
    """A badge that lies printed before somebody: whose it is, and its digest."""

    code: str
    digest: str


def last_printed(event: Event) -> Mapping[str, Last]:
    """The badge that each participant last got, by code."""
    query = select(Participant.code, Participant.badge, Participant.badge_printed_at)
    rows = db.session.execute(query.where(Participant.event_id == event.id))
    return {code: Last(digest, at) for code, digest, at in rows}


def wanted(
    cards: Sequence[Card],
    last: Mapping[str, Last],
    which: Which,
    *,
    category: str = "",
    person: str = "",
) -> list[Card]:
    """The cards to print: of one person, whether it changed or not; else of those asked for."""
    if person:
        return [card for card in cards if card.person.code == person]
    return [
        card
        for card in cards
        if (which is Which.ALL or last[card.person.code].digest != card.digest)
        and category in ("", card.category.code)
    ]


def mark_printed(event_id: int, marks: Iterable[Mark], *, now: datetime) -> int:
    """Remembers what was printed, and counts it.

    Around the log, and around the rows' versions: a badge is no change of its bearer.
    """
    return sum(
        rewrite_rows(
            Participant,
            and_(Participant.event_id == event_id, Participant.code == mark.code),
            {"badge": mark.digest, "badge_printed_at": now},
        )
        for mark in marks
    )
