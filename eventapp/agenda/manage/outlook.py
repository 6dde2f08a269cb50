"""How somebody looks at the board: which day, how near, and what stands out. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from eventapp.agenda.published import PublishedSession
from eventapp.agenda.reading import Reading
from eventapp.values.folding import fold, matches

WORDS_LENGTH = 100


class Zoom(StrEnum):
    """How high a row of five minutes is, and how often a time is printed, in minutes."""

    FAR = "far"
    MIDDLE = "middle"
    NEAR = "near"

    @property
    def label_every(self) -> int:
        return {Zoom.FAR: 60, Zoom.MIDDLE: 30, Zoom.NEAR: 15}[self]


@dataclass(frozen=True, slots=True)
class Outlook:
    """What the address of a board says; whatever it says wrongly is left out.

    Sessions that do not match `q` (words of titles, names, track) and `track` (its code), or that
    have no conflict where `only` asks for those, are dimmed, never hidden: they take their room.
    """

    day: date | None = None
    zoom: Zoom = Zoom.MIDDLE
    q: str = ""
    track: str = ""
    only: bool = False

    @classmethod
    def asked(cls, parameters: Mapping[str, str]) -> "Outlook":
        zoom = parameters.get("zoom", "")
        return cls(
            day=read_day(parameters.get("day", "")),
            zoom=Zoom(zoom) if zoom in set(Zoom) else Zoom.MIDDLE,
            q=parameters.get("q", "").strip()[:WORDS_LENGTH],
            track=parameters.get("track", "")[:WORDS_LENGTH],
            only=parameters.get("only", "") == "conflicts",
        )

    def on(self, day: date) -> dict[str, str]:
        """The parameters of the same outlook on that day."""
        return {
            "day": day.isoformat(),
            **({"zoom": self.zoom.value} if self.zoom is not Zoom.MIDDLE else {}),
            **({"q": self.q} if self.q else {}),
            **({"track": self.track} if self.track else {}),
            **({"only": "conflicts"} if self.only else {}),
        }

    def dims(self, session: PublishedSession, reading: Reading, *, in_conflict: bool) -> bool:
        """Whether the session steps back."""
        track = reading.agenda.track_of(session)
        if self.track and (track is None or track.code != self.track):
            return True
        if self.only and not in_conflict:
            return True
        return bool(self.q) and not matches(self.q, _words(session, reading))


def read_day(text: str) -> date | None:
    """The day that an ISO date names, or None."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _words(session: PublishedSession, reading: Reading) -> str:
    track = reading.agenda.track_of(session)
    texts = (session.title.fr, session.title.en, session.code, reading.names(session))
    return fold(" ".join((*texts, track.name.fr, track.name.en) if track else texts))
