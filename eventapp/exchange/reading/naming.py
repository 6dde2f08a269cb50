"""Which rooms, tracks and people of a file are the same. Pure."""

from collections import defaultdict
from collections.abc import Iterable

from eventapp.exchange.reading.problems import Problems
from eventapp.exchange.reading.records import Record
from eventapp.exchange.schedule import NAME_LENGTH, Named

_IDENTITIES = ("guid", "id", "code")


class Register:
    """Rooms, tracks or people: each once, in the order of the file.

    Each has a key: its guid or id. One that several names share identifies nobody (some systems
    number everybody 0): then the name itself is the key.
    """

    def __init__(self, records: Iterable[Record], problems: Problems) -> None:
        self._records = [record for record in records if record.text("name")]
        self._problems = problems
        names: dict[str, set[str]] = defaultdict(set)
        for record in self._records:
            for identity in _identities(record):
                names[identity].add(record.text("name"))
        self._shared = {identity for identity, sharing in names.items() if len(sharing) > 1}

    def key(self, record: Record) -> str | None:
        """The key of a thing; None for a record that names nothing."""
        name = record.text("name")
        if not name:
            return None
        return next((each for each in _identities(record) if each not in self._shared), name)

    def all(self) -> tuple[Named, ...]:
        keyed = {key: record for record in self._records if (key := self.key(record))}
        return tuple(self._named(key, record) for key, record in keyed.items())

    def _named(self, key: str, record: Record) -> Named:
        name = self._problems.within(record["name"].place, record.text("name"), NAME_LENGTH)
        return Named(key, name, _capacity(record.text("capacity")))


def _identities(record: Record) -> list[str]:
    return [text for name in _IDENTITIES if (text := record.text(name))]


def _capacity(text: str) -> int | None:
    is_number = text.isascii() and text.isdigit() and len(text) <= 6
    return int(text) or None if is_number else None
