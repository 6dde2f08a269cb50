"""Lines of a list as guests: what each row says of somebody, and what is wrong with it. Pure."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any, NamedTuple, TypeVar

from eventapp.delegations.kinds import MemberFunction
from eventapp.exchange.reading.sheets.columns import EITHER, Column
from eventapp.exchange.reading.sheets.lines import Line
from eventapp.exchange.reading.sheets.names import Name, parted, proper_case
from eventapp.exchange.reading.sheets.tongues import in_languages
from eventapp.exchange.reading.sheets.vocabulary import (
    choice_of,
    country_of,
    is_yes,
    keys_of,
    languages_of,
)
from eventapp.participants.kinds import ParticipantState
from eventapp.people.kinds import Correspondence, Gender
from eventapp.values.addresses import is_mail_address
from eventapp.values.bilingual import Bilingual
from eventapp.values.catalogue import N_
from eventapp.values.cleaning import clean, one_line
from eventapp.values.language import Language
from eventapp.values.refusal import Refusal

NOTHING = Bilingual()

K = TypeVar("K", bound=StrEnum)

NO_COUNTRY = N_("“%(text)s” is not a known country.")
NO_LANGUAGE = N_("“%(text)s” names a language that is not known here.")

#: How many characters are kept (`models`).
_MOST: Mapping[Column, int] = {
    Column.GIVEN_NAME: 200,
    Column.FAMILY_NAME: 200,
    Column.FULL_NAME: 200,
    Column.EMAIL: 254,
    Column.HONORIFIC: 100,
    Column.HONORIFIC_FR: 100,
    Column.HONORIFIC_EN: 100,
    Column.PRINTED_NAME_FR: 400,
    Column.PRINTED_NAME_EN: 400,
    Column.DELEGATION: 200,
    Column.ACCESS: 1_000,
    Column.DIET: 1_000,
}
_LONG = (Column.ACCESS, Column.DIET)


class Fault(NamedTuple):
    """Why a row cannot be taken: which, in what column of the file, and the reason."""

    row: int
    heading: str
    reason: Refusal


@dataclass(frozen=True, slots=True)
class Guest:
    """What one row says of somebody; None and empty texts say nothing.

    `written` is the name as the file writes it, where `given_name` and `family_name` propose
    another case for it. `delegation` is a party's name as it was written.
    """

    row: int
    given_name: str
    family_name: str
    written: Name | None = None
    code: str = ""
    email: str = ""
    honorific: Bilingual = NOTHING
    function: Bilingual = NOTHING
    organisation: Bilingual = NOTHING
    country: str = ""
    languages: tuple[str, ...] = ()
    correspondence: Correspondence | None = None
    category: str = ""
    state: ParticipantState | None = None
    printed_name: Bilingual = NOTHING
    is_listed: bool | None = None
    delegation: str = ""
    member_function: MemberFunction | None = None
    gender: Gender | None = None
    access: str = ""
    diet: str = ""
    guessed: frozenset[Column] = field(default_factory=frozenset)

    @property
    def name(self) -> str:
        return f"{self.given_name} {self.family_name}".strip()

    def as_written(self) -> "Guest":
        """The same guest, with the name as the file writes it."""
        if self.written is None:
            return self
        given, family = self.written
        return replace(self, given_name=given, family_name=family, written=None)


class Reading(NamedTuple):
    """What the rows of a file say, and all that is wrong with them."""

    guests: list[Guest]
    faults: list[Fault]


class _Row:
    """The cells of one row, by column, with what is wrong with them."""

    def __init__(self, line: Line, headings: Sequence[str], columns: Sequence[Column | None]):
        self.number = line.row
        self.faults: list[Fault] = []
        self._headings = {column: headings[place] for place, column in enumerate(columns) if column}
        self._cells = {
            column: line.cells[place]
            for place, column in enumerate(columns)
            if column and place < len(line.cells)
        }

    def text(self, column: Column) -> str:
        raw = self._cells.get(column, "")
        text = clean(raw).strip() if column in _LONG else one_line(raw)
        most = _MOST.get(column, 300)
        if len(text) > most:
            reason = N_("Too long: at most %(length)s characters can be kept.")
            self.refuse(column, reason, length=most)
        return text

    def lines(self, column: Column) -> str:
        """The text with its lines, which may part two languages."""
        return "\n".join(one_line(part) for part in self._cells[column].split("\n"))

    def refuse(self, column: Column, message: str, **values: object) -> None:
        heading = self._headings.get(column, "")
        self.faults.append(Fault(self.number, heading, Refusal(message, **values)))

    def read(self, column: Column, meaning: Callable[[str], Any], message: str) -> Any:
        """What the cell means; None where it is empty, or means nothing, which is told."""
        text = self.text(column)
        found = meaning(text) if text else None
        if text and found is None:
            self.refuse(column, message, text=text[:80])
        return found

    def choice(self, column: Column, kind: type[K]) -> K | None:
        found: K | None = self.read(
            column, lambda text: choice_of(kind, text), N_("“%(text)s” is none of the known words.")
        )
        return found


def read_guests(
    lines: Sequence[Line],
    headings: Sequence[str],
    columns: Sequence[Column | None],
    categories: Mapping[str, str],
    language: Language,
) -> Reading:
    """The guests of all rows. `categories` leads from names and codes, as keys, to codes.

    `language` is that of texts of which nothing tells another.
    """
    guests, faults = list[Guest](), list[Fault]()
    for line in lines:
        row = _Row(line, headings, columns)
        guest = _guest(row, categories, language)
        faults += row.faults
        guests.append(guest)
    return Reading(guests, faults)


def _guest(row: _Row, categories: Mapping[str, str], language: Language) -> Guest:
    name = _name(row)
    proposed = Name(*(proper_case(part) for part in name))
    texts, guessed = _texts(row, language)
    return Guest(
        row=row.number,
        given_name=proposed.given,
        family_name=proposed.family,
        written=name if proposed != name else None,
        code=row.text(Column.CODE),
        email=_email(row),
        country=row.read(Column.COUNTRY, country_of, N_("“%(text)s” is not a known country."))
        or "",
        languages=row.read(Column.LANGUAGES, languages_of, NO_LANGUAGE) or (),
        correspondence=row.choice(Column.CORRESPONDENCE, Correspondence),
        category=_category(row, categories),
        state=row.choice(Column.STATE, ParticipantState),
        printed_name=Bilingual(row.text(Column.PRINTED_NAME_FR), row.text(Column.PRINTED_NAME_EN)),
        is_listed=row.read(Column.IS_LISTED, is_yes, N_("“%(text)s” is neither yes nor no.")),
        delegation=row.text(Column.DELEGATION),
        member_function=row.choice(Column.MEMBER_FUNCTION, MemberFunction),
        gender=row.choice(Column.GENDER, Gender),
        access=row.text(Column.ACCESS),
        diet=row.text(Column.DIET),
        guessed=guessed,
        **texts,
    )


def _name(row: _Row) -> Name:
    name = Name(row.text(Column.GIVEN_NAME), row.text(Column.FAMILY_NAME))
    if not name.family and not name.given:
        name = parted(row.text(Column.FULL_NAME))
    if not name.family and not name.given:
        row.refuse(Column.FAMILY_NAME, N_("A name is needed."))
    return name


def _email(row: _Row) -> str:
    text = row.text(Column.EMAIL).removeprefix("mailto:")
    if text and not is_mail_address(text):
        row.refuse(Column.EMAIL, N_("“%(text)s” is not an e-mail address."), text=text[:80])
    return text


def _category(row: _Row, categories: Mapping[str, str]) -> str:
    def meaning(text: str) -> str | None:
        return next((categories[key] for key in keys_of([text]) if key in categories), None)

    return row.read(Column.CATEGORY, meaning, N_("“%(text)s” is no category of this event.")) or ""


def _texts(row: _Row, language: Language) -> tuple[dict[str, Bilingual], frozenset[Column]]:
    """Honorific, function and organization in both languages, and which had to be guessed."""
    texts, guessed = dict[str, Bilingual](), set[Column]()
    for column in EITHER:
        own = Bilingual(row.text(Column(f"{column}_fr")), row.text(Column(f"{column}_en")))
        either = row.text(column)
        if either and not own:
            own = in_languages(row.lines(column), language)
            guessed.add(column)
        texts[column.value] = own
    return texts, frozenset(guessed)
