"""Durations and moments as schedules write them. Pure.

All functions raise Refusal for what they cannot read.
"""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from eventapp.values.catalogue import N_
from eventapp.values.refusal import Refusal
from eventapp.values.timespan import instant_of, is_doubled, is_skipped

LONGEST = timedelta(days=31)
YEARS = range(1970, 2200)

_NUMBERS = re.compile(r"[0-9]{1,5}(?::[0-9]{1,2}){0,2}")
_ISO_8601 = re.compile(
    r"P(?:(?P<days>[0-9]{1,2})D)?"
    r"(?:T(?:(?P<hours>[0-9]{1,3})H)?(?:(?P<minutes>[0-9]{1,5})M)?(?:(?P<seconds>[0-9]{1,5})S)?)?"
)
_CLOCK = re.compile(r"([01]?[0-9]|2[0-3]):([0-5][0-9])(?::([0-5][0-9]))?")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")

_UNITS = {1: ("minutes",), 2: ("hours", "minutes"), 3: ("hours", "minutes", "seconds")}
_UNITS_DAYS_FIRST = _UNITS | {3: ("days", "hours", "minutes")}


def duration_of(text: str, *, days_first: bool = False) -> timedelta:
    """How long: `45` (minutes), `1:30`, `01:30:00`, `PT1H30M`; with `days_first`, `1:12:30`.

    Three numbers are hours, minutes and seconds in the format's schema; pretalx alone writes
    days, hours and minutes.
    """
    if not text:
        raise Refusal(N_("The session has no duration."))
    units = _UNITS_DAYS_FIRST if days_first else _UNITS
    duration = _numbers(text, units) if _NUMBERS.fullmatch(text) else _iso_8601(text)
    if duration is None:
        raise Refusal(
            N_("“%(text)s” is not a duration; 1:30 would be one hour and a half."), text=text[:40]
        )
    return within_limits(duration)


def within_limits(duration: timedelta) -> timedelta:
    """The duration itself, where a session can last that long."""
    if duration <= timedelta(0):
        raise Refusal(N_("The end must come after the start."))
    if duration > LONGEST:
        raise Refusal(N_("A session lasts a month at most."))
    return duration


def _numbers(text: str, units: dict[int, tuple[str, ...]]) -> timedelta | None:
    parts = [int(part) for part in text.split(":")]
    if any(part > 59 for part in parts[1:]):
        return None
    return timedelta(**dict(zip(units[len(parts)], parts, strict=True)))


def _iso_8601(text: str) -> timedelta | None:
    match = _ISO_8601.fullmatch(text)
    if match is None:
        return None
    return timedelta(**{unit: int(number) for unit, number in match.groupdict("0").items()})


def is_clock(text: str) -> bool:
    """Whether the text has the form of a time of day."""
    return _CLOCK.fullmatch(text) is not None


def clock_of(text: str) -> time:
    """A time of day: `9:00`, `09:00`, `09:00:00`."""
    match = _CLOCK.fullmatch(text)
    if match is None:
        raise Refusal(N_("“%(text)s” is not a time of day such as 14:30."), text=text[:40])
    hour, minute, second = (int(part or 0) for part in match.groups())
    return time(hour, minute, second)


def date_of(text: str, zone: str) -> date:
    """A date, or the date of a moment as that zone has it."""
    moment = moment_of(text)
    return (moment.astimezone(ZoneInfo(zone)) if moment.tzinfo else moment).date()


def moment_of(text: str) -> datetime:
    """A date with or without a time (ISO 8601), aware where the text gives an offset."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        moment = None
    if moment is None or moment.year not in YEARS:
        raise Refusal(
            N_("“%(text)s” is not a date such as 2025-02-01T14:30:00+01:00."), text=text[:40]
        )
    return moment.replace(microsecond=0)


@dataclass(frozen=True, slots=True)
class Calendar:
    """How a file's clocks are to be read: in which zone, and when its days change."""

    zone: str
    day_change: time

    def instant(self, moment: str, clock: str, day: date | None) -> datetime:
        """When a session starts, in UTC.

        `moment` is a date with a time, a date, or empty; `clock` the time of day as the file
        prints it beside; `day` the programme day. A full moment decides. Without one, a clock
        before the day change belongs to the night after the programme day.
        """
        if moment and not _DATE.fullmatch(moment):
            return self._full(moment_of(moment), clock)
        own = date_of(moment, self.zone) if moment else day
        if own is None or not clock:
            raise Refusal(N_("The session has no date or no time of day."))
        at = clock_of(clock)
        is_night = at < self.day_change and own == (day or own)
        return self._local(datetime.combine(own, at) + timedelta(days=int(is_night)))

    def _full(self, moment: datetime, clock: str) -> datetime:
        if moment.tzinfo is None:
            return self._local(moment)
        self._refuse_skipped(moment, clock)
        return moment.astimezone(UTC)

    def _local(self, wall: datetime) -> datetime:
        if is_skipped(wall, self.zone):
            raise self._skipped(wall)
        if is_doubled(wall, self.zone):
            raise Refusal(
                N_("%(clock)s happens twice in %(zone)s: the file must give the offset from UTC."),
                clock=f"{wall:%Y-%m-%d %H:%M}",
                zone=self.zone,
            )
        return instant_of(wall, self.zone)

    def _refuse_skipped(self, moment: datetime, clock: str) -> None:
        """Refuses a printed time that the zone's clocks never show, whatever its offset says."""
        if is_clock(clock):
            wall = datetime.combine(moment.astimezone(ZoneInfo(self.zone)), clock_of(clock))
        elif moment.utcoffset():
            wall = moment.replace(tzinfo=None)
        else:
            return  # moments in UTC print nothing local
        readings = {instant_of(wall.replace(fold=fold), self.zone) for fold in (0, 1)}
        if is_skipped(wall, self.zone) and moment in readings:
            raise self._skipped(wall)

    def _skipped(self, wall: datetime) -> Refusal:
        return Refusal(
            N_("%(clock)s does not exist in %(zone)s: clocks go forward at that moment."),
            clock=f"{wall:%Y-%m-%d %H:%M}",
            zone=self.zone,
        )
