"""Moving sessions and other slots: in time, between rooms, onto the schedule and off it.

Times are wall times of the event's zone. What cannot be is refused: a time that the clocks skip
or double, a day far from the event, a room of another event. What is merely unwise is a conflict,
which `planning` finds and a person weighs.
"""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time, timedelta
from typing import Final, TypeVar

from eventapp.agenda.facts import SlotMoved
from eventapp.agenda.models import Slot
from eventapp.agenda.slots import revise
from eventapp.events.models import Event, Room
from eventapp.history.actions import Action
from eventapp.plumbing.facts import announce
from eventapp.values.catalogue import N_
from eventapp.values.refusal import Refusal
from eventapp.values.timespan import TimeSpan

#: How long a session lasts, in minutes.
SHORTEST, LONGEST = 5, 24 * 60
#: A session that ends at midnight ends on the day before.
MOMENT = timedelta(minutes=1)
#: How far before or after its event a session may be.
REACH = timedelta(days=60)
UNDATED = (date(2000, 1, 1), date(2100, 12, 31))

S = TypeVar("S", bound=Slot)


class _Same:
    """A session keeps its own room."""


SAME_ROOM: Final = _Same()


def place(event: Event, on: date, at: time, minutes: int) -> TimeSpan:
    """So many minutes from that time on, on a programme day: its night belongs to the evening.

    Raises Refusal where there is no such time, or where it is too long, too short or too far away.
    """
    if not SHORTEST <= minutes <= LONGEST:
        raise Refusal(N_("A session lasts from 5 minutes to 24 hours."))
    refuse_far(event, on)
    start = wall_time(event, on, at)
    return TimeSpan.promised(start, start + timedelta(minutes=minutes), event.zone)


def wall_time(event: Event, on: date, at: time) -> datetime:
    """That time of a programme day: before the day changes, it is the next date's."""
    return datetime.combine(on, at) + timedelta(days=at < event.day_change)


def programme_day(event: Event, at: datetime) -> date:
    """The programme day of a wall time."""
    return (at.date() - timedelta(days=1)) if at.time() < event.day_change else at.date()


def move_slot(slot: Slot, span: TimeSpan | None, room: Room | None, *, now: datetime) -> None:
    """Gives a slot another time, length or room; without a span, it is unscheduled.

    Those who are in one beside the programme learn of it at once.
    """
    if room is not None and room.event_id != slot.event_id:
        raise Refusal(N_("This room belongs to another event."))
    if span is not None:
        refuse_far(slot.event, span.start.date())
    moved = SlotMoved(slot, slot.span, slot.room, now)
    slot.span, slot.room = span, room if span else None
    slot.touch(now)
    if slot.is_private:
        revise(slot, now=now)
        announce(moved)


def swap(first: Slot, second: Slot, *, now: datetime) -> None:
    """Each begins when and where the other did; both keep their lengths.

    One that is not scheduled takes the other's place and length, and leaves it unscheduled.
    """
    if first is second:
        raise Refusal(N_("A session cannot be swapped with itself."))
    if first.span is None and second.span is None:
        raise Refusal(N_("Neither of the two sessions has a time."))
    spans = (_in_place_of(first, second), _in_place_of(second, first))
    rooms = (second.room, first.room)
    move_slot(first, spans[0], rooms[0], now=now)
    move_slot(second, spans[1], rooms[1], now=now)


def move_block(
    sessions: Sequence[Slot],
    *,
    days: int = 0,
    minutes: int = 0,
    room: Room | _Same | None = SAME_ROOM,
    now: datetime,
) -> None:
    """Moves all these sessions by the same stretch, or none of them; those without a time stay.

    Raises Refusal, naming the session, where one would leave its programme day for the next: a
    block that is pushed past the night is a mistake.
    """
    moved = [(session, _shifted(session, days, minutes)) for session in scheduled(sessions)]
    if not moved:
        raise Refusal(N_("No session with a time is among these."))
    for session, span in moved:
        target = session.room if isinstance(room, _Same) else room
        move_slot(session, span, target, now=now)


def scheduled(sessions: Iterable[S]) -> list[S]:
    """Those that have a time, the earliest first."""
    timed = [(session.span.starts_at, session.id, session) for session in sessions if session.span]
    return [session for _, _, session in sorted(timed, key=lambda each: each[:2])]


def deed(session: Slot, span: TimeSpan | None, room: Room | None) -> Action:
    """What the log calls a move of the session to there."""
    if span is None:
        return Action.UNSCHEDULE
    stays = session.span is not None and session.span.start == span.start and session.room is room
    return Action.RESIZE if stays else Action.MOVE


def _scheduled(session: Slot) -> TimeSpan:
    if session.span is None:
        raise Refusal(N_("“%(name)s” has no time yet."), name=session.title)
    return session.span


def _in_place_of(session: Slot, other: Slot) -> TimeSpan | None:
    """When the session takes place if it begins as the other does now."""
    if other.span is None:
        return None
    length = (session.span or other.span).duration
    return TimeSpan.promised(other.span.start, other.span.start + length, session.event.zone)


def _shifted(session: Slot, days: int, minutes: int) -> TimeSpan:
    span, event = _scheduled(session), session.event
    by = timedelta(days=days, minutes=minutes)
    start, end = span.start + by, span.end + by
    expected = programme_day(event, span.start) + timedelta(days=days)
    last = programme_day(event, end - MOMENT)
    runs_over = programme_day(event, span.end - MOMENT) + timedelta(days=days) != last
    if programme_day(event, start) != expected or runs_over:
        raise Refusal(N_("“%(name)s” would leave its day: nothing was moved."), name=session.title)
    return TimeSpan.promised(start, end, event.zone)


def refuse_far(event: Event, on: date) -> None:
    """Raises Refusal for a day that nothing of the event can be on."""
    first, last = _reach(event)
    if not first <= on <= last:
        raise Refusal(N_("This day is too far from the event’s own dates."))


def _reach(event: Event) -> tuple[date, date]:
    if event.starts_on is None:
        return UNDATED
    return event.starts_on - REACH, (event.ends_on or event.starts_on) + REACH
