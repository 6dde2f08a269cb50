"""What happens to movements that others react to, in the same transaction."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from eventapp.events.models import Event
from eventapp.movements.models import Movement
from eventapp.values.timespan import TimeSpan


class Changed(NamedTuple):
    """A movement that its people know, and when it was before."""

    movement: Movement
    was: TimeSpan | None


class MovementsChanged(NamedTuple):
    """Movements are at another time or place than their people were told, or called off."""

    event: Event
    changes: Sequence[Changed]
    now: datetime
