"""What must not be at once, and what must come first."""

from collections.abc import Iterable

from eventapp.planning.board import Board
from eventapp.planning.conflicts import Conflict, Severity
from eventapp.planning.rules.base import Rule, close_pairs
from eventapp.planning.telling import Teller
from eventapp.values.catalogue import N_


class OutOfOrder(Rule):
    """One session must be over before the other begins."""

    code = "out_of_order"
    name = N_("A session before another that must come first")
    severity = Severity.ERROR

    def find(self, board: Board, around: str | None = None) -> Iterable[Conflict]:
        for before, after in board.programme.orders:
            if around not in (None, before, after):
                continue
            first, second = board.bookings.get(before), board.bookings.get(after)
            if first and second and second.starts_at < first.ends_at:
                yield self.conflict(first, second)

    def explain(self, conflict: Conflict, teller: Teller) -> str:
        before, after = (teller.session(uid) for uid in conflict.parties)
        return teller.say(
            N_("%(before)s must be over before %(after)s begins."), before=before, after=after
        )


class ParallelInTrack(Rule):
    """Where a track wants its public to see all of it. Plenaries and intervals are for all."""

    code = "parallel_in_track"
    name = N_("Parallel sessions in a track that forbids them")
    severity = Severity.WARNING

    def find(self, board: Board, around: str | None = None) -> Iterable[Conflict]:
        for uid, track in board.programme.tracks.items():
            if not track.forbids_parallel:
                continue
            sessions = (
                each
                for each in board.by_track.get(uid, ())
                if not (each.activity.is_interval or each.activity.is_plenary)
            )
            for first, second in close_pairs(sessions, around):
                if not first.is_joint_with(second):
                    yield self.conflict(first, second, subject=uid)

    def explain(self, conflict: Conflict, teller: Teller) -> str:
        first, second = (teller.session(uid) for uid in conflict.parties)
        track = teller.board.programme.tracks[conflict.subject]
        return teller.say(
            N_("Two sessions of the track %(track)s are at once: %(first)s and %(second)s."),
            track=teller.text(track.name),
            first=first,
            second=second,
        )
