"""What a kept list says, as its reader has chosen to read it; the address carries the choices."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Protocol

from eventapp.events.models import Event
from eventapp.exchange.importing.guests.matching import Match, Matched, match_guests
from eventapp.exchange.importing.guests.surroundings import category_codes, known_people
from eventapp.exchange.importing.guests.writing import Otherwise
from eventapp.exchange.reading.sheets.columns import (
    RESTRICTED,
    Column,
    guess_columns,
    heading_row,
)
from eventapp.exchange.reading.sheets.guests import Fault, Reading, read_guests
from eventapp.exchange.reading.sheets.lines import Line
from eventapp.participants.categories import categories_of
from eventapp.participants.kinds import ParticipantState
from eventapp.participants.models import Category
from eventapp.values.catalogue import N_
from eventapp.values.language import Language
from eventapp.values.refusal import Refusal


class Asked(Protocol):
    """The values of an address or of a form."""

    def get(self, key: str, default: Any = "", /) -> Any: ...

    def keys(self) -> Any: ...


@dataclass(frozen=True)
class Look:
    """A list, its columns as they are read, and whom each row means.

    `asked` holds a reader's choices: `c0` what the first column is, `row` where the headings
    stand, `category` and `state` for rows that say none, `who-5` whom row 5 means, `as-5` its name
    as it is written.
    """

    event: Event
    lines: list[Line]
    asked: Asked
    language: Language
    with_needs: bool

    @cached_property
    def heading_place(self) -> int:
        """The place of the headings among the lines."""
        rows = [str(line.row) for line in self.lines]
        asked = self.asked.get("row", "")
        return rows.index(asked) if asked in rows else heading_row(self.lines)

    @cached_property
    def width(self) -> int:
        return max(len(line.cells) for line in self.lines)

    @cached_property
    def headings(self) -> list[str]:
        cells = self.lines[self.heading_place].cells
        return [*cells, *[""] * (self.width - len(cells))]

    @cached_property
    def below(self) -> list[Line]:
        """The rows below the headings."""
        return self.lines[self.heading_place + 1 :]

    @cached_property
    def columns(self) -> list[Column | None]:
        """What each column is: as chosen, once each, else as guessed."""
        allowed = {each for each in Column if self.with_needs or each not in RESTRICTED}
        guessed = guess_columns(self.headings, self.below[:50])
        chosen = [self._column(place, guess) for place, guess in enumerate(guessed)]
        return [each if each in allowed else None for each in chosen]

    def _column(self, place: int, guess: Column | None) -> Column | None:
        typed = self.asked.get(f"c{place}", None)
        if typed is None:
            return guess
        return Column(typed) if typed in set(Column) else None

    @cached_property
    def samples(self) -> list[str]:
        """The first text of each column."""
        return [self._sample(place) for place in range(self.width)]

    def _sample(self, place: int) -> str:
        cells = (line.cells[place] for line in self.below if place < len(line.cells))
        return next((cell for cell in cells if cell), "")

    @cached_property
    def otherwise(self) -> Otherwise | None:
        """For rows that say neither category nor state; None in an event without categories."""
        categories = self.categories
        if not categories:
            return None
        state = self.asked.get("state", "")
        return Otherwise(
            categories.get(self.asked.get("category", "")) or next(iter(categories.values())),
            ParticipantState(state if state in set(ParticipantState) else "confirmed"),
        )

    @cached_property
    def categories(self) -> Mapping[str, Category]:
        return {each.code: each for each in categories_of(self.event)}

    @cached_property
    def reading(self) -> Reading:
        """What the rows say; two columns that are the same are a fault of the whole."""
        codes = category_codes(self.categories.values())
        return read_guests(self.below, self.headings, self.columns, codes, self.language)

    @cached_property
    def matched(self) -> list[Matched]:
        """Whom each row means, with what was decided."""
        guests = [
            guest.as_written() if self.asked.get(f"as-{guest.row}") else guest
            for guest in self.reading.guests
        ]
        return match_guests(guests, known_people(self.event), self._decided())

    def _decided(self) -> dict[int, str]:
        found = {}
        for name in self.asked.keys():  # noqa: SIM118 - an address has several values of a name
            row = name.removeprefix("who-")
            if name.startswith("who-") and row.isascii() and row.isdigit() and len(row) < 6:
                found[int(row)] = self.asked.get(name, "")[:40]
        return found

    @cached_property
    def faults(self) -> list[Fault]:
        """All that must be put right before the list can be taken."""
        faults = self._faults_of_columns() + self.reading.faults
        faults += [
            Fault(each.guest.row, "", Refusal(N_("Several people have this name: choose one.")))
            for each in self.matched
            if each.match is Match.OPEN
        ]
        return sorted(faults, key=lambda fault: fault.row)

    def _faults_of_columns(self) -> list[Fault]:
        chosen = [each for each in self.columns if each]
        row = self.lines[self.heading_place].row
        faults = [
            Fault(row, each, Refusal(N_("Two columns cannot both be this.")))
            for each in dict.fromkeys(chosen)
            if chosen.count(each) > 1
        ]
        if not {Column.GIVEN_NAME, Column.FAMILY_NAME, Column.FULL_NAME} & {*chosen}:
            faults.append(Fault(row, "", Refusal(N_("No column is known to hold names."))))
        return faults
