"""Forms of the board: where a session is to go, and by how much several are to be moved."""

import re
from collections.abc import Iterable
from datetime import date, time, timedelta
from typing import NamedTuple

from flask_babel import gettext as _
from flask_babel import lazy_gettext
from wtforms import Form, HiddenField, SelectField, StringField, ValidationError
from wtforms.fields import Field

from eventapp.agenda.boards import days_of
from eventapp.agenda.editing import LONGEST, SHORTEST, place
from eventapp.agenda.manage.outlook import read_day
from eventapp.agenda.models import Slot
from eventapp.agenda.reading import capitalized
from eventapp.events.models import Event, Room
from eventapp.plumbing.web import reading_language
from eventapp.values import typography
from eventapp.values.timespan import TimeSpan
from eventapp.values.typography import DateStyle

#: `14:30`, `14 h 30`, `9h`, `2:30 pm`.
CLOCK = re.compile(r"(\d{1,2})\s*(?:[:h]\s*(\d{2})?)?\s*(?:([ap])\.?\s?m\.?)?", re.IGNORECASE)
NUMBER = re.compile(r"[-+−]?\d{1,6}", re.ASCII)
DEFAULT_MINUTES = 60


def read_clock(text: str) -> time | None:
    """The time that people mean, or None."""
    found = CLOCK.fullmatch(text.strip())
    if found is None:
        return None
    hour, minute, half = int(found[1]), int(found[2] or 0), (found[3] or "").lower()
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "p" else 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


def read_number(text: str) -> int | None:
    """A whole number of at most six digits, or None."""
    found = NUMBER.fullmatch(text.strip())
    return int(found[0].replace("−", "-")) if found else None


class PlaceForm(Form):
    """Where a session is to go; without a day, off the schedule. `version` is the one it saw."""

    day = SelectField(lazy_gettext("Day"), validate_choice=False)
    time = StringField(lazy_gettext("Begins at"))
    minutes = StringField(lazy_gettext("Length in minutes"))
    room = SelectField(lazy_gettext("Room"), validate_choice=False)
    version = HiddenField()

    def offer(self, event: Event) -> None:
        """Gives the selections what can be chosen."""
        self.day.choices = [("", _("Not scheduled")), *_days(event)]
        self.room.choices = [("", _("No room")), *_rooms(event)]

    def validate_day(self, field: Field) -> None:
        if field.data and read_day(field.data) is None:
            raise ValidationError(_("This is not a day."))

    def validate_time(self, field: Field) -> None:
        if self.day.data and read_clock(field.data or "") is None:
            raise ValidationError(_("This is not a time of day."))

    def validate_minutes(self, field: Field) -> None:
        minutes = read_number(field.data or "")
        if self.day.data and (minutes is None or not SHORTEST <= minutes <= LONGEST):
            raise ValidationError(_("A session lasts from 5 minutes to 24 hours."))

    def validate_room(self, field: Field) -> None:
        if field.data and field.data not in _offered(self.room):
            raise ValidationError(_("There is no such room."))

    @property
    def seen(self) -> int:
        """The version of the session that the form was made for; 0 where it says none."""
        return read_number(self.version.data or "") or 0

    def span(self, event: Event) -> TimeSpan | None:
        """When the session is to take place. Raises Refusal as `editing.place` does."""
        on, at = read_day(self.day.data or ""), read_clock(self.time.data or "")
        if on is None or at is None:
            return None
        return place(event, on, at, read_number(self.minutes.data or "") or DEFAULT_MINUTES)

    def room_in(self, event: Event) -> Room | None:
        return next((room for room in event.rooms if room.code == self.room.data), None)


class Stretch(NamedTuple):
    """A part of a programme day, and by how many minutes what begins in it is to be moved."""

    on: date
    begins: time
    until: time | None
    minutes: int


class ShiftForm(Form):
    """Which part of a day is to be moved, in one room or in all of them, and by how much."""

    day = SelectField(lazy_gettext("Day"), validate_choice=False)
    begins = StringField(lazy_gettext("Sessions that begin from"))
    until = StringField(lazy_gettext("and before"))
    room = SelectField(lazy_gettext("Room"), validate_choice=False)
    minutes = StringField(lazy_gettext("Minutes later (earlier: with a minus)"))

    def offer(self, event: Event) -> None:
        self.day.choices = [*_days(event)]
        self.room.choices = [("", _("All rooms")), *_rooms(event)]

    def validate_day(self, field: Field) -> None:
        if read_day(field.data or "") is None:
            raise ValidationError(_("This is not a day."))

    def validate_begins(self, field: Field) -> None:
        if read_clock(field.data or "") is None:
            raise ValidationError(_("This is not a time of day."))

    def validate_until(self, field: Field) -> None:
        if field.data and read_clock(field.data) is None:
            raise ValidationError(_("This is not a time of day."))

    def validate_room(self, field: Field) -> None:
        if field.data and field.data not in _offered(self.room):
            raise ValidationError(_("There is no such room."))

    def validate_minutes(self, field: Field) -> None:
        minutes = read_number(field.data or "")
        if not minutes or abs(minutes) > LONGEST:
            raise ValidationError(_("Write a number of minutes, a day’s at most."))

    @property
    def asked(self) -> "Stretch":
        """What the form says, once it is valid."""
        return Stretch(
            read_day(self.day.data or "") or date.min,
            read_clock(self.begins.data or "") or time(),
            read_clock(self.until.data or ""),
            read_number(self.minutes.data or "") or 0,
        )


class BlockForm(Form):
    """By how much the chosen sessions are to be moved, and whether into one room."""

    SAME = "="

    days = StringField(lazy_gettext("Days later (earlier: with a minus)"), default="0")
    minutes = StringField(lazy_gettext("Minutes later (earlier: with a minus)"), default="0")
    room = SelectField(lazy_gettext("Room"), validate_choice=False, default=SAME)

    def offer(self, event: Event) -> None:
        self.room.choices = [
            (self.SAME, _("Each in its own room")),
            ("", _("No room")),
            *_rooms(event),
        ]

    def validate_days(self, field: Field) -> None:
        if (days := read_number(field.data or "")) is None or abs(days) > 365:
            raise ValidationError(_("Write a number of days."))

    def validate_minutes(self, field: Field) -> None:
        if (minutes := read_number(field.data or "")) is None or abs(minutes) > LONGEST:
            raise ValidationError(_("Write a number of minutes, a day’s at most."))

    def validate_room(self, field: Field) -> None:
        if field.data not in _offered(self.room):
            raise ValidationError(_("There is no such room."))

    @property
    def by_days(self) -> int:
        return read_number(self.days.data or "") or 0

    @property
    def by_minutes(self) -> int:
        return read_number(self.minutes.data or "") or 0


def place_of(session: Slot, on: date | None) -> dict[str, str]:
    """What a form says of where the session is now; `on` is its programme day."""
    span = session.span
    if span is None or on is None:
        minutes = session.wished_minutes or DEFAULT_MINUTES
        return {"day": "", "minutes": str(minutes), "version": str(session.version)}
    return {
        "day": on.isoformat(),
        "time": f"{span.start:%H:%M}",
        "minutes": str(span.duration // timedelta(minutes=1)),
        "room": session.room.code if session.room else "",
        "version": str(session.version),
    }


def _offered(field: SelectField) -> set[str]:
    return {choice[0] for choice in field.choices or ()}


def _days(event: Event) -> Iterable[tuple[str, str]]:
    """The event's days, and the ones before and after; none where it has none yet."""
    days, language = days_of(event), reading_language()
    if not days:
        return
    one = timedelta(days=1)
    for day in (days[0] - one, *days, days[-1] + one):
        yield day.isoformat(), capitalized(typography.date(day, language, DateStyle.WEEKDAY))


def _rooms(event: Event) -> list[tuple[str, str]]:
    language = reading_language()
    return [(room.code, room.name.text(language).text or room.code) for room in event.rooms]
