"""What both layouts say of a session: hours, state, place, languages, people. Pure."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import TypedDict

from eventapp.agenda.kinds import SlotState
from eventapp.agenda.published import PublishedSession
from eventapp.agenda.reading import PLAIN_ROLES, Credit, Reading
from eventapp.documents.passages import Passage, passage, said
from eventapp.values import typography
from eventapp.values.catalogue import translator
from eventapp.values.timespan import TimeSpan
from eventapp.values.typography import DateStyle
from eventapp.values.typography.characters import EN_DASH, NO_BREAK_SPACE


class Hours(TypedDict):
    """The hours of the time column, in parts: `9 h`, `10 h 30 (lendemain)`.

    `on` is the date of a start after the midnight that ends the programme day, else empty.
    """

    start: str
    end: str
    on: str


class Name(TypedDict):
    """A person; `details` are their function and organisation, `mark` says if they are open."""

    name: str
    details: list[Passage]
    mark: str


class Group(TypedDict):
    """People who do the same; `role` is empty where it goes without saying."""

    role: str
    people: list[Name]


def clock(at: datetime, readings: Sequence[Reading]) -> str:
    """A time; in a bilingual document, in the 24 h form that both languages share."""
    if len(readings) > 1:
        return typography.clock24(at)
    return typography.time(at, readings[0].language)


def whole_hours(span: TimeSpan | None, readings: Sequence[Reading]) -> str:
    """Both ends of a session; empty where it has no time yet."""
    if span is None:
        return ""
    if len(readings) > 1:
        return typography.clock24_range(span.start, span.end)
    return readings[0].hours(span)


def hours(span: TimeSpan | None, day: date | None, readings: Sequence[Reading]) -> Hours:
    """Both ends of a session on a day of the programme, for a narrow column."""
    if span is None or day is None:
        return {"start": "", "end": "", "on": ""}
    text = whole_hours(span, readings).replace(f"{NO_BREAK_SPACE}(", " (")
    start, _, end = text.partition(EN_DASH)
    return {"start": start.strip(), "end": end.strip(), "on": _later(span.start, day, readings)}


def _later(start: datetime, day: date, readings: Sequence[Reading]) -> str:
    days = (start.date() - day).days
    if not days:
        return ""
    if len(readings) > 1:
        return f"({days:+})"
    return typography.date(start, readings[0].language, DateStyle.DAY)


def title(session: PublishedSession, reading: Reading) -> Passage:
    """The title; the code where there is none, since a heading may not be empty (PDF/UA-1)."""
    wording = reading.text(session.title)
    if not wording.text.strip():
        return said(session.code, reading.language)
    return passage(wording, reading.language)


def mark(session: PublishedSession, reading: Reading) -> str:
    """The state of a session that is not, or no longer, settled."""
    is_settled = session.state is SlotState.CONFIRMED
    return "" if is_settled else reading.state(session)


def where(session: PublishedSession, reading: Reading) -> list[Passage]:
    """Room, kind and track, as far as there are any; the venue too where there are several.

    A break needs no kind: its title says what it is.
    """
    agenda, language = reading.agenda, reading.language
    room, track = agenda.room_of(session), agenda.track_of(session)
    venue = agenda.venue_of(room) if room and len(agenda.venues) > 1 else None
    kind = "" if session.kind.is_interval else reading.kind(session)
    passages = [passage(reading.text(each.name), language) for each in (room, venue) if each]
    if kind:
        passages.append(said(kind, language))
    if track:
        passages.append(passage(reading.text(track.name), language))
    return passages


def languages(session: PublishedSession, reading: Reading) -> list[str]:
    """`Langues : français et anglais`, `Interprétation : anglais`."""
    _ = translator(reading.language)
    spoken, interpreted = session.floor_languages, session.interpretation_languages
    label = _("Languages") if len(spoken) > 1 else _("Language")
    return [
        f"{typography.label(text, reading.language)}{NO_BREAK_SPACE}{reading.languages(tags)}"
        for text, tags in ((label, spoken), (_("Interpretation"), interpreted))
        if tags
    ]


def groups(session: PublishedSession, reading: Reading) -> list[Group]:
    """Who appears, by role; speakers and panelists need no label."""
    return [
        {
            "role": "" if credited.role in PLAIN_ROLES else credited.label,
            "people": [_name(credit, reading) for credit in credited.people],
        }
        for credited in reading.credits(session)
    ]


def _name(credit: Credit, reading: Reading) -> Name:
    _ = translator(reading.language)
    return {
        "name": credit.person.name,
        "details": [passage(text, reading.language) for text in reading.affiliation(credit.person)],
        "mark": _("to be confirmed") if credit.is_to_be_confirmed else "",
    }
