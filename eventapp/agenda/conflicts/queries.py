"""Questions about an event's conflicts, for the pages that show them.

`today` is the day on which translators' deadlines are judged, in the event's zone. Readers are
told discreetly of meetings that are not theirs to know, unless the page says that they may.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import select

from eventapp.agenda.conflicts.loading import board as load
from eventapp.agenda.conflicts.loading import board_around
from eventapp.agenda.conflicts.models import AcceptedConflict, RuleSetting
from eventapp.agenda.conflicts.telling import ConflictLine, Tellers, lines_of, tellers_of
from eventapp.events.models import Event
from eventapp.planning.conflicts import Severity
from eventapp.planning.free import nearest_free
from eventapp.planning.rules import RULES, find
from eventapp.planning.rules.base import Rule
from eventapp.plumbing.database import db
from eventapp.values.language import Language
from eventapp.values.timespan import TimeSpan


@dataclass(frozen=True, slots=True)
class SlotConflicts:
    """How a slot stands: the worst severity, and how many open conflicts it takes part in."""

    worst: Severity
    count: int


class FreePlace(NamedTuple):
    """Where a session could go: its span, and the uid of its room."""

    span: TimeSpan
    room: UUID | None


def conflicts_of(
    event: Event, language: Language, *, today: date, is_discreet: bool = True
) -> list[ConflictLine]:
    """All conflicts of the event, accepted ones among them, the worst first, then by time."""
    board = load(event, today=today)
    tellers = tellers_of(board, language, is_discreet=is_discreet)
    return lines_of(find(board, rules_on(event)), tellers, decisions_of(event))


def conflicts_around(
    event: Event, slot: UUID, language: Language, *, today: date, is_discreet: bool = True
) -> list[ConflictLine]:
    """The open conflicts that one slot takes part in, the worst first."""
    return conflicts_among(event, [slot], language, today=today, is_discreet=is_discreet)


def conflicts_among(
    event: Event,
    slots: Sequence[UUID],
    language: Language,
    *,
    today: date,
    is_discreet: bool = True,
) -> list[ConflictLine]:
    """The open conflicts that any of the slots takes part in, each once."""
    board = board_around(event, slots, today=today)
    tellers = tellers_of(board, language, is_discreet=is_discreet)
    return _open_around(event, tellers, slots)


def conflicts_if_moved(
    event: Event,
    slot: UUID,
    span: TimeSpan,
    room: UUID | None,
    language: Language,
    *,
    today: date,
    is_discreet: bool = True,
) -> list[ConflictLine]:
    """The conflicts that the slot would take part in there. Nothing is changed."""
    board = board_around(event, [slot], today=today, room=room)
    if str(slot) not in board.programme.activities:
        return []
    instants = (span.starts_at, span.ends_at)
    moved = board.moved(str(slot), instants, str(room) if room else None)
    tellers = tellers_of(moved, language, is_discreet=is_discreet)
    return _open_around(event, tellers, [slot])


def conflicts_caused(
    event: Event,
    moves: Mapping[UUID, TimeSpan],
    language: Language,
    *,
    today: date,
    is_discreet: bool = True,
) -> list[ConflictLine]:
    """The conflicts that there would be if all these slots were moved, and are not there now."""
    rules, before = rules_on(event), board_around(event, [*moves], today=today)
    board = before
    for slot, span in moves.items():
        room = before.bookings[str(slot)].room
        board = board.moved(str(slot), (span.starts_at, span.ends_at), room)
    known = {each.matter for uid in moves for each in find(before, rules, around=str(uid))}
    lines = _open_around(event, tellers_of(board, language, is_discreet=is_discreet), moves)
    return [line for line in lines if line.matter not in known]


def conflicts_by_slot(event: Event, *, today: date) -> Mapping[UUID, SlotConflicts]:
    """The slots in open conflicts; those without any are left out."""
    board = load(event, today=today)
    accepted = {each.key for each in decisions_of(event)}
    severities = defaultdict[UUID, list[Severity]](list)
    for conflict in find(board, rules_on(event)):
        if not accepted or conflict.key(board) not in accepted:
            for uid in conflict.parties:
                severities[UUID(uid)].append(conflict.severity)
    return {
        uid: SlotConflicts(min(found, key=lambda each: each.rank), len(found))
        for uid, found in severities.items()
    }


def nearest_free_place(event: Event, slot: UUID, *, today: date) -> FreePlace | None:
    """The free place nearest in time to where the slot is now, in its room or another.

    None where there is none, or where the slot has no time yet.
    """
    board = load(event, today=today, with_texts=False)
    booking = board.bookings.get(str(slot))
    free = nearest_free(board, booking, rules_on(event)) if booking else None
    if free is None:
        return None
    span = TimeSpan.between(free.starts_at, free.ends_at, event.zone)
    return FreePlace(span, UUID(free.room) if free.room else None)


def rules_on(event: Event) -> list[Rule]:
    """The rules that count for the event."""
    query = select(RuleSetting.rule).where(
        RuleSetting.event_id == event.id, RuleSetting.is_on.is_(False)
    )
    off = set(db.session.scalars(query))
    return [rule for code, rule in RULES.items() if code not in off]


def decisions_of(event: Event) -> list[AcceptedConflict]:
    """What was accepted in the event, whether it still is so or not; the oldest first."""
    query = select(AcceptedConflict).where(AcceptedConflict.event_id == event.id)
    return [*db.session.scalars(query.order_by(AcceptedConflict.at, AcceptedConflict.id))]


def _open_around(event: Event, tellers: Tellers, uids: Iterable[object]) -> list[ConflictLine]:
    rules = rules_on(event)
    found = dict.fromkeys(
        conflict for uid in uids for conflict in find(tellers.board, rules, around=str(uid))
    )
    return [line for line in lines_of(found, tellers, decisions_of(event)) if line.accepted is None]
