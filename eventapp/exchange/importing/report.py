"""What an import did to a draft, or would do."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from eventapp.values.catalogue import N_, counted, translator
from eventapp.values.language import Language


class Thing(StrEnum):
    """What an import writes; the values are messages of the catalogue."""

    EVENT = N_("events")
    ROOM = N_("rooms")
    TRACK = N_("tracks")
    PERSON = N_("people")
    SESSION = N_("sessions")


@dataclass(frozen=True, slots=True)
class Counts:
    """How many things of one kind were added, changed, or stand as they stood."""

    added: int = 0
    changed: int = 0
    unchanged: int = 0


@dataclass(frozen=True, slots=True)
class Vanished:
    """A session that an earlier file of the same schedule held, and that this one lacks."""

    code: str
    title: str


@dataclass(frozen=True, slots=True)
class ImportReport:
    """`are_cancelled` tells whether the vanished sessions were; `restored` counts those back.

    `guessed_zone` is a zone taken from the city, or empty. `foreign` counts by language the
    sessions held in neither French nor English: their texts are filed under one of the two.
    """

    counts: Mapping[Thing, Counts]
    vanished: tuple[Vanished, ...] = ()
    are_cancelled: bool = False
    restored: int = 0
    guessed_zone: str = ""
    foreign: Mapping[str, int] = field(default_factory=dict)
    is_dry_run: bool = False

    @property
    def changes(self) -> int:
        """How many things were added, changed or cancelled; 0 where the draft had it all."""
        cancelled = len(self.vanished) if self.are_cancelled else 0
        return cancelled + sum(each.added + each.changed for each in self.counts.values())

    def lines(self, language: Language) -> list[str]:
        """The report as an operator reads it."""
        return [*self._counts(language), *self._vanished(language), *self._warnings(language)]

    def _counts(self, language: Language) -> Iterator[str]:
        _ = translator(language)
        if self.is_dry_run:
            yield _("Nothing is written. Without --dry-run:")
        for thing, each in self.counts.items():
            yield _("%(things)s: %(added)s added, %(changed)s changed, %(unchanged)s unchanged") % {
                "things": _(thing.value),
                "added": each.added,
                "changed": each.changed,
                "unchanged": each.unchanged,
            }
        if self.restored:
            yield counted(
                "%(num)s cancelled session is back",
                "%(num)s cancelled sessions are back",
                self.restored,
                language,
            )

    def _vanished(self, language: Language) -> Iterator[str]:
        _ = translator(language)
        if not self.vanished:
            return
        yield counted(
            "%(num)s session is no longer in the file:",
            "%(num)s sessions are no longer in the file:",
            len(self.vanished),
            language,
        )
        yield from (f"  {each.code}  {each.title}" for each in self.vanished)
        if self.are_cancelled:
            yield _("They are cancelled.")
        else:
            yield _("They stay as they are; --cancel-missing cancels them.")

    def _warnings(self, language: Language) -> Iterator[str]:
        _ = translator(language)
        if self.guessed_zone:
            yield _("The file names no time zone; %(zone)s is taken after its city.") % {
                "zone": self.guessed_zone
            }
        if self.foreign:
            counts = (f"{code} ({count})" for code, count in self.foreign.items())
            yield _("Sessions held in neither French nor English: %(counts)s.") % {
                "counts": ", ".join(counts)
            }
