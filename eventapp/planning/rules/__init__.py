"""Every rule there is, in the order in which pages list them. An event may turn each off."""

from collections.abc import Collection, Iterator, Mapping

from eventapp.planning.board import Board
from eventapp.planning.conflicts import Conflict
from eventapp.planning.rules.availability import PersonAway, RoomClosed
from eventapp.planning.rules.balance import OutOfBalance
from eventapp.planning.rules.base import Rule
from eventapp.planning.rules.interpretation import BoothMissing, BoothTooLong, TeamTooSmall
from eventapp.planning.rules.people import PersonTwice, TravelTime
from eventapp.planning.rules.rooms import EquipmentMissing, RoomTooSmall, RoomTwice
from eventapp.planning.rules.sequence import OutOfOrder, ParallelInTrack
from eventapp.planning.rules.texts import TextsNotApproved

RULES: Mapping[str, Rule] = {
    rule.code: rule
    for rule in (
        PersonTwice(),
        TravelTime(),
        PersonAway(),
        RoomTwice(),
        RoomTooSmall(),
        RoomClosed(),
        EquipmentMissing(),
        BoothMissing(),
        TeamTooSmall(),
        BoothTooLong(),
        OutOfOrder(),
        ParallelInTrack(),
        TextsNotApproved(),
        OutOfBalance(),
    )
}


def find(
    board: Board, rules: Collection[Rule] = tuple(RULES.values()), around: str | None = None
) -> list[Conflict]:
    """What these rules find, the worst first, then by time; around one activity if asked.

    Around an activity that is not on the board, nothing is.
    """
    if around is not None and around not in board.programme.activities:
        return []
    return sorted(_found(board, rules, around), key=lambda each: _order(each, board))


def _found(board: Board, rules: Collection[Rule], around: str | None) -> Iterator[Conflict]:
    for rule in rules:
        yield from rule.find(board, around)


def _order(conflict: Conflict, board: Board) -> tuple[object, ...]:
    starts = [board.bookings[uid].starts_at for uid in conflict.parties if uid in board.bookings]
    first = min(starts).timestamp() if starts else float("inf")
    return conflict.severity.rank, first, conflict.rule, conflict.parties, conflict.subject
