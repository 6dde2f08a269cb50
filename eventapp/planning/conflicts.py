"""What a rule finds: plain facts, told to people by the rule that found them."""

from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256

from eventapp.planning.board import Board


class Severity(StrEnum):
    """How bad it is: an error cannot be held as planned, a warning might, a notice asks a look."""

    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"

    @property
    def rank(self) -> int:
        """The worst is 0."""
        return tuple(Severity).index(self)


@dataclass(frozen=True, slots=True)
class Conflict:
    """Activities that cannot go together, or one that cannot go as it is.

    `parties` are their uids, the earlier first; `subject` is whom or what they quarrel about
    (the uid of a person or a room, a language…); `facts` are the figures behind it.
    """

    rule: str
    severity: Severity
    parties: tuple[str, ...]
    subject: str = ""
    facts: tuple[str | int, ...] = ()

    @property
    def matter(self) -> str:
        """The same for the same parties and subject, whenever and wherever they are held."""
        return _digest(self.rule, *sorted(self.parties), self.subject)

    def key(self, board: Board) -> str:
        """The same for the same situation only: with times, rooms and figures."""
        bookings = (board.bookings.get(uid) for uid in sorted(self.parties))
        situation = (
            f"{each.starts_at.isoformat()}/{each.ends_at.isoformat()}/{each.room}"
            for each in bookings
            if each is not None
        )
        return _digest(self.matter, *situation, *map(str, self.facts))


def _digest(*words: str) -> str:
    return sha256("\n".join(words).encode()).hexdigest()[:32]
