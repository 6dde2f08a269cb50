"""Keeps an event on today's date, so that its programme always has a now and a next."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from sqlalchemy import select

from eventapp.agenda.models import Slot
from eventapp.events.models import Event
from eventapp.plumbing.database import db
from eventapp.values.timespan import TimeSpan, instant_of


def move(event: Event, *, now: datetime) -> bool:
    """Moves an event that began before today, with its whole programme, to begin today.

    Today is the day of `now` (aware) in the event's zone. Everything keeps its distance from
    the first midnight in true time, so that a change of the clocks neither swallows a session
    nor leaves a hole. Answers whether anything moved.
    """
    first, today = event.starts_on, now.astimezone(ZoneInfo(event.zone)).date()
    if first is None or first >= today:
        return False
    shift = _midnight(today, event.zone) - _midnight(first, event.zone)
    for slot in db.session.scalars(select(Slot).where(Slot.event == event)):
        if slot.span:
            starts_at, ends_at = slot.span.starts_at + shift, slot.span.ends_at + shift
            slot.span = TimeSpan.between(starts_at, ends_at, slot.span.zone)
    event.starts_on = today
    event.ends_on = event.ends_on and event.ends_on + (today - first)
    return True


def _midnight(day: date, zone: str) -> datetime:
    return instant_of(datetime.combine(day, time()), zone)
