"""From an outline to a schedule: everything is checked, every problem collected. Pure."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from eventapp.exchange.reading.conference import (
    Day,
    conference_of,
    day_change_of,
    days_of,
    zone_for,
)
from eventapp.exchange.reading.kinds import is_track, kind_of, languages_of, role_of
from eventapp.exchange.reading.naming import Register
from eventapp.exchange.reading.problems import Problems
from eventapp.exchange.reading.records import Field, Outline, Record, SessionRecord
from eventapp.exchange.reading.times import Calendar, duration_of, within_limits
from eventapp.exchange.schedule import (
    ABSTRACT_LENGTH,
    TITLE_LENGTH,
    Schedule,
    ScheduledSession,
    Speaker,
)
from eventapp.values.catalogue import N_
from eventapp.values.cleaning import clean
from eventapp.values.markdown import from_html
from eventapp.values.slug import CODE_LENGTH, is_code, slugified
from eventapp.values.timespan import TimeSpan

#: The one system whose durations of three numbers begin with days.
_DAYS_FIRST = "pretalx"
#: HTML is longer than the Markdown that it becomes, but not without end.
_HTML_LENGTH = 5 * ABSTRACT_LENGTH


def assemble(outline: Outline, *, zone: str | None = None) -> Schedule:
    """The schedule that an outline describes; `zone` is for files that name none.

    Raises Unreadable with all problems of the file.
    """
    problems = Problems()
    chosen = zone_for(outline.conference, zone, problems)
    days = days_of(outline.days, chosen.name, problems)
    change = day_change_of(outline.conference, days.values(), problems)
    assembler = _Assembler(outline, Calendar(chosen.name, change), days, problems)
    sessions = assembler.sessions()
    schedule = Schedule(
        conference=conference_of(outline.conference, chosen.name, change, sessions, problems),
        rooms=assembler.rooms.all(),
        tracks=assembler.tracks.all(),
        people=assembler.people.all(),
        sessions=tuple(sessions),
        is_zone_guessed=chosen.is_guessed,
    )
    problems.raise_if_any()
    return schedule


class _Assembler:
    def __init__(
        self, outline: Outline, calendar: Calendar, days: Mapping[Record, Day], problems: Problems
    ) -> None:
        self._records, self._calendar, self._days = outline.sessions, calendar, days
        self._problems = problems
        self._is_days_first = outline.generator.lower() == _DAYS_FIRST
        self._keys: set[str] = set()
        tracks = [*outline.tracks, *(each.track for each in self._records)]
        self.rooms = Register([*outline.rooms, *(each.room for each in self._records)], problems)
        self.tracks = Register((each for each in tracks if is_track(each.text("name"))), problems)
        self.people = Register((who for each in self._records for who in each.people), problems)
        if not self._records:
            problems.add(outline.conference.place, N_("The file holds no session."))

    def sessions(self) -> list[ScheduledSession]:
        return [session for each in self._records if (session := self._session(each))]

    def _session(self, record: SessionRecord) -> ScheduledSession | None:
        own = record.own
        key, span = self._key(own), self._span(own, self._days.get(record.day))
        (title, subtitle), abstract = self._titles(own), self._abstract(own)
        if span is None:
            return None
        return ScheduledSession(
            key=key,
            code=_code(own),
            title=title,
            subtitle=subtitle,
            abstract=abstract,
            kind=kind_of(own.text("type"), title, has_people=bool(record.people)),
            languages=languages_of(own.text("language")),
            span=span,
            room=self.rooms.key(record.room),
            track=self.tracks.key(record.track) if is_track(record.track.text("name")) else None,
            people=self._people(record.people),
        )

    def _key(self, own: Record) -> str:
        key = own.text("guid", "id", "slug")
        if not key:
            self._problems.add(own.place, N_("The session has no guid and no id."))
        elif key in self._keys:
            message = N_("Two sessions have the same guid or id: “%(key)s”.")
            self._problems.add(own.place, message, key=key[:80])
        self._keys.add(key)
        return key

    def _titles(self, own: Record) -> tuple[str, str]:
        title, subtitle = own["title"], own.text("subtitle")
        if not title.text:
            self._problems.add(title.place, N_("The session has no title."))
        # A colon and its spaces will join the two.
        joined = f"{title.text} : {subtitle}" if subtitle else title.text
        self._problems.within(title.place, joined, TITLE_LENGTH)
        return title.text, subtitle

    def _abstract(self, own: Record) -> str:
        """The abstract and the description; where one holds the other, that one alone."""
        abstract, description = (self._markdown(own[name]) for name in ("abstract", "description"))
        if abstract in description or description in abstract:
            return max(abstract, description, key=len)
        both = f"{abstract}\n\n{description}"
        return self._problems.within(own["description"].place, both, ABSTRACT_LENGTH)

    def _markdown(self, field: Field) -> str:
        if len(field.raw) > _HTML_LENGTH:
            self._problems.within(field.place, field.raw, _HTML_LENGTH)
            return ""
        # References such as &#27; become characters only now: they are cleaned as well.
        markdown = clean(from_html(clean(field.raw))).strip()
        return self._problems.within(field.place, markdown, ABSTRACT_LENGTH)

    def _span(self, own: Record, day: Day | None) -> TimeSpan | None:
        moment, clock = own["date"], own["start"]
        if not moment.text and "-" in clock.text:
            moment, clock = clock, Field("", clock.place)
        starts_at = self._problems.attempt(
            moment.place if moment.text else clock.place,
            lambda: self._calendar.instant(moment.text, clock.text, day.date if day else None),
        )
        place = own["duration"].place
        lasts = self._problems.attempt(place, lambda: self._duration(own, starts_at))
        if starts_at is None or lasts is None:
            return None
        return TimeSpan.between(starts_at, starts_at + lasts, self._calendar.zone)

    def _duration(self, own: Record, starts_at: datetime | None) -> timedelta | None:
        if own.text("duration") or not own.text("end"):
            return duration_of(own.text("duration"), days_first=self._is_days_first)
        if starts_at is None:
            return None
        return within_limits(self._calendar.instant(own.text("end"), "", None) - starts_at)

    def _people(self, records: tuple[Record, ...]) -> tuple[Speaker, ...]:
        """Each person once, in the order of the file."""
        speakers: dict[str, Speaker] = {}
        for record in records:
            key = self.people.key(record)
            if key:
                speakers.setdefault(key, Speaker(key, role_of(record.text("role"))))
        return tuple(speakers.values())


def _code(own: Record) -> str:
    """The shortest name that the file itself gives the session and that fits in an address."""
    valid = (text for name in ("code", "id", "slug") if is_code(text := own.text(name)))
    return next(valid, slugified(own.text("slug", "title"), length=CODE_LENGTH))
