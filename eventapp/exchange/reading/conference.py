"""What a file says of the whole conference: zone, days, dates. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, time, timedelta
from functools import cache
from typing import NamedTuple
from zoneinfo import ZoneInfo

from eventapp.exchange.reading.problems import Problems
from eventapp.exchange.reading.records import Field, Record
from eventapp.exchange.reading.times import clock_of, date_of, moment_of
from eventapp.exchange.schedule import (
    ACRONYM_LENGTH,
    CITY_LENGTH,
    EVENT_TITLE_LENGTH,
    NAME_LENGTH,
    Conference,
    ScheduledSession,
)
from eventapp.values.catalogue import N_
from eventapp.values.folding import fold
from eventapp.values.timespan import zone_names, zone_of

#: Where a file says nothing of its nights, the day changes when Pentabarf's did.
USUAL_DAY_CHANGE = time(4)
#: Where it only says when its days begin, sessions may still be added before that.
LATEST_DAY_CHANGE = time(6)

_NAMES_OF_UTC = {"Etc/UTC", "Etc/GMT", "GMT", "Z"}


class Zone(NamedTuple):
    """An IANA name; guessed where the file names its city only."""

    name: str
    is_guessed: bool = False


class Day(NamedTuple):
    """A programme day: its date, and from what time on, where the file tells."""

    date: date | None
    begins: time | None


def zone_for(conference: Record, otherwise: str | None, problems: Problems) -> Zone:
    """The zone that the file names, else that of the event, else the one called as its city."""
    field = conference["time_zone_name"]
    if field.text:
        named = "UTC" if field.text in _NAMES_OF_UTC else field.text
        problems.attempt(field.place, lambda: zone_of(named))
        return Zone(named if named in zone_names() else "UTC")
    if otherwise:
        return Zone(otherwise)
    city = fold(conference.text("city").partition(",")[0])
    if city in _zones_by_city():
        return Zone(_zones_by_city()[city], is_guessed=True)
    problems.add(
        conference.place,
        N_("The file names no time zone: write it as time_zone_name, or give it as --zone."),
    )
    return Zone("UTC")


@cache
def _zones_by_city() -> Mapping[str, str]:
    names = sorted((name for name in zone_names() if "/" in name), reverse=True)
    return {fold(name.rpartition("/")[2].replace("_", " ")): name for name in names}


def days_of(records: Iterable[Record], zone: str, problems: Problems) -> dict[Record, Day]:
    """What each day of the file is.

    The moment at which a day begins goes before its bare date: files that count in UTC date
    days in UTC too.
    """
    return {record: _day(record, zone, problems) for record in records}


def _day(record: Record, zone: str, problems: Problems) -> Day:
    field = record["start"] if record.text("start") else record["date"]
    on = _date(field, zone, problems)
    return Day(on, _clock(field.text, zone) if on and len(field.text) > len("2025-02-01") else None)


def _clock(text: str, zone: str) -> time:
    moment = moment_of(text)
    return (moment.astimezone(ZoneInfo(zone)) if moment.tzinfo else moment).time()


def day_change_of(conference: Record, days: Iterable[Day], problems: Problems) -> time:
    """When a day of the programme ends, as local time."""
    field = conference["day_change"]
    if field.text:
        stated = problems.attempt(field.place, lambda: clock_of(field.text))
        return USUAL_DAY_CHANGE if stated is None else stated
    begins = [day.begins for day in days if day.begins is not None]
    return min([*begins, LATEST_DAY_CHANGE]) if begins else USUAL_DAY_CHANGE


def conference_of(
    record: Record,
    zone: str,
    day_change: time,
    sessions: Sequence[ScheduledSession],
    problems: Problems,
) -> Conference:
    """The conference; dates that the file does not give are those of its sessions."""
    title = record["title"]
    if not title.text:
        problems.add(title.place, N_("The conference has no title."))
    starts_on, ends_on = _dates(record, zone, day_change, sessions, problems)
    return Conference(
        title=problems.within(title.place, title.text, EVENT_TITLE_LENGTH),
        acronym=problems.within(record["acronym"].place, record.text("acronym"), ACRONYM_LENGTH),
        starts_on=starts_on,
        ends_on=ends_on,
        zone=zone,
        day_change=day_change,
        is_day_change_stated=bool(record.text("day_change")),
        venue=problems.within(record["venue"].place, record.text("venue"), NAME_LENGTH),
        city=problems.within(record["city"].place, record.text("city"), CITY_LENGTH),
    )


def _dates(
    record: Record,
    zone: str,
    day_change: time,
    sessions: Sequence[ScheduledSession],
    problems: Problems,
) -> tuple[date, date]:
    after = timedelta(hours=day_change.hour, minutes=day_change.minute)
    held = [(session.span.start - after).date() for session in sessions] or [date.min]
    starts_on = _date(record["start"], zone, problems) or min(held)
    ends_on = _date(record["end"], zone, problems) or max(held)
    if ends_on < starts_on:
        problems.add(record["end"].place, N_("The conference ends before it starts."))
    return starts_on, ends_on


def _date(field: Field, zone: str, problems: Problems) -> date | None:
    text = field.text
    return problems.attempt(field.place, lambda: date_of(text, zone)) if text else None
