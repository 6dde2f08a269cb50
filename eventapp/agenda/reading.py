"""A programme as the reader of one language gets it: wordings, times, names, in printed order.

Pure. Templates ask a reading instead of knowing how a date is printed or who speaks first.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cached_property
from itertools import groupby

from eventapp.agenda import labels
from eventapp.agenda.kinds import AppearanceState, Role, SessionKind
from eventapp.agenda.published import (
    PublishedAgenda,
    PublishedAppearance,
    PublishedEvent,
    PublishedPerson,
    PublishedSession,
)
from eventapp.events.kinds import DatePrecision, EventFormat
from eventapp.values import typography
from eventapp.values.bilingual import PublishedText, Wording
from eventapp.values.catalogue import N_, translator
from eventapp.values.collation import SortKey, sort_key
from eventapp.values.folding import fold
from eventapp.values.language import Language
from eventapp.values.timespan import TimeSpan
from eventapp.values.tongues import language_name
from eventapp.values.typography import DateStyle

_Timed = tuple[TimeSpan, PublishedSession]

#: Roles that a list of names takes for granted.
PLAIN_ROLES = {Role.SPEAKER, Role.PANELIST}


@dataclass(frozen=True, slots=True)
class Slot:
    """The sessions that begin at one moment; `time` is empty where they have none yet."""

    time: str
    sessions: tuple[PublishedSession, ...]


@dataclass(frozen=True, slots=True)
class Day:
    """A programme day; `on` is None for the sessions that have no time yet."""

    on: date | None
    name: str
    slots: tuple[Slot, ...]

    @property
    def sessions(self) -> list[PublishedSession]:
        return [session for slot in self.slots for session in slot.sessions]


@dataclass(frozen=True, slots=True)
class Credit:
    """A person in a session."""

    person: PublishedPerson
    is_to_be_confirmed: bool


@dataclass(frozen=True, slots=True)
class Credits:
    """The people who have one role in a session."""

    role: Role
    label: str
    people: list[Credit]


@dataclass(frozen=True)
class Reading:
    """The agenda for a reader of the language."""

    agenda: PublishedAgenda
    language: Language

    def text(self, text: PublishedText) -> Wording:
        return text.text(self.language)

    def kind(self, session: PublishedSession) -> str:
        """What kind of session it is; empty where that says nothing."""
        if session.kind in {SessionKind.OTHER, SessionKind.TALK}:
            return ""
        return capitalized(labels.session_kind(session.kind, self.language))

    def state(self, session: PublishedSession) -> str:
        return capitalized(labels.slot_state(session.state, self.language))

    def languages(self, tags: Iterable[str]) -> str:
        """`anglais et français`"""
        names = [language_name(tag, self.language) for tag in tags]
        return typography.enumeration(names, self.language)

    @cached_property
    def has_labels_to_follow(self) -> bool:
        """Whether the name of a track, room or organisation has no approved wording yet."""
        agenda = self.agenda
        names = (
            *(track.name for track in agenda.tracks),
            *(room.name for room in agenda.rooms),
            *(organisation.name for organisation in agenda.organisations),
        )
        return any(self.language in name.to_follow for name in names)

    def instant(self, at: datetime) -> str:
        """An aware instant as programs read it: `2024-12-03T13:30Z`."""
        return f"{at.astimezone(UTC):%Y-%m-%dT%H:%MZ}"

    def is_joinable(self, session: PublishedSession) -> bool:
        """Whether one can take part from elsewhere, where the clocks may differ."""
        return bool(session.join_link) or self.agenda.event.format is EventFormat.ONLINE

    def time(self, at: datetime) -> str:
        return typography.time(at, self.language)

    def day(self, on: date) -> str:
        return typography.date(on, self.language)

    def short_day(self, on: date) -> str:
        """The day without its year, where a page has said it."""
        return typography.date(on, self.language, DateStyle.WEEKDAY)

    def hours(self, span: TimeSpan) -> str:
        return typography.time_range(span.start, span.end, self.language)

    def zone(self, span: TimeSpan) -> str:
        return typography.zone(span.starts_at, span.zone, self.language)

    @cached_property
    def zones(self) -> str:
        """The zones of the programme's times: two where the clocks change in between."""
        names = {self.zone(span): None for span, _ in _timed(self.agenda.sessions)}
        return typography.enumeration(list(names), self.language)

    @cached_property
    def dates(self) -> str:
        return dates_of(self.agenda.event, self.language)

    def days(self, sessions: Iterable[PublishedSession]) -> list[Day]:
        """The sessions by day and by start; those without a time come last."""
        sessions = tuple(sessions)
        day_of = self.agenda.event.day_of
        by_day = groupby(_timed(sessions), lambda pair: day_of(pair[0]))
        days = [self._day(on, timed) for on, timed in by_day]
        untimed = tuple(session for session in sessions if not session.span)
        if untimed:
            name = translator(self.language)(N_("Time to be confirmed"))
            days.append(Day(None, name, (Slot("", untimed),)))
        return days

    def extent(self, day: Day) -> str:
        """From the first start of a day to its last end."""
        spans = [session.span for session in day.sessions if session.span]
        last = max(spans, key=lambda span: span.ends_at)
        return typography.time_range(spans[0].start, last.end, self.language)

    def credits(self, session: PublishedSession) -> list[Credits]:
        """Who appears in the session, role by role."""
        order = list(Role)
        appearances = sorted(session.appearances, key=lambda each: order.index(each.role))
        return [
            self._credits(role, list(group))
            for role, group in groupby(appearances, lambda each: each.role)
        ]

    def names(self, session: PublishedSession) -> str:
        """Who appears in the session, in one line: `Moderator: A; B, C`."""
        return "; ".join(map(self._line, self.credits(session)))

    def affiliation(self, person: PublishedPerson) -> list[Wording]:
        """The person's function and organisation, as far as they are known."""
        organisation = self.agenda.organisation_of(person)
        texts = (person.function, *((organisation.name,) if organisation else ()))
        return [self.text(text) for text in texts if text]

    @cached_property
    def people(self) -> dict[str, list[PublishedPerson]]:
        """Everybody in the alphabetical order of the reader's language, by letter."""
        ordered = sorted(self.agenda.people, key=self._sort_key)
        return {letter: list(group) for letter, group in groupby(ordered, self._letter)}

    def _credits(self, role: Role, appearances: list[PublishedAppearance]) -> Credits:
        label = capitalized(labels.role(role, self.language, len(appearances)))
        people = [
            Credit(
                self.agenda.person_by_uid[appearance.person],
                appearance.state is AppearanceState.TO_BE_CONFIRMED,
            )
            for appearance in appearances
        ]
        return Credits(role, label, people)

    def _line(self, credited: Credits) -> str:
        names = ", ".join(map(self._name, credited.people))
        if credited.role in PLAIN_ROLES:
            return names
        return f"{typography.label(credited.label, self.language)} {names}"

    def _name(self, credit: Credit) -> str:
        name = credit.person.name
        return f"{name} ({self._to_be_confirmed})" if credit.is_to_be_confirmed else name

    @cached_property
    def _to_be_confirmed(self) -> str:
        return translator(self.language)(N_("to be confirmed"))

    def _filed_as(self, person: PublishedPerson) -> str:
        return (person.sort_fr if self.language is Language.FR else person.sort_en) or person.name

    def _sort_key(self, person: PublishedPerson) -> SortKey:
        return sort_key(self._filed_as(person), self.language)

    def _letter(self, person: PublishedPerson) -> str:
        """The letter that heads a person's part of the list; # where there is none."""
        first = fold(self._filed_as(person))[:1].upper()
        return first if first.isalpha() else "#"

    def _day(self, on: date, timed: Iterable[_Timed]) -> Day:
        slots = tuple(
            Slot(typography.time(start, self.language), tuple(session for _, session in group))
            for start, group in groupby(timed, lambda pair: pair[0].start)
        )
        return Day(on, self.day(on), slots)


def capitalized(label: str) -> str:
    """The label as it stands alone."""
    return label[:1].upper() + label[1:]


def dates_of(event: PublishedEvent, language: Language) -> str:
    """The event's dates, as precisely as they are settled."""
    first, last = event.starts_on, event.ends_on or event.starts_on
    if first is None or last is None:
        return translator(language)(N_("Dates to be confirmed"))
    match event.precision:
        case DatePrecision.DAY:
            return typography.date_range(first, last, language)
        case DatePrecision.MONTH:
            return typography.month_range(first, last, language)
        case DatePrecision.YEAR:
            return typography.date(first, language, DateStyle.YEAR)
        case DatePrecision.TO_BE_CONFIRMED:
            return translator(language)(N_("Dates to be confirmed"))


def _timed(sessions: Iterable[PublishedSession]) -> list[_Timed]:
    """The sessions that have a time, with it, the earliest first."""
    timed = [(session.span, session) for session in sessions if session.span]
    return sorted(timed, key=lambda pair: pair[0].starts_at)
