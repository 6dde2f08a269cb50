"""All events in order: what is to come, what is over, each by series or kind. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from eventapp.agenda.published import PublishedEvent
from eventapp.agenda.reading import capitalized
from eventapp.events.kinds import DatePrecision
from eventapp.events.labels import event_kind
from eventapp.values.bilingual import Wording
from eventapp.values.language import Language


@dataclass(frozen=True, slots=True)
class Shelf:
    """The events of one series, or those of one kind outside any series."""

    name: Wording
    events: tuple[PublishedEvent, ...]


@dataclass(frozen=True, slots=True)
class Directory:
    """Both in shelves: `upcoming` soonest first, `past` latest first."""

    upcoming: tuple[Shelf, ...]
    past: tuple[Shelf, ...]


def directory_at(
    moment: datetime, events: Iterable[PublishedEvent], language: Language
) -> Directory:
    """The events as they stand at an aware moment; one that runs is still to come."""
    ordered = sorted(events, key=lambda event: (event.starts_on or date.max, event.slug))
    over = [event for event in ordered if is_over(event, moment)]
    upcoming = [event for event in ordered if event not in over]
    return Directory(_shelves(upcoming, language), _shelves(reversed(over), language))


def is_over(event: PublishedEvent, moment: datetime) -> bool:
    """Whether the last day that the event may have has passed where it is held."""
    last = _last_day(event)
    return last is not None and moment.astimezone(ZoneInfo(event.zone)).date() > last


def _last_day(event: PublishedEvent) -> date | None:
    """The latest day that the event's dates allow, as precisely as they are settled."""
    last = event.ends_on or event.starts_on
    if last is None or event.precision is DatePrecision.TO_BE_CONFIRMED:
        return None
    if event.precision is DatePrecision.YEAR:
        return last.replace(month=12, day=31)
    if event.precision is DatePrecision.MONTH:
        next_month = last.replace(day=1) + timedelta(days=31)
        return next_month.replace(day=1) - timedelta(days=1)
    return last


def _shelves(events: Iterable[PublishedEvent], language: Language) -> tuple[Shelf, ...]:
    """The events in shelves, which stand in the order of their first event."""
    shelves: dict[Wording, list[PublishedEvent]] = {}
    for event in events:
        shelves.setdefault(_name(event, language), []).append(event)
    return tuple(Shelf(name, tuple(held)) for name, held in shelves.items())


def _name(event: PublishedEvent, language: Language) -> Wording:
    if event.series:
        return event.series.title.text(language)
    return Wording(capitalized(event_kind(event.kind, language)), language)
