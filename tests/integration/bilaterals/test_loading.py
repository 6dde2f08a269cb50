"""From rows to what is solved: what is in the way, what stays, what has changed."""

from datetime import UTC, datetime, timedelta

import pytest
from flask import Flask

from eventapp.bilaterals.editing import answer, place
from eventapp.bilaterals.jobs import CLAIM, solve_bilaterals
from eventapp.bilaterals.kinds import BilateralState, ProposalState
from eventapp.bilaterals.loading import load_instance
from eventapp.bilaterals.models import Proposal
from eventapp.bilaterals.proposing import changed_since, outcome_of, start
from eventapp.movements.kinds import MovementKind
from eventapp.plumbing.database import db
from tests.builders import a_meeting, a_movement, a_session, a_span, meeting_hours
from tests.web.bilaterals.conftest import DAY, Summit, a_summit_of_three

NOW = datetime(2031, 11, 1, 12, tzinfo=UTC)


@pytest.fixture
def summit(app: Flask) -> Summit:
    return a_summit_of_three()


def at(summit: Summit, clock: str) -> datetime:
    return a_span(summit.event, clock, day=DAY).starts_at


def test_sessions_movements_and_presence_are_in_the_way(summit: Summit) -> None:
    ada = summit.heads["ca"]
    a_meeting(summit.canada, summit.serbia, people=(ada,))
    a_session(summit.event, at="14:00", day=DAY, people=(ada,), room=summit.salon)
    landing = a_span(summit.event, "07:00", minutes=75, day=DAY)
    a_movement(summit.serbia, kind=MovementKind.ARRIVAL, span=landing)
    instance = load_instance(summit.event, now=NOW).instance
    [request] = instance.requests
    uid = str(ada.uid)
    assert request.people == (uid,)
    assert [(each.start, each.end) for each in instance.busy[uid]] == [
        (at(summit, "14:00"), at(summit, "15:00"))
    ]
    assert [each.start for each in instance.busy[str(summit.salon.uid)]] == [at(summit, "14:00")]
    [(since, _until)] = instance.available[str(summit.serbia.uid)]
    assert since == at(summit, "08:15")
    assert [(each.start, each.end) for each in instance.windows] == [
        (at(summit, "09:00"), at(summit, "10:00"))
    ]


def test_what_is_confirmed_fixed_or_begun_stays_and_what_is_cancelled_is_gone(
    summit: Summit,
) -> None:
    sides = (summit.canada, summit.serbia)
    confirmed = a_meeting(*sides, at="09:00", day=DAY, standing=BilateralState.CONFIRMED)
    fixed = a_meeting(*sides, at="10:00", day=DAY, is_fixed=True)
    proposed = a_meeting(*sides, at="11:00", day=DAY)
    cancelled = a_meeting(*sides, at="12:00", day=DAY)
    answer(cancelled, BilateralState.CANCELLED, now=NOW)
    stays = {
        each.uid: each.is_fixed for each in load_instance(summit.event, now=NOW).instance.requests
    }
    assert stays == {str(confirmed.uid): True, str(fixed.uid): True, str(proposed.uid): False}
    begun = load_instance(summit.event, now=at(summit, "11:10")).instance
    assert all(each.is_fixed for each in begun.requests)


def test_what_changed_since_is_told_by_its_part(summit: Summit) -> None:
    ada = summit.heads["ca"]
    meeting = a_meeting(summit.canada, summit.serbia, people=(ada,))
    proposal = start(summit.event, by="Alix", now=NOW)
    db.session.commit()
    solve_bilaterals()
    outcome = outcome_of(proposal)
    assert outcome is not None
    assert changed_since(outcome, load_instance(summit.event, now=NOW)) == []
    a_session(summit.event, at="15:00", day=DAY, people=(ada,))
    assert changed_since(outcome, load_instance(summit.event, now=NOW)) == ["programme"]
    meeting_hours(summit.salon, "16:00", "17:00", day=DAY)
    place(meeting, a_span(summit.event, "16:00", minutes=30, day=DAY), None, now=NOW)
    changed = changed_since(outcome, load_instance(summit.event, now=NOW))
    assert changed == sorted(["hours", "programme", str(meeting.uid)])


def test_a_proposal_whose_worker_died_is_solved_again(summit: Summit) -> None:
    a_meeting(summit.canada, summit.serbia)
    proposal = start(summit.event, by="Alix", now=NOW)
    proposal.state = ProposalState.RUNNING
    proposal.started_at = datetime.now(UTC) - CLAIM - timedelta(seconds=1)
    db.session.commit()
    solve_bilaterals()
    db.session.expire_all()
    assert db.session.get_one(Proposal, proposal.id).state is ProposalState.READY
