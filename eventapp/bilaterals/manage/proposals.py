"""Proposals for all meetings at once: asked for, followed, compared, accepted."""

from datetime import UTC, datetime
from uuid import UUID

from flask import render_template, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from eventapp.accounts.doing import done, my_deed
from eventapp.accounts.guarding import me, needs
from eventapp.accounts.rights import Right
from eventapp.bilaterals import labels, proposing
from eventapp.bilaterals.manage.pages import MEETINGS, blueprint
from eventapp.bilaterals.models import Proposal
from eventapp.bilaterals.objecting import naming, told
from eventapp.bilaterals.proposing import (
    NAME,
    UNDER_WAY,
    Difference,
    differences,
    outcome_of,
    proposal_called,
    proposals_of,
)
from eventapp.events.models import Event
from eventapp.history.actions import Action
from eventapp.history.saving import Deed, attempted
from eventapp.planning.meetings.instance import Place
from eventapp.plumbing.web import found, reading_language
from eventapp.values.catalogue import counted
from eventapp.values.timespan import TimeSpan

PROPOSALS = f"{MEETINGS}/proposals"
PROPOSAL = f"{PROPOSALS}/<uuid:uid>"

Answer = Response | tuple[str, int]


@blueprint.get(PROPOSALS)
@needs(Right.PROTOCOL)
def proposals(event: Event) -> str:
    """What was proposed so far, and a button for one more."""
    return _list(event)


@blueprint.post(PROPOSALS)
@needs(Right.PROTOCOL)
def start(event: Event) -> Answer:
    """Asks the worker for a proposal."""
    made: list[UUID] = []
    deed = _deed(event)

    def act() -> None:
        made.append(proposing.start(event, by=me().name, now=deed.now).uid)

    refusal = attempted(deed, act)
    if refusal is not None:
        return _list(event, refusal.text(reading_language())), 409
    return done(_("The search has begun."), url_for(".proposal", uid=made[0]))


@blueprint.get(PROPOSAL)
@needs(Right.PROTOCOL)
def proposal(event: Event, uid: UUID) -> str:
    """How far the search is, or what was found beside what is now."""
    return _page(event, _proposal(event, uid))


@blueprint.get(f"{PROPOSAL}/progress")
@needs(Right.PROTOCOL)
def progress(event: Event, uid: UUID) -> Answer:
    """How far the search is, alone; once it has ended, the whole page is to be read again."""
    row = _proposal(event, uid)
    part = render_template("bilaterals/_progress.html", event=event, proposal=row, **_words())
    if row.state in UNDER_WAY:
        return part, 200
    return Response(part, headers={"HX-Refresh": "true"})


@blueprint.post(f"{PROPOSAL}/stop")
@needs(Right.PROTOCOL)
def stop(event: Event, uid: UUID) -> Answer:
    """Ends the search."""
    row, deed = _proposal(event, uid), _deed(event)
    attempted(deed, lambda: proposing.stop(row, now=deed.now))
    return done(_("The search is ended."), url_for(".proposal", uid=uid))


@blueprint.post(f"{PROPOSAL}/accept")
@needs(Right.PROTOCOL)
def accept(event: Event, uid: UUID) -> Answer:
    """Takes all of it over, as one step."""
    row, moved = _proposal(event, uid), list[int]()
    deed = my_deed(event, Action.ACCEPT, NAME)
    refusal = attempted(deed, lambda: moved.append(proposing.accept(event, row, now=deed.now)))
    if refusal is not None:
        return _page(event, _proposal(event, uid), refusal.text(reading_language())), 409
    return done(
        counted(
            "%(num)s meeting has its place. Both sides are told.",
            "%(num)s meetings have their places. Both sides are told.",
            moved[0],
            reading_language(),
        ),
        url_for(".listing"),
    )


@blueprint.post(f"{PROPOSAL}/discard")
@needs(Right.PROTOCOL)
def discard(event: Event, uid: UUID) -> Answer:
    """Leaves everything as it is."""
    row = _proposal(event, uid)
    refusal = attempted(_deed(event), lambda: proposing.discard(row))
    if refusal is not None:
        return _page(event, row, refusal.text(reading_language())), 409
    return done(_("Nothing was moved."), url_for(".proposals"))


def _deed(event: Event) -> Deed:
    """A proposal moves nothing: there is nothing to undo."""
    return my_deed(event, can_be_undone=False)


def _proposal(event: Event, uid: UUID) -> Proposal:
    return found(proposal_called(event, uid))


def _words() -> dict[str, object]:
    return {"proposal_state": labels.proposal_state, "under_way": UNDER_WAY}


def _list(event: Event, refusal: str = "") -> str:
    return render_template(
        "bilaterals/proposals.html",
        event=event,
        proposals=proposals_of(event),
        refusal=refusal,
        **_words(),
    )


def _page(event: Event, row: Proposal, refusal: str = "") -> str:
    outcome = outcome_of(row)
    lines = differences(event, outcome) if outcome else []
    names = naming(line.meeting for line in lines)
    rooms = {str(room.uid): room.name for room in event.rooms}

    def where(place: Place) -> tuple[TimeSpan, object]:
        span = TimeSpan.between(place.start, place.end, event.zone)
        return span, rooms.get(place.room)

    def why(line: Difference) -> list[str]:
        return told(line.reasons, names)

    return render_template(
        "bilaterals/proposal.html",
        event=event,
        proposal=row,
        outcome=outcome,
        groups=_grouped(lines),
        refusal=refusal,
        where=where,
        why=why,
        is_late=_is_late(row),
        **_words(),
    )


def _is_late(row: Proposal) -> bool:
    """Whether no worker seems to take it."""
    waited = datetime.now(UTC) - row.asked_at
    return row.started_at is None and row.state in UNDER_WAY and waited.total_seconds() > 90


def _grouped(lines: list[Difference]) -> dict[str, list[Difference]]:
    kinds = ("unmet", "new", "moved", "same")
    return {kind: [line for line in lines if line.kind == kind] for kind in kinds}
