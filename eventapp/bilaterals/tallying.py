"""How many meetings each delegation has on each day, beside its limit."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from eventapp.agenda.editing import programme_day
from eventapp.bilaterals.queries import days_with_windows, delegations_of, meetings, windows_of
from eventapp.delegations.models import Delegation
from eventapp.events.models import Event
from eventapp.plumbing.web import reading_language
from eventapp.values.bilingual import Bilingual


@dataclass(frozen=True, slots=True)
class Tally:
    """A delegation's meetings: on each day, without a time yet, and all that are open."""

    delegation: Delegation
    name: Bilingual
    by_day: Sequence[int]
    unplaced: int
    whole: int


@dataclass(frozen=True, slots=True)
class Tallies:
    """All delegations that have a meeting, and the days that are counted."""

    days: Sequence[date]
    lines: Sequence[Tally]


def tallies(event: Event) -> Tallies:
    """Counted from the open meetings; days with hours of meetings are there though unused."""
    held = defaultdict[int, Counter[date | None]](Counter)
    for meeting in meetings(event):
        if meeting.standing.is_open:
            day = programme_day(event, meeting.span.start) if meeting.span else None
            for side in (meeting.requested_by_id, meeting.requested_of_id):
                held[side][day] += 1
    used = {day for counts in held.values() for day in counts if day is not None}
    days = sorted({*days_with_windows(windows_of(event)), *used})
    lines = [
        Tally(
            each,
            name,
            [held[each.id][day] for day in days],
            held[each.id][None],
            held[each.id].total(),
        )
        for each, name in delegations_of(event, reading_language())
        if each.id in held
    ]
    return Tallies(days, lines)
