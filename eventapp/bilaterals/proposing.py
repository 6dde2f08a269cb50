"""Proposals of the solver: asked for, solved by the worker, compared, accepted or discarded."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import msgspec
from sqlalchemy import select

from eventapp.agenda.conflicts.locking import lock
from eventapp.bilaterals.editing import place
from eventapp.bilaterals.kinds import ProposalState
from eventapp.bilaterals.loading import Loaded, load_instance, place_of
from eventapp.bilaterals.models import Bilateral, Proposal
from eventapp.bilaterals.queries import meetings
from eventapp.events.models import Event, Room
from eventapp.planning.meetings.instance import Place, Reason
from eventapp.planning.meetings.instance import Proposal as Solved
from eventapp.plumbing.database import db
from eventapp.plumbing.jobs import after_commit
from eventapp.values.bilingual import Bilingual
from eventapp.values.catalogue import N_
from eventapp.values.refusal import Refusal
from eventapp.values.timespan import TimeSpan

#: The job that solves what waits.
SOLVE = "solve_bilaterals"
UNDER_WAY = (ProposalState.WAITING, ProposalState.RUNNING)
NAME = Bilingual("proposition de rencontres", "proposed meetings")


class Outcome(msgspec.Struct, frozen=True):
    """What a proposal row keeps of its solution: the answer, and the parts it was made from."""

    proposal: Solved
    parts: dict[str, str]
    pace: int


@dataclass(frozen=True, slots=True)
class Difference:
    """A meeting beside what is proposed for it; without a place there are reasons."""

    meeting: Bilateral
    now: Place | None
    then: Place | None
    reasons: tuple[Reason, ...] = ()

    @property
    def kind(self) -> str:
        """`new`, `moved`, `same`, `fixed` or `unmet`."""
        if self.then is None:
            return "unmet"
        if self.now == self.then:
            return "same"
        return "moved" if self.now else "new"


def start(event: Event, *, by: str, now: datetime) -> Proposal:
    """Asks for a proposal. Raises Refusal while one is being made, or with nothing to place."""
    lock(event)
    if any(each.state in UNDER_WAY for each in proposals_of(event)):
        raise Refusal(N_("A proposal is being made already."))
    if not load_instance(event, now=now).instance.open:
        raise Refusal(N_("There is no meeting to place."))
    proposal = Proposal(event_id=event.id, state=ProposalState.WAITING, asked_at=now, asked_by=by)
    db.session.add(proposal)
    db.session.flush()
    after_commit(SOLVE)
    return proposal


def proposals_of(event: Event) -> list[Proposal]:
    """The event's proposals, the newest first."""
    query = select(Proposal).where(Proposal.event_id == event.id).order_by(Proposal.id.desc())
    return [*db.session.scalars(query.limit(20))]


def proposal_called(event: Event, uid: UUID) -> Proposal | None:
    """The event's proposal of that identity."""
    query = select(Proposal).where(Proposal.event_id == event.id, Proposal.uid == uid)
    return db.session.scalars(query).one_or_none()


def outcome_of(proposal: Proposal) -> Outcome | None:
    """What was found, once it was."""
    return None if proposal.outcome is None else msgspec.convert(proposal.outcome, type=Outcome)


def differences(event: Event, outcome: Outcome) -> list[Difference]:
    """Each open meeting, beside what is proposed: what cannot be met first, then by time."""
    places, unmet = outcome.proposal.places, outcome.proposal.unmet
    found = [
        Difference(row, place_of(row), places.get(uid), unmet.get(uid, ()))
        for row in meetings(event)
        if (uid := str(row.uid)) in places or uid in unmet
    ]
    return sorted(found, key=lambda each: (each.then is not None, each.then and each.then.start))


def changed_since(outcome: Outcome, loaded: Loaded) -> list[str]:
    """Which parts are not as they were: `hours`, `programme`, or a meeting's uid."""
    keys = {*outcome.parts, *loaded.parts}
    return sorted(key for key in keys if outcome.parts.get(key) != loaded.parts.get(key))


def stop(proposal: Proposal, *, now: datetime) -> None:
    """Ends the search; the worker sees it within a second or two."""
    if proposal.state is ProposalState.WAITING:
        proposal.state, proposal.ended_at = ProposalState.CANCELLED, now
    elif proposal.state is ProposalState.RUNNING:
        proposal.wants_end = True


def discard(proposal: Proposal) -> None:
    """Leaves everything as it is."""
    if proposal.state is not ProposalState.READY:
        raise Refusal(N_("This proposal was decided already."))
    proposal.state = ProposalState.DISCARDED


def accept(event: Event, proposal: Proposal, *, now: datetime) -> int:
    """Gives every meeting its proposed place, and answers to how many it was another.

    Raises Refusal where something that the proposal was made from has changed since.
    """
    lock(event)
    db.session.refresh(proposal, with_for_update=True)
    outcome = outcome_of(proposal)
    if proposal.state is not ProposalState.READY or outcome is None:
        raise Refusal(N_("This proposal was decided already."))
    changed = changed_since(outcome, load_instance(event, now=now))
    if changed:
        raise Refusal(
            N_("This changed since the proposal was made: %(things)s. Make a new one."),
            things=_named(event, changed),
        )
    proposal.state = ProposalState.ACCEPTED
    return _take_over(event, differences(event, outcome), now)


def _take_over(event: Event, lines: Iterable[Difference], now: datetime) -> int:
    rooms: Mapping[str, Room] = {str(room.uid): room for room in event.rooms}
    moved = [line for line in lines if line.now != line.then]
    for line in moved:
        then = line.then
        span = TimeSpan.between(then.start, then.end, event.zone) if then else None
        place(line.meeting, span, rooms.get(then.room) if then else None, now=now)
    return len(moved)


def _named(event: Event, changed: Iterable[str]) -> Bilingual:
    """The parts in words, the first few of them."""
    titles = {str(row.uid): row.title for row in meetings(event)}
    words = {
        "hours": Bilingual("les règles et les plages de rencontres", "rules and hours of meetings"),
        "programme": Bilingual(
            "le programme ou l’emploi du temps des personnes", "the programme or people’s time"
        ),
    }
    other = Bilingual("une rencontre retirée", "a meeting taken away")
    named = [words.get(key) or titles.get(key) or other for key in changed]
    shown = [*dict.fromkeys(named)][:5]
    more = Bilingual.same("…") if len(named) > len(shown) else Bilingual()
    return Bilingual(
        *(
            ", ".join(text for each in (*shown, more) if (text := _in(each, lang)))
            for lang in (0, 1)
        )
    )


def _in(text: Bilingual, number: int) -> str:
    return (text.fr, text.en)[number]
