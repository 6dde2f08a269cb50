"""VTIMEZONE from the tz database (RFC 5545 §3.6.5), since the library's own is an hour late.

Bytes depend on the zone's rules and on the years asked for, never on today.
"""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from itertools import groupby, pairwise
from typing import NamedTuple
from zoneinfo import ZoneInfo

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard
from icalendar.prop import vDatetime, vDDDLists, vRecur, vUTCOffset

from eventapp.calendars.components import Text, component, word

#: Years within which zones have whole-minute offsets; other times are written in UTC.
YEARS = range(1974, 2100)
#: A yearly rule is written only if it goes on holding for so many years.
HORIZON = 10

Observance = TimezoneDaylight | TimezoneStandard

MINUTE = timedelta(minutes=1)
DAY = timedelta(days=1)


class Onset(NamedTuple):
    """The moment from which an offset holds, as clocks showed it just before."""

    offset_from: timedelta
    offset_to: timedelta
    name: str
    at: datetime

    @property
    def kind(self) -> tuple[timedelta, timedelta, str]:
        return self.offset_from, self.offset_to, self.name


@lru_cache(maxsize=64)
def timezone(name: str, first: int, last: int) -> Timezone:
    """The component of an IANA zone, right from before the year `first` until after `last`.

    A rule that repeats every year is written as such and never runs out; other zones, such as
    Africa/Casablanca, get each onset by itself.
    """
    zone = ZoneInfo(name)
    kinds = _by_kind(_onsets(zone, first - 1, last + HORIZON))
    rules = [_yearly(onsets, range(first - 1, last + HORIZON + 1)) for onsets in kinds]
    made = component(Timezone, {"TZID": word(name)})
    if kinds and all(rules):
        made.subcomponents = list(map(_observance, kinds, rules))
    else:
        kinds = _by_kind(_onsets(zone, first - 1, last + 1))
        made.subcomponents = [_observance([_initial(zone, first - 1)]), *map(_observance, kinds)]
    return made


def _onsets(zone: ZoneInfo, first: int, last: int) -> Iterator[Onset]:
    """All changes of offset from the beginning of one year to the end of another, in order."""
    start = datetime(first, 1, 1, tzinfo=UTC)
    days = (datetime(last + 1, 1, 1, tzinfo=UTC) - start).days
    for before, after in pairwise(start + DAY * number for number in range(days + 1)):
        offset_from, offset_to = _offset(before, zone), _offset(after, zone)
        if offset_from != offset_to:
            at = _first_minute(before, after, zone)
            name = at.astimezone(zone).tzname() or zone.key
            yield Onset(offset_from, offset_to, name, at.replace(tzinfo=None) + offset_from)


def _offset(at: datetime, zone: ZoneInfo) -> timedelta:
    return at.astimezone(zone).utcoffset() or timedelta()


def _first_minute(before: datetime, after: datetime, zone: ZoneInfo) -> datetime:
    """The first minute with the later offset, found by halving."""
    offset = _offset(before, zone)
    while after - before > MINUTE:
        middle = before + (after - before) // MINUTE // 2 * MINUTE
        before, after = (middle, after) if _offset(middle, zone) == offset else (before, middle)
    return after


def _by_kind(onsets: Iterable[Onset]) -> list[list[Onset]]:
    """Onsets that change the clocks in the same way, together; the first kind to occur first."""
    kinds = groupby(sorted(onsets), key=lambda onset: onset.kind)
    return sorted((list(group) for _, group in kinds), key=lambda group: group[0].at)


def _yearly(onsets: list[Onset], years: range) -> vRecur | None:
    """The rule of onsets that come once in each of these years, on the same kind of day."""
    weeks = set.intersection(*(_weeks(onset.at) for onset in onsets))
    same = {(onset.at.month, onset.at.weekday(), onset.at.time()) for onset in onsets}
    if [onset.at.year for onset in onsets] != list(years) or not weeks or len(same) > 1:
        return None
    weekday = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")[onsets[0].at.weekday()]
    by_day = f"{min(weeks)}{weekday}"
    return vRecur({"FREQ": "YEARLY", "BYMONTH": onsets[0].at.month, "BYDAY": by_day})


def _weeks(at: datetime) -> set[int]:
    """Which of its weekdays a day is in its month: 1 to 5, and -1 for the last one."""
    number = (at.day + 6) // 7
    return {number} if (at + 7 * DAY).month == at.month else {number, -1}


def _initial(zone: ZoneInfo, year: int) -> Onset:
    """What holds when the component begins."""
    start = datetime(year, 1, 1, tzinfo=UTC).astimezone(zone)
    offset = start.utcoffset() or timedelta()
    return Onset(offset, offset, start.tzname() or zone.key, start.replace(tzinfo=None))


def _observance(onsets: list[Onset], rule: vRecur | None = None) -> Observance:
    """Which of the two it is called follows the clocks: some zones count their winter as saving."""
    first = onsets[0]
    forward = first.offset_to > first.offset_from
    later = [] if rule else [onset.at for onset in onsets[1:]]
    properties = {
        "DTSTART": vDatetime(first.at),
        "RRULE": rule,
        "RDATE": vDDDLists(later) if later else None,
        "TZOFFSETFROM": vUTCOffset(first.offset_from),
        "TZOFFSETTO": vUTCOffset(first.offset_to),
        "TZNAME": Text(first.name),
    }
    kind: type[Observance] = TimezoneDaylight if forward else TimezoneStandard
    return component(kind, properties)
