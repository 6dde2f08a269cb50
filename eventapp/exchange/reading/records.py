"""What both formats have in common: things with named texts, each knowing its place. Pure."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from eventapp.exchange.reading.problems import Place
from eventapp.values.cleaning import clean

#: What is longer is no name, no title, no date: the rest need not be looked at.
LONGEST_LINE = 5_000

_SPACES = re.compile(r"[ \t\n]+")


@dataclass(frozen=True)
class Field:
    """One text of a thing, as the file writes it."""

    raw: str
    place: Place

    @cached_property
    def text(self) -> str:
        """The text on one line. No-break spaces stay: French typography stands on them."""
        return _SPACES.sub(" ", clean(self.raw[:LONGEST_LINE])).strip()


@dataclass(frozen=True, slots=True, eq=False)
class Record:
    """A thing of the file with its texts, by the names that both formats share.

    It equals itself only: a file may say the same twice.
    """

    place: Place
    fields: Mapping[str, Field] = field(default_factory=dict)

    def __getitem__(self, name: str) -> Field:
        """The field of that name; an empty one, at the record's own place, where there is none."""
        return self.fields.get(name) or Field("", self.place)

    def text(self, *names: str) -> str:
        """The first of these fields that is not empty, on one line."""
        return next((text for name in names if (text := self[name].text)), "")


@dataclass(frozen=True, slots=True)
class SessionRecord:
    """A session and where the file puts it."""

    own: Record
    day: Record
    room: Record
    track: Record
    people: tuple[Record, ...]


@dataclass(frozen=True, slots=True)
class Outline:
    """A file taken apart, and nothing checked yet. `rooms` and `tracks` are those listed apart."""

    conference: Record
    days: tuple[Record, ...]
    rooms: tuple[Record, ...]
    tracks: tuple[Record, ...]
    sessions: tuple[SessionRecord, ...]
    generator: str = ""
