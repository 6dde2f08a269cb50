"""Which sessions a reader asked for: by day, track, room, language and words.

A selection is what an address says, kept as it was written; whether it means anything is asked
of a programme. So a form can show again what was typed, and a link of an older release still
says what it wanted.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, replace

from eventapp.agenda.published import (
    PublishedAgenda,
    PublishedRoom,
    PublishedSession,
    PublishedTrack,
)
from eventapp.agenda.searching import session_text
from eventapp.values.catalogue import N_
from eventapp.values.folding import matches
from eventapp.values.refusal import Refusal

WORDS_LENGTH = 100
SHOWN_LENGTH = 40


@dataclass(frozen=True, slots=True)
class Selection:
    """Each field is the parameter of the same name; an empty one asks for everything.

    `day` is an ISO date, `track` and `room` are codes, `language` is a BCP 47 tag spoken on the
    floor or interpreted, `q` are words that must all be found.
    """

    day: str = ""
    track: str = ""
    room: str = ""
    language: str = ""
    q: str = ""

    @classmethod
    def asked(cls, parameters: Mapping[str, str]) -> "Selection":
        """The selection that an address names; parameters of other names are not its business."""
        return cls(**{name: parameters.get(name, "").strip() for name in _NAMES})

    def __bool__(self) -> bool:
        return bool(self.parameters)

    @property
    def parameters(self) -> dict[str, str]:
        """What the canonical address says: only what was asked, always in the same order."""
        return {name: value for name in _NAMES if (value := getattr(self, name))}

    def choosing(self, name: str, value: str) -> "Selection":
        """The same with one parameter exchanged."""
        return replace(self, **{name: value})

    def refusals(self, agenda: PublishedAgenda) -> list[Refusal]:
        """Why this selection means nothing in that programme; empty where it does."""
        offered = {
            "day": (N_("This programme has no day “%(name)s”."), _days(agenda)),
            "track": (N_("This programme has no track “%(name)s”."), _codes(agenda.tracks)),
            "room": (N_("This programme has no room “%(name)s”."), _codes(agenda.rooms)),
            "language": (N_("No session is in the language “%(name)s”."), languages_of(agenda)),
        }
        refused = [
            Refusal(message, name=_shown(value))
            for name, (message, choices) in offered.items()
            if (value := getattr(self, name)) and value not in choices
        ]
        return refused + refusals_of_words(self.q)

    def sessions_of(self, agenda: PublishedAgenda) -> tuple[PublishedSession, ...]:
        """The sessions asked for, in the programme's order."""
        tests = tuple(self._tests(agenda))
        return tuple(s for s in agenda.sessions if all(test(s) for test in tests))

    def _tests(self, agenda: PublishedAgenda) -> Iterator[Callable[[PublishedSession], bool]]:
        """One test a filter, the cheapest first."""
        if self.track:
            yield lambda s: (track := agenda.track_of(s)) is not None and track.code == self.track
        if self.room:
            yield lambda s: (room := agenda.room_of(s)) is not None and room.code == self.room
        if self.language:
            yield lambda s: self.language in (*s.floor_languages, *s.interpretation_languages)
        if self.day:
            yield (
                lambda s: s.span is not None and agenda.event.day_of(s.span).isoformat() == self.day
            )
        if self.q:
            yield lambda s: matches(self.q, session_text(agenda, s))


_NAMES = tuple(field.name for field in fields(Selection))


def refusals_of_words(words: str) -> list[Refusal]:
    """Why these words cannot be searched for; empty where they can."""
    if len(words) <= WORDS_LENGTH:
        return []
    return [Refusal(N_("Search for %(most)s characters at most."), most=WORDS_LENGTH)]


def languages_of(agenda: PublishedAgenda) -> tuple[str, ...]:
    """The languages in which something can be followed, those of publication first."""
    spoken = {
        language
        for session in agenda.sessions
        for language in (*session.floor_languages, *session.interpretation_languages)
    }
    return tuple(sorted(spoken, key=lambda language: (language not in {"fr", "en"}, language)))


def _days(agenda: PublishedAgenda) -> set[str]:
    return {day.isoformat() for day in agenda.days}


def _codes(things: Iterable[PublishedTrack | PublishedRoom]) -> set[str]:
    return {thing.code for thing in things}


def _shown(value: str) -> str:
    return value if len(value) <= SHOWN_LENGTH else value[:SHOWN_LENGTH] + "…"
