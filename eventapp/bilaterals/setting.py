"""Setting how and when meetings are placed."""

from collections.abc import Iterable
from datetime import date, datetime, time

from eventapp.agenda.conflicts.locking import lock
from eventapp.agenda.editing import place as span_of
from eventapp.bilaterals.models import MeetingRules, MeetingWindow
from eventapp.bilaterals.queries import windows_of
from eventapp.events.models import Event, Room
from eventapp.history.saving import FieldRefusal, rewrite
from eventapp.plumbing.database import db
from eventapp.values.catalogue import N_
from eventapp.values.refusal import Refusal

WINDOWS_AT_MOST = 500


def set_rules(
    event: Event, row: MeetingRules | None, values: dict[str, int], *, now: datetime
) -> MeetingRules:
    """Sets the limits; the first time, it makes their row."""
    if row is None:
        row = MeetingRules(event_id=event.id, **values)
        db.session.add(row)
        db.session.flush()
    else:
        rewrite(row, values, now=now)
    return row


def add_windows(event: Event, rooms: Iterable[Room], on: date, opens: time, closes: time) -> int:
    """Opens these rooms at these hours, and answers how many are new.

    Raises Refusal for hours that the clocks skip, that overlap others of a room, or of a day too
    far from the event.
    """
    lock(event)
    minutes = (closes.hour - opens.hour) * 60 + closes.minute - opens.minute
    _refuse_day(event, on, opens, minutes)
    known = windows_of(event)
    if len(known) >= WINDOWS_AT_MOST:
        raise Refusal(N_("There are too many hours of meetings: remove some first."))
    added = 0
    for room in rooms:
        if any(_overlaps(each, room, on, opens, closes) for each in known):
            said = Refusal(N_("“%(room)s” has hours of meetings then already."), room=room.name)
            raise FieldRefusal("opens", said)
        db.session.add(
            MeetingWindow(event_id=event.id, room=room, on=on, opens=opens, closes=closes)
        )
        added += 1
    db.session.flush()
    return added


def remove_window(window: MeetingWindow) -> None:
    """Closes a room's hours; nothing that is placed there moves."""
    db.session.delete(window)


def _overlaps(window: MeetingWindow, room: Room, on: date, opens: time, closes: time) -> bool:
    is_there = (window.room_id, window.on) == (room.id, on)
    return is_there and opens < window.closes and window.opens < closes


def _refuse_day(event: Event, on: date, opens: time, minutes: int) -> None:
    try:
        span_of(event, on, opens, minutes)
    except Refusal as refusal:
        raise FieldRefusal("on", refusal) from refusal
