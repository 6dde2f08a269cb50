"""Conflicts in words, for readers who may know all of it and for those who may not."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple
from uuid import UUID

from eventapp.agenda.conflicts.models import AcceptedConflict
from eventapp.planning.board import SESSION, Activity, Board
from eventapp.planning.conflicts import Conflict, Severity
from eventapp.planning.rules import RULES
from eventapp.planning.telling import DiscreetTeller, Teller
from eventapp.values.bilingual import Wording
from eventapp.values.language import Language


class Party(NamedTuple):
    """One side of a conflict: a slot, by its sort, its code in addresses and its title.

    One that the reader may know nothing of has no code.
    """

    uid: UUID
    sort: str
    code: str
    title: Wording

    @property
    def is_private(self) -> bool:
        return self.sort != SESSION


@dataclass(frozen=True, slots=True)
class ConflictLine:
    """A conflict as a reader of one language is told of it.

    `key` names the situation: once it changes, an acceptance no longer holds; `matter` what it is
    about, whenever that is. `accepted` is the
    decision that holds; `before` the last one about the same matter when it was otherwise. `day`
    is that of the programme on which it begins, if it does.
    """

    rule: str
    severity: Severity
    text: str
    key: str
    matter: str
    parties: tuple[Party, ...]
    day: date | None
    accepted: AcceptedConflict | None = None
    before: AcceptedConflict | None = None


class Tellers(NamedTuple):
    """Who tells of a board: the one, or the other where a meeting is not the reader's business."""

    board: Board
    openly: Teller
    discreetly: Teller

    def of(self, conflict: Conflict) -> Teller:
        activities = self.board.programme.activities
        is_private = any(activities[uid].is_private for uid in conflict.parties)
        return self.discreetly if is_private else self.openly


def tellers_of(board: Board, language: Language, *, is_discreet: bool) -> Tellers:
    """Who tells a reader of it: openly all of it, unless they are to be told discreetly."""
    openly = Teller(board, language)
    return Tellers(board, openly, DiscreetTeller(board, language) if is_discreet else openly)


def told(conflict: Conflict, board: Board, language: Language) -> str:
    """What is wrong, as everybody on the team may be told."""
    return _explained(conflict, tellers_of(board, language, is_discreet=True).of(conflict))


def lines_of(
    found: Iterable[Conflict], tellers: Tellers, decisions: Collection[AcceptedConflict]
) -> list[ConflictLine]:
    """What was found, with what was decided about it."""
    by_key = {each.key: each for each in decisions}
    by_matter = {each.matter: each for each in decisions}
    lines = []
    for conflict in found:
        key = conflict.key(tellers.board)
        accepted = by_key.get(key)
        before = by_matter.get(conflict.matter) if by_matter and accepted is None else None
        lines.append(_line(conflict, key, tellers.of(conflict), accepted, before))
    return lines


def _line(
    conflict: Conflict,
    key: str,
    teller: Teller,
    accepted: AcceptedConflict | None,
    before: AcceptedConflict | None,
) -> ConflictLine:
    board = teller.board
    booked = [board.bookings[uid] for uid in conflict.parties if uid in board.bookings]
    activities = (board.programme.activities[uid] for uid in conflict.parties)
    return ConflictLine(
        rule=conflict.rule,
        severity=conflict.severity,
        text=_explained(conflict, teller),
        key=key,
        matter=conflict.matter,
        parties=tuple(_party(each, teller) for each in activities),
        day=min(map(board.day_of, booked), default=None),
        accepted=accepted,
        before=before,
    )


def _party(activity: Activity, teller: Teller) -> Party:
    uid, sort, language = UUID(activity.uid), activity.sort, teller.language
    if activity.is_private and isinstance(teller, DiscreetTeller):
        return Party(uid, sort, "", Wording(_capital(teller.title(activity.uid)), language))
    return Party(uid, sort, activity.code, activity.title.text(language))


def _explained(conflict: Conflict, teller: Teller) -> str:
    text = RULES[conflict.rule].explain(conflict, teller)
    return _capital(text) if isinstance(teller, DiscreetTeller) else text


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
