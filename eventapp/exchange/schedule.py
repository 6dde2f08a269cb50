"""What a schedule of another system says, checked and in our words. Pure."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, time
from typing import NamedTuple

from eventapp.agenda.kinds import Role, SessionKind
from eventapp.values.folding import fold
from eventapp.values.language import Language
from eventapp.values.slug import slugified
from eventapp.values.timespan import TimeSpan

#: What the columns of the draft hold, in characters.
TITLE_LENGTH = 500
ABSTRACT_LENGTH = 20_000
NAME_LENGTH = 200
EVENT_TITLE_LENGTH = 300
ACRONYM_LENGTH = 200
CITY_LENGTH = 100

_COLONS = {Language.FR: "\N{NO-BREAK SPACE}: ", Language.EN: ": "}
_CLOSING_MARKS = ".!?…:;–—-"
_OPENING_MARKS = "([–—"


@dataclass(frozen=True, slots=True)
class Conference:
    """The event of the file. `zone` is an IANA name; `venue` and `city` may be empty.

    A day change that the file does not state is the likeliest one.
    """

    title: str
    acronym: str
    starts_on: date
    ends_on: date
    zone: str
    day_change: time
    is_day_change_stated: bool = False
    venue: str = ""
    city: str = ""


@dataclass(frozen=True, slots=True)
class Named:
    """A room, a track or a person. `key` is what the file knows it by: guid, id or name."""

    key: str
    name: str
    capacity: int | None = None


class Speaker(NamedTuple):
    """A person's key, and the role, where the file tells it."""

    person: str
    role: Role | None


@dataclass(frozen=True, slots=True)
class ScheduledSession:
    """A session of the file; `abstract` is Markdown, `languages` are BCP 47 primary subtags.

    `room` and `track` are keys, or None. `code` is a short name for addresses, not yet sure to
    be unique in the event.
    """

    key: str
    code: str
    title: str
    span: TimeSpan
    subtitle: str = ""
    abstract: str = ""
    kind: SessionKind = SessionKind.OTHER
    languages: tuple[str, ...] = ()
    room: str | None = None
    track: str | None = None
    people: tuple[Speaker, ...] = ()

    def full_title(self, language: Language) -> str:
        """The title with its subtitle, as an editor joins them in that language."""
        title, subtitle = self.title, self.subtitle
        if fold(subtitle) in fold(title):
            return title
        if title[-1] in _CLOSING_MARKS or subtitle[0] in _OPENING_MARKS:
            return f"{title} {subtitle}"
        return f"{title}{_COLONS[language]}{subtitle}"

    @property
    def text_language(self) -> Language | None:
        """The language that its texts are in, as far as the file tells: the one it is held in."""
        only = self.languages[0] if len(self.languages) == 1 else ""
        return Language(only) if only in set(Language) else None


@dataclass(frozen=True, slots=True)
class Schedule:
    """A whole file. `is_zone_guessed` tells that it names no zone and its city did."""

    conference: Conference
    rooms: tuple[Named, ...]
    tracks: tuple[Named, ...]
    people: tuple[Named, ...]
    sessions: tuple[ScheduledSession, ...]
    is_zone_guessed: bool = False

    @property
    def source(self) -> str:
        """What marks the sessions that come from this schedule, in this file and later ones."""
        title = self.conference.title
        return self.conference.acronym or slugified(title) or title[:ACRONYM_LENGTH]

    @property
    def main_language(self) -> Language:
        """The language of most sessions; English where they do not tell."""
        counts = Counter(session.text_language for session in self.sessions)
        return max((Language.EN, Language.FR), key=lambda language: counts[language])
