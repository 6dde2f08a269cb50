"""Questions about an event's conflicts, for the pages that show them.

`today` is the day on which translators' deadlines are judged, in the event's zone.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from eventapp.events.models import Event
from eventapp.planning.conflicts import Severity
from eventapp.values.bilingual import Wording
from eventapp.values.language import Language
from eventapp.values.timespan import TimeSpan


class Party(NamedTuple):
    """One side of a conflict: a session, by its code in addresses and its title."""

    uid: UUID
    code: str
    title: Wording


class Accepted(NamedTuple):
    """What somebody decided about a conflict."""

    reason: str
    author: str
    at: datetime


@dataclass(frozen=True, slots=True)
class ConflictLine:
    """A conflict as a reader of one language is told of it.

    `key` names the situation: once it changes, an acceptance no longer holds. `accepted` is the
    decision that holds; `before` one that was made about the same matter when it was otherwise.
    """

    rule: str
    severity: Severity
    text: str
    key: str
    parties: tuple[Party, ...]
    accepted: Accepted | None = None
    before: Accepted | None = None


@dataclass(frozen=True, slots=True)
class SlotConflicts:
    """How a slot stands: the worst severity, and how many open conflicts it takes part in."""

    worst: Severity
    count: int


class FreePlace(NamedTuple):
    """Where a session could go: its span, and the uid of its room."""

    span: TimeSpan
    room: UUID | None


def conflicts_of(event: Event, language: Language, *, today: date) -> list[ConflictLine]:
    """All conflicts of the event, accepted ones among them, the worst first, then by time."""
    return []


def conflicts_around(
    event: Event, slot: UUID, language: Language, *, today: date
) -> list[ConflictLine]:
    """The open conflicts that one slot takes part in, the worst first."""
    return []


def conflicts_if_moved(
    event: Event,
    slot: UUID,
    span: TimeSpan,
    room: UUID | None,
    language: Language,
    *,
    today: date,
) -> list[ConflictLine]:
    """The conflicts that the slot would take part in there. Nothing is changed."""
    return []


def conflicts_by_slot(event: Event, *, today: date) -> Mapping[UUID, SlotConflicts]:
    """The slots in open conflicts; those without any are left out."""
    return {}


def nearest_free_place(event: Event, slot: UUID, *, today: date) -> FreePlace | None:
    """The free place nearest in time to where the slot is now, in its room or another."""
    return None
