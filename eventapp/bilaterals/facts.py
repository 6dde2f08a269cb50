"""What happens to meetings, for other rooms to follow in the same transaction."""

from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from eventapp.bilaterals.models import Bilateral
from eventapp.events.models import Room
from eventapp.values.timespan import TimeSpan


class News(StrEnum):
    """What the two sides hear of a meeting."""

    REQUESTED = "requested"
    PROPOSED = "proposed"
    CONFIRMED = "confirmed"
    RESCHEDULED = "rescheduled"
    DECLINED = "declined"
    CANCELLED = "cancelled"


class MeetingChanged(NamedTuple):
    """A meeting is not what it was; `before` is the time that it had, `was_in` its room."""

    meeting: Bilateral
    news: News
    before: TimeSpan | None
    was_in: Room | None
    now: datetime
