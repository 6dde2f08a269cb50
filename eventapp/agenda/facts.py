"""What happens to programmes that others react to, in the same transaction."""

from datetime import datetime
from typing import NamedTuple

from eventapp.agenda.models import Release, Slot
from eventapp.agenda.published import PublishedAgenda
from eventapp.events.models import Event, Room
from eventapp.values.bilingual import Bilingual
from eventapp.values.timespan import TimeSpan


class ReleasePublished(NamedTuple):
    """A release was frozen; the public reads it from `release.published_at` on.

    `previous` is what the public read last before it, whole, or None.
    """

    event: Event
    release: Release
    previous: PublishedAgenda | None


class SlotMoved(NamedTuple):
    """A slot beside the programme is elsewhere, or at another time: `was` is when, `room` where."""

    slot: Slot
    was: TimeSpan | None
    room: Room | None
    now: datetime


class ReleaseWithdrawn(NamedTuple):
    """A release was taken back; `notice` says why.

    Where the public goes back to what an earlier release held, a `ReleasePublished` follows.
    """

    event: Event
    release: Release
    notice: Bilingual
