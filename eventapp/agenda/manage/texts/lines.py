"""The lines of the translation desk: each public text of an event, in each language."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from sqlalchemy.orm import Mapper, object_mapper

from eventapp.agenda.freezing import Row, all_rows, units_of
from eventapp.agenda.models import Session
from eventapp.events.models import Event
from eventapp.translation.approving import TextUnit, approvals_of
from eventapp.translation.counting import words_of
from eventapp.translation.states import TextState, digest_of
from eventapp.values.bilingual import Bilingual
from eventapp.values.language import Language

#: Texts that are written in Markdown, over several lines.
LONG_FIELDS = frozenset({"abstract", "summary"})


@dataclass(frozen=True)
class TextLine:
    """One language of one text. `is_shown` says whether a release would show it now.

    `words` counts what is to be translated or read again: the other language's while this one
    is missing.
    """

    row: Row
    unit: TextUnit
    into: Language
    state: TextState
    due_on: date | None
    is_shown: bool

    @property
    def kind(self) -> str:
        """What holds the text: session, room…"""
        return self.row.__tablename__ if not isinstance(self.row, Session) else "session"

    @property
    def name(self) -> Bilingual:
        return self.row.recorded_as

    @property
    def own(self) -> str:
        return self.unit.text.strict(self.into)

    @property
    def beside(self) -> str:
        return self.unit.text.strict(self.into.other)

    @property
    def column(self) -> str:
        """The attribute that holds the wording."""
        return f"{self.unit.field}_{self.into}"

    @property
    def other_column(self) -> str:
        return f"{self.unit.field}_{self.into.other}"

    @property
    def most(self) -> int:
        """How many characters the wording may have."""
        mapper: Mapper[Any] = object_mapper(self.row)
        length: int = mapper.columns[self.column].type.length  # type: ignore[attr-defined]
        return length

    @property
    def is_long(self) -> bool:
        return self.unit.field in LONG_FIELDS

    @property
    def is_to_do(self) -> bool:
        return self.state is not TextState.APPROVED

    @cached_property
    def words(self) -> int:
        return words_of(self.own or self.beside)

    @property
    def key(self) -> str:
        """Names the line, and the wordings that its reader sees."""
        wordings = f"{digest_of(self.own)}.{digest_of(self.beside)}"
        return f"{self.unit.subject}.{self.unit.field}.{self.into}.{wordings}"

    def is_overdue(self, today: date) -> bool:
        return self.is_to_do and self.due_on is not None and self.due_on < today


def lines_of(event: Event) -> list[TextLine]:
    """Every line of the event that has a wording in one language at least, by deadline."""
    rows = all_rows(event)
    approvals = approvals_of(row.uid for row in rows)
    lines = [
        TextLine(row, unit, language, state, _due_on(row, event), is_shown)
        for row, is_shown in rows.items()
        for unit in units_of(row)
        for language, state in approvals.states(unit).items()
        if state is not TextState.EMPTY
    ]
    return sorted(lines, key=lambda line: line.due_on or date.max)


def _due_on(row: Row, event: Event) -> date | None:
    own = row.texts_due_on if isinstance(row, Session) else None
    return own or event.texts_due_on
