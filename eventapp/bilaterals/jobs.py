"""What the worker does for meetings: it solves the proposals that wait, one after the other."""

import logging
from datetime import UTC, datetime, timedelta
from typing import Any, NamedTuple

import msgspec
from sqlalchemy import ColumnElement, and_, or_, select, update

from eventapp.bilaterals.kinds import ProposalState
from eventapp.bilaterals.loading import Loaded, load_instance
from eventapp.bilaterals.models import Proposal
from eventapp.bilaterals.proposing import Outcome
from eventapp.events.models import Event
from eventapp.planning.meetings.instance import Proposal as Solved
from eventapp.planning.meetings.process import SPARE, NotSolved, Stopped, propose
from eventapp.plumbing.database import apart, db, unit_of_work

#: How long the solver may search, in seconds.
SECONDS = 60
#: Longer than any search: who claimed a proposal so long ago is dead.
CLAIM = timedelta(seconds=SECONDS + SPARE + 30)

log = logging.getLogger(__name__)


class Claim(NamedTuple):
    """A proposal that is ours to solve, since that instant."""

    proposal_id: int
    event_id: int
    at: datetime


def solve_bilaterals() -> None:
    """Solves until nothing waits."""
    while claim := _claim(datetime.now(UTC)):
        _mark(claim, _solved(claim))


def _claim(now: datetime) -> Claim | None:
    if db.session.scalar(select(Proposal.id).where(_is_due(now)).limit(1)) is None:
        return None
    with unit_of_work():
        due = select(Proposal).where(_is_due(now)).order_by(Proposal.id).limit(1)
        found = db.session.scalars(due.with_for_update(skip_locked=True)).first()
        if found is None:
            return None
        found.state, found.started_at, found.done = ProposalState.RUNNING, now, 0
        return Claim(found.id, found.event_id, now)


def _is_due(now: datetime) -> ColumnElement[bool]:
    """What waits, and what somebody claimed who must be dead."""
    return or_(
        Proposal.state == ProposalState.WAITING,
        and_(Proposal.state == ProposalState.RUNNING, Proposal.started_at <= now - CLAIM),
    )


def _solved(claim: Claim) -> dict[str, Any]:
    """What the row is to hold when the search has ended."""
    loaded = load_instance(db.session.get_one(Event, claim.event_id), now=claim.at)
    db.session.rollback()  # no transaction stays open while the solver takes its time
    try:
        solved = propose(
            loaded.instance,
            seconds=SECONDS,
            progress=lambda done, whole: _tell(claim, done, whole),
            should_stop=lambda: _wants_end(claim),
        )
    except Stopped:
        return {"state": ProposalState.CANCELLED}
    except NotSolved as failure:
        log.warning("meetings of event %s were not solved: %s", claim.event_id, failure)
        return {"state": ProposalState.FAILED}
    return {
        "state": ProposalState.READY,
        "basis": loaded.basis,
        "outcome": _outcome(loaded, solved),
    }


def _outcome(loaded: Loaded, solved: Solved) -> Any:
    return msgspec.to_builtins(Outcome(solved, dict(loaded.parts), loaded.instance.pace))


def _tell(claim: Claim, done: int, whole: int) -> None:
    with apart() as session:
        session.execute(update(Proposal).where(*_ours(claim)).values(done=done, whole=whole))


def _wants_end(claim: Claim) -> bool:
    """Somebody asked for the end, or another worker has it."""
    with apart() as session:
        wants = session.scalar(select(Proposal.wants_end).where(*_ours(claim)))
    return wants is None or wants


def _mark(claim: Claim, values: dict[str, Any]) -> None:
    with unit_of_work():
        ended = {"ended_at": datetime.now(UTC)}
        db.session.execute(update(Proposal).where(*_ours(claim)).values(values | ended))


def _ours(claim: Claim) -> tuple[ColumnElement[bool], ...]:
    return (Proposal.id == claim.proposal_id, Proposal.started_at == claim.at)
