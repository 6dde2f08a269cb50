"""What a delay does to the rest of a day: each move only as far as it must. Pure.

A link waits for those before it that it shares somebody, a whole delegation or a vehicle with.
Gaps between two links absorb what they can, down to the time that the way takes; what was closer
together from the beginning stays so. What does not wait, such as a session or a plane, stays where
it is, and the delay ends there: it becomes a clash.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NamedTuple

from eventapp.planning.board import Span

NO_TIME = timedelta(0)


class Link(NamedTuple):
    """Something that takes people's time, by its `uid`.

    `parties` are delegations: all of their people where it names none in `people`. `vehicle` is
    one that others may need after it, or empty. Whatever does not `wait` begins when it begins.
    """

    uid: str
    starts_at: datetime
    ends_at: datetime
    people: frozenset[str] = frozenset()
    parties: frozenset[str] = frozenset()
    vehicle: str = ""
    room: str | None = None
    waits: bool = True

    def shares_with(self, other: "Link") -> bool:
        """Whether somebody or something is needed in both."""
        if self.people & other.people:
            return True
        if self.vehicle and self.vehicle == other.vehicle:
            return True
        is_whole = not self.people or not other.people
        return is_whole and bool(self.parties & other.parties)


class Missed(NamedTuple):
    """What does not wait, and how long after its beginning somebody can be there."""

    uid: str
    by: timedelta


@dataclass(frozen=True, slots=True)
class Delay:
    """The spans of the links that begin later than planned, by uid, and what is missed."""

    moved: Mapping[str, Span]
    missed: tuple[Missed, ...]


Travel = Callable[[str | None, str | None], timedelta]


def delayed(chain: Iterable[Link], uid: str, by: timedelta, travel: Travel) -> Delay:
    """What becomes of a day's links if one of them begins so much later.

    `travel` says what the way from one room to another takes.
    """
    ordered = sorted(chain, key=lambda link: (link.starts_at, link.ends_at, link.uid))
    late = next(link for link in ordered if link.uid == uid)
    moved = {late.uid: (late.starts_at + by, late.ends_at + by)} if by > NO_TIME else {}
    missed = []
    for link in ordered:
        push = _push(link, _before(link, ordered, moved), moved, travel)
        if link.uid == uid or push <= NO_TIME:
            continue
        if link.waits:
            moved[link.uid] = (link.starts_at + push, link.ends_at + push)
        else:
            missed.append(Missed(link.uid, push))
    return Delay(moved, tuple(missed))


def _before(link: Link, ordered: Sequence[Link], moved: Mapping[str, Span]) -> Iterable[Link]:
    """The links that end later than planned and were to be over when this one begins."""
    return (
        each
        for each in ordered
        if each.uid in moved and each.ends_at <= link.starts_at and each.shares_with(link)
    )


def _push(
    link: Link, before: Iterable[Link], moved: Mapping[str, Span], travel: Travel
) -> timedelta:
    """How much later it can begin at the earliest."""
    return max(
        (
            moved[each.uid][1]
            + min(travel(each.room, link.room), link.starts_at - each.ends_at)
            - link.starts_at
            for each in before
        ),
        default=NO_TIME,
    )
