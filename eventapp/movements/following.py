"""What movements do when they are moved on the board, or a change of them is undone."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from eventapp.agenda.facts import SlotMoved
from eventapp.history.facts import StepTurned
from eventapp.movements.facts import Changed, MovementsChanged
from eventapp.movements.models import Movement
from eventapp.plumbing.facts import announce
from eventapp.values.timespan import TimeSpan

#: The columns that hold what people are told of.
COLUMNS = frozenset(
    {"starts_local", "ends_local", "room_id", "state", "transport", "contact", "kind"}
    | {f"{name}_{language}" for name in ("origin", "destination") for language in ("fr", "en")}
)


def tell_of_move(moved: SlotMoved) -> None:
    """Whoever was told of a movement is told where it is now."""
    movement = moved.slot
    if isinstance(movement, Movement) and movement.revision is not None:
        announce(MovementsChanged(movement.event, [Changed(movement, moved.was)], moved.now))


def tell_of_undoing(turned: StepTurned) -> None:
    """The same where a step was undone or done again: they know what it had made of them."""
    changes = [
        Changed(row, _span(row, was))
        for row, was in turned.rows
        if isinstance(row, Movement) and row.revision is not None and COLUMNS & {*was}
    ]
    if changes:
        announce(MovementsChanged(changes[0].movement.event, changes, turned.now))


def _span(movement: Movement, was: Mapping[str, Any]) -> TimeSpan | None:
    """When it was, by the columns that the log kept."""
    span = movement.span
    start = _moment(was, "starts_local", span.start if span else None)
    end = _moment(was, "ends_local", span.end if span else None)
    if start is None or end is None:
        return None
    return TimeSpan.lasting(start, end - start, movement.event.zone)


def _moment(was: Mapping[str, Any], name: str, now: datetime | None) -> datetime | None:
    if name not in was:
        return now
    return datetime.fromisoformat(was[name]) if was[name] else None
