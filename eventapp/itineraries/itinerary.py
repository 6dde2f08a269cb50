"""One person's or one delegation's agenda, in both languages. Pure.

It holds what its owner may know and no more: page, paper and feed print whatever stands here.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from eventapp.agenda.kinds import SlotState
from eventapp.agenda.published import (
    PublishedAgenda,
    PublishedEvent,
    PublishedRoom,
    PublishedSession,
    PublishedVenue,
    Stamp,
)
from eventapp.values.bilingual import PublishedText
from eventapp.values.language import Language
from eventapp.values.timespan import TimeSpan


class EntryKind(StrEnum):
    """What takes somebody's time."""

    SESSION = "session"  # séance
    MEETING = "meeting"  # rencontre
    MOVEMENT = "movement"  # déplacement


@dataclass(frozen=True, slots=True)
class Fact:
    """A line about an entry; `label` is a message of the catalogue."""

    label: str
    text: PublishedText


@dataclass(frozen=True, slots=True)
class Contact:
    """Whom to turn to; `label` is a message of the catalogue."""

    label: str
    name: str
    telephone: str = ""
    email: str = ""


@dataclass(frozen=True)
class Entry:
    """Something that the owner has to do; `session` is what the release holds of it, if it does."""

    uid: str
    kind: EntryKind
    title: PublishedText
    stamp: Stamp
    state: SlotState = SlotState.CONFIRMED
    span: TimeSpan | None = None
    room: PublishedRoom | None = None
    venue: PublishedVenue | None = None
    facts: tuple[Fact, ...] = ()
    session: PublishedSession | None = None

    @property
    def is_cancelled(self) -> bool:
        return self.state is SlotState.CANCELLED

    @property
    def is_tentative(self) -> bool:
        return self.state is SlotState.TENTATIVE


@dataclass(frozen=True)
class Itinerary:
    """All entries of an owner, the earliest first, those without a time last.

    `uid` is that of the participant or of the delegation. `agenda` holds the event and those of
    its published sessions that are among the entries. `release` is the number of their release,
    None where nothing is public. `changed_at` is the newest change that is known of.
    """

    uid: str
    owner: PublishedText
    is_delegation: bool
    agenda: PublishedAgenda
    entries: tuple[Entry, ...]
    changed_at: datetime
    contacts: tuple[Contact, ...] = ()
    release: int | None = None

    @property
    def event(self) -> PublishedEvent:
        return self.agenda.event


def in_both(words: Callable[[Language], str]) -> PublishedText:
    """What the interface says, in both languages."""
    return PublishedText(words(Language.FR), words(Language.EN))
