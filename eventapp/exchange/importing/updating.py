"""Writes into rows what differs, counts it, and keeps in mind what is to be approved."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import datetime
from typing import Protocol
from uuid import UUID, uuid5

from eventapp.events.models import Event
from eventapp.exchange.importing.report import Counts, Thing
from eventapp.translation.approving import TextUnit, approve
from eventapp.values.bilingual import Bilingual, Wording
from eventapp.values.language import Language
from eventapp.values.slug import CODE_LENGTH


class Row(Protocol):
    """A row with an identity."""

    uid: UUID


#: What files without guids know by numbers of their own.
NUMBERED = {Thing.SESSION, Thing.PERSON}


def is_imported(row: Row) -> bool:
    """Whether a file made that row: its uid derives from a name (RFC 9562, version 5)."""
    return row.uid.version == 5


def _is_guid(key: str) -> bool:
    try:
        UUID(key)
    except ValueError:
        return False
    return True


class Update:
    """One pass over an event's draft, with what one schedule (`source`) says of it.

    `language` is that of texts that do not tell theirs.
    """

    def __init__(self, event: Event, language: Language, source: str) -> None:
        self.event, self.language, self.source = event, language, source
        self._tally: Counter[tuple[Thing, str]] = Counter()
        self._texts: dict[Language, list[tuple[Row, str]]] = defaultdict(list)

    def uid(self, thing: Thing, key: str) -> UUID:
        """The identity for ever of something that a file knows by that key.

        Two schedules of one event share its places, and whoever they name by the same guid; their
        plain numbers mean different sessions and people.
        """
        is_shared = thing not in NUMBERED or _is_guid(key)
        return uuid5(self.event.uid, f"{thing.name}:{'' if is_shared else self.source}:{key}")

    def write(self, row: Row, **values: object) -> bool:
        """Sets the fields that differ; returns whether any did.

        A Wording changes its own language of a text and leaves the other. An empty value says
        nothing: what stands there stays.
        """
        changed = False
        for name, value in values.items():
            if value and self._set(row, name, value):
                changed = True
        return changed

    def _set(self, row: Row, name: str, value: object) -> bool:
        old = getattr(row, name)
        new = _merged(old, value) if isinstance(value, Wording) else value
        if old == new:
            return False
        setattr(row, name, new)
        if isinstance(value, Wording):
            self._texts[value.language].append((row, name))
        return True

    def count(self, thing: Thing, *, is_new: bool, is_changed: bool) -> None:
        """Notes what became of one thing."""
        outcome = "added" if is_new else "changed" if is_changed else "unchanged"
        self._tally[thing, outcome] += 1

    @property
    def counts(self) -> dict[Thing, Counts]:
        return {
            thing: Counts(*(self._tally[thing, each] for each in ("added", "changed", "unchanged")))
            for thing in Thing
        }

    def approve_texts(self, *, by: str, now: datetime) -> None:
        """Approves what was written, in its language: its authors have published it."""
        for language, written in self._texts.items():
            units = [TextUnit(row.uid, name, getattr(row, name)) for row, name in written]
            approve(units, [language], by=by, now=now)


def _merged(old: Bilingual | None, wording: Wording) -> Bilingual:
    return (old or Bilingual()).replaced(wording.language, wording.text)


class Codes:
    """Hands out codes that no other row of the event has."""

    def __init__(self, taken: Iterable[str]) -> None:
        self._taken = set(taken)

    def __len__(self) -> int:
        return len(self._taken)

    def unused(self, wanted: str) -> str:
        """The code wanted, or one like it: `keynote-2`."""
        code, number = wanted, 1
        while code in self._taken:
            number += 1
            suffix = f"-{number}"
            code = wanted[: CODE_LENGTH - len(suffix)].rstrip("-_") + suffix
        self._taken.add(code)
        return code
