"""What may stand in the files of `data/`: anything else, or a word misspelt, is refused.

`common.toml` holds what several events share; every other file holds one event and is named
after it. Times are wall times in the event's zone.
"""

import tomllib
from collections.abc import Iterator, Mapping
from datetime import date, datetime, time
from pathlib import Path
from typing import Annotated, Any, TypeVar

from msgspec import Meta, Struct, ValidationError, convert

from eventapp.agenda.kinds import Role, SessionKind, SlotState, Visibility
from eventapp.events.kinds import DatePrecision, EventFormat, EventKind, Sector
from eventapp.values.bilingual import Bilingual
from eventapp.values.language import LanguageOrder

FOLDER = Path(__file__).parent / "data"
COMMON = "common.toml"

T = TypeVar("T")

Wording = Annotated[str, Meta(min_length=1)]
WallTime = Annotated[datetime, Meta(tz=False)]
Instant = Annotated[datetime, Meta(tz=True)]
Country = Annotated[str, Meta(pattern="^([A-Z]{2})?$")]  # ISO 3166-1 alpha-2, or empty


class Entry(Struct, forbid_unknown_fields=True):
    """A table of a file; its fields are the words that may stand in it."""


class Text(Entry):
    """A text is complete: a demonstration shows no gap by mistake."""

    fr: Wording
    en: Wording

    @property
    def bilingual(self) -> Bilingual:
        return Bilingual(self.fr, self.en)


class OrganisationEntry(Entry):
    """An invented organisation."""

    name: Text
    sector: Sector
    country: Country = ""


class PersonEntry(Entry):
    """An invented person.

    `sort` is given where the family name and then the given name would file them wrongly.
    """

    given: Wording
    family: Wording
    function: Text
    organisation: str
    country: Country
    honorific: Text | None = None
    sort: str = ""


class Common(Entry):
    """Everything by the key that event files know it by, and how translators say things."""

    series: Mapping[str, Text]
    organisations: Mapping[str, OrganisationEntry]
    people: Mapping[str, PersonEntry]
    glossary: tuple[Text, ...] = ()


class VenueEntry(Entry):
    """A place that has rooms."""

    name: Text
    city: Text
    country: Country


class RoomEntry(Entry):
    """A room; one without a venue is online."""

    name: Text
    venue: str | None = None
    capacity: int | None = None


class SessionEntry(Entry):
    """`people` names who appears in which role; those `to_be_confirmed` are printed as such."""

    kind: SessionKind
    title: Text
    abstract: Text | None = None
    start: WallTime | None = None
    end: WallTime | None = None
    room: str | None = None
    track: str | None = None
    state: SlotState = SlotState.CONFIRMED
    visibility: Visibility = Visibility.PUBLIC
    floor: tuple[str, ...] = ()
    interpretation: tuple[str, ...] = ()
    join_link: str = ""
    people: Mapping[Role, tuple[str, ...]] = {}
    to_be_confirmed: tuple[str, ...] = ()


class ReleaseEntry(Entry):
    """The sessions that a release adds or changes, by code.

    Without an instant of its own, a release is published when it is loaded.
    """

    note: Text
    sessions: Mapping[str, SessionEntry]
    published_at: Instant | None = None


class DraftText(Text):
    """A text that somebody is still writing: a language may be missing."""

    fr: str = ""
    en: str = ""


class DraftEntry(SessionEntry):
    """A session as the draft has it now; `expected` is how many people are."""

    title: DraftText
    abstract: DraftText | None = None
    expected: int | None = None


class EventFile(Entry):
    """One event, from its first release to its last, and its draft since then.

    One that `follows_today` is moved to the day on which it is loaded.
    """

    slug: str
    kind: EventKind
    title: Text
    summary: Text
    zone: str
    starts_on: date
    ends_on: date
    releases: tuple[ReleaseEntry, ...]
    follows_today: bool = False
    series: str | None = None
    edition: str = ""
    precision: DatePrecision = DatePrecision.DAY
    day_change: time = time(0)
    order: LanguageOrder = LanguageOrder.FR_FIRST
    format: EventFormat = EventFormat.IN_PERSON
    venues: Mapping[str, VenueEntry] = {}
    rooms: Mapping[str, RoomEntry] = {}
    tracks: Mapping[str, Text] = {}
    texts_due_on: date | None = None
    draft: Mapping[str, DraftEntry] = {}


def common(folder: Path = FOLDER) -> Common:
    """What events share. Raises ValidationError for what must not stand in the file."""
    path = folder / COMMON
    return _converted(_document(path), Common, path)


def events(folder: Path = FOLDER) -> Iterator[EventFile]:
    """Every event, by slug. Raises ValidationError for what must not stand in a file."""
    for path in sorted(folder.glob("*.toml")):
        if path.name != COMMON:
            document = _document(path)
            releases = [*document.get("releases", []), {"sessions": document.get("draft", {})}]
            *document["releases"], draft = _completed(releases)
            document["draft"] = draft["sessions"]
            yield _converted({"slug": path.stem, **document}, EventFile, path)


def _document(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text("utf-8"))


def _completed(releases: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """A later release says of a session only what it changes; here it says everything."""
    known: dict[str, dict[str, Any]] = {}
    for release in releases:
        changed = {
            code: {**known.get(code, {}), **entry}
            for code, entry in release.get("sessions", {}).items()
        }
        known |= changed
        yield {**release, "sessions": changed}


def _converted(document: dict[str, Any], shape: type[T], path: Path) -> T:
    try:
        return convert(document, shape)
    except ValidationError as error:
        error.add_note(f"in {path.name}")
        raise
