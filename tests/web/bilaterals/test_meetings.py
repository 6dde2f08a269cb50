"""The team's pages about meetings."""

import re

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select
from werkzeug.test import TestResponse

from eventapp.accounts.rights import EventRole
from eventapp.agenda.kinds import Role, SlotState
from eventapp.bilaterals.jobs import solve_bilaterals
from eventapp.bilaterals.kinds import BilateralState, ProposalState
from eventapp.bilaterals.models import Bilateral, MeetingRules, MeetingWindow, Proposal
from eventapp.history.models import Step
from eventapp.plumbing.database import db
from eventapp.values.bilingual import Bilingual
from tests.builders import (
    a_meeting,
    a_room,
    a_session,
    a_summit,
    an_account,
    meeting_hours,
    sign_in,
)
from tests.web.bilaterals.conftest import DAY, Summit
from tests.web.editing.sheets import fill_in
from tests.web.workspace import posting

MEETINGS = "/en/manage/summit/bilaterals"
BOARD = "/en/manage/summit/board"


def post(client: FlaskClient, to: str, **data: str) -> TestResponse:
    """Posts with the token of a page that always has one."""
    return posting.post(client, f"{MEETINGS}/new", data, to=to)


def the_meeting() -> Bilateral:
    db.session.rollback()
    return db.session.scalars(select(Bilateral)).one()


def standings() -> dict[str, tuple[BilateralState, str]]:
    db.session.rollback()
    rows = db.session.scalars(select(Bilateral).order_by(Bilateral.code))
    return {row.code: (row.standing, f"{row.span.start:%H:%M}" if row.span else "") for row in rows}


def test_a_request_names_both_parties_and_takes_their_heads(
    client: FlaskClient, summit: Summit
) -> None:
    answer = fill_in(
        client, f"{MEETINGS}/new", requested_by="ca", requested_of="rs", topic="Water", minutes="30"
    )
    meeting = the_meeting()
    assert answer.location == f"{MEETINGS}/{meeting.code}"
    assert meeting.title == Bilingual("Canada – Serbie", "Canada – Serbia")
    assert (meeting.standing, meeting.state) == (BilateralState.REQUESTED, SlotState.DRAFT)
    assert [each.delegation.code for each in meeting.delegations] == ["ca", "rs"]
    assert [(each.person.code, each.role) for each in meeting.appearances] == [
        ("ada", Role.MEMBER),
        ("bo", Role.MEMBER),
    ]


def test_a_request_waits_in_the_tray_of_the_board_at_its_own_length(
    client: FlaskClient, summit: Summit
) -> None:
    a_meeting(summit.canada, summit.serbia, code="wish", minutes=25)
    a_meeting(summit.canada, summit.kenya, code="gone", state=SlotState.CANCELLED)
    db.session.commit()
    page = client.get(BOARD).text
    assert re.findall(r'data-path="([^"]+)" data-room="" data-minutes="(\d+)"', page) == [
        ("/private/wish", "25")
    ]
    place = {"day": f"{DAY}", "time": "09:30", "minutes": "25", "room": summit.salon.code}
    assert post(client, f"{BOARD}/private/wish/move", **place, version="1").status_code == 303
    assert standings()["wish"] == (BilateralState.PROPOSED, "09:30")


def test_the_board_says_which_limits_of_meetings_a_place_breaks(
    client: FlaskClient, summit: Summit
) -> None:
    for at, other in (("09:00", summit.serbia), ("10:30", summit.kenya)):
        a_meeting(summit.canada, other, at=at, day=DAY, room=summit.salon)
    a_meeting(summit.canada, summit.serbia, code="third")
    db.session.commit()
    place = {"day": f"{DAY}", "time": "12:00", "minutes": "30", "room": summit.salon.code}
    said = ["Canada reaches its limit", "outside the hours in which the room takes meetings"]
    form = client.get(f"{BOARD}/private/third/move", query_string=place).text
    to, sent = f"{BOARD}/private/third/move", {**place, "version": "1"}
    headers = {"Sec-Fetch-Dest": "empty"}
    parts = posting.post(client, f"{MEETINGS}/new", sent, to=to, headers=headers).text
    page = client.get(f"{MEETINGS}/third").text
    for text in (form, parts, page):
        assert [words in text for words in said] == [True, True]


def test_a_closed_meeting_is_not_moved_on_the_board(client: FlaskClient, summit: Summit) -> None:
    a_meeting(summit.canada, summit.serbia, at="09:00", day=DAY, standing=BilateralState.HELD)
    db.session.commit()
    code = the_meeting().code
    place = {"day": f"{DAY}", "time": "09:30", "minutes": "30", "room": summit.salon.code}
    answer = post(client, f"{BOARD}/private/{code}/move", **place, version="1")
    assert (answer.status_code, "closed" in answer.text) == (422, True)
    assert standings()[code] == (BilateralState.HELD, "09:00")


def test_hours_of_no_number_or_of_another_event_are_not_there(
    client: FlaskClient, summit: Summit
) -> None:
    other = meeting_hours(a_room(a_summit(slug="other")), day=DAY)
    db.session.commit()
    for number in (other.id, 0, 10**9, 10**30):
        assert post(client, f"{MEETINGS}/hours/{number}/remove").status_code == 404
    assert db.session.get(MeetingWindow, other.id) is not None


def test_a_delegation_cannot_meet_itself(client: FlaskClient, summit: Summit) -> None:
    answer = fill_in(client, f"{MEETINGS}/new", requested_by="ca", requested_of="ca", topic="Water")
    assert answer.status_code == 422
    assert "A delegation does not meet itself" in answer.text
    assert 'value="Water"' in answer.text


def test_a_place_shows_what_is_in_the_way_before_it_is_saved(
    client: FlaskClient, summit: Summit
) -> None:
    ada = summit.heads["ca"]
    a_session(summit.event, "TALK", at="14:00", day=DAY, people=(ada,), room=summit.salon)
    meeting = a_meeting(summit.canada, summit.serbia, people=(ada,), code="B1")
    a_meeting(summit.canada, summit.kenya, at="09:00", day=DAY, room=summit.salon, code="B2")
    a_meeting(summit.canada, summit.kenya, at="15:00", day=DAY, code="B3")
    db.session.commit()
    asked = {"day": f"{DAY}", "time": "14:00", "minutes": "30", "room": "salon"}
    page = client.get(f"{MEETINGS}/B1/place", query_string=asked).text
    assert "Ada Exemple is expected in two places at once" in page
    assert "outside the hours in which the room takes meetings" in page
    assert "Canada reaches its limit (2 meetings a day)" in page
    assert meeting.span is None
    answer = post(client, f"{MEETINGS}/B1/place", **asked, version=str(meeting.version))
    assert answer.status_code == 303
    assert standings()["B1"] == (BilateralState.PROPOSED, "14:00")


def test_a_meeting_is_confirmed_and_a_new_time_asks_for_it_again(
    client: FlaskClient, summit: Summit
) -> None:
    a_meeting(summit.canada, summit.serbia, at="09:00", day=DAY, room=summit.salon, code="B1")
    db.session.commit()
    page = f"{MEETINGS}/B1"
    assert post(client, f"{page}/answer", standing="confirmed", version="1").status_code == 303
    meeting = the_meeting()
    assert (meeting.state, meeting.revision) == (SlotState.CONFIRMED, 1)
    place = {"day": f"{DAY}", "time": "09:30", "minutes": "30", "room": "salon"}
    post(client, f"{page}/place", **place, version=str(meeting.version))
    meeting = the_meeting()
    assert (meeting.standing, meeting.revision) == (BilateralState.PROPOSED, 2)


def test_what_does_not_follow_or_is_stale_is_refused(client: FlaskClient, summit: Summit) -> None:
    a_meeting(summit.canada, summit.serbia, code="B1")
    db.session.commit()
    page = f"{MEETINGS}/B1/answer"
    held = post(client, page, standing="held", version="1")
    assert (held.status_code, "does not follow" in held.text) == (409, True)
    stale = post(client, page, standing="declined", version="7")
    assert (stale.status_code, "Somebody else changed" in stale.text) == (409, True)
    assert post(client, page, standing="nonsense", version="1").status_code == 409
    assert standings()["B1"] == (BilateralState.REQUESTED, "")


def test_hours_and_limits_are_set(client: FlaskClient, summit: Summit) -> None:
    page = f"{MEETINGS}/hours"
    assert fill_in(client, page, most_a_day="3", minutes="20", pause="10").status_code == 303
    window = {"rooms": "salon", "on": f"{DAY}", "opens": "9 h 30", "closes": "11:00"}
    taken = post(client, f"{page}/add", **window)
    assert (taken.status_code, "has hours of meetings then already" in taken.text) == (422, True)
    assert post(client, f"{page}/add", **(window | {"opens": "10:00"})).status_code == 303
    db.session.rollback()
    rules = db.session.scalars(select(MeetingRules)).one()
    assert (rules.most_a_day, rules.minutes, rules.pause) == (3, 20, 10)
    windows = db.session.scalars(select(MeetingWindow).order_by(MeetingWindow.opens)).all()
    assert [each.opens.hour for each in windows] == [9, 10]
    post(client, f"{page}/{windows[0].id}/remove")
    db.session.rollback()
    assert len(db.session.scalars(select(MeetingWindow)).all()) == 1


def ask_and_solve(client: FlaskClient) -> str:
    """The address of a proposal that the worker has made."""
    address = str(post(client, f"{MEETINGS}/proposals").location)
    waiting = client.get(address).text
    assert "waiting for the worker" in waiting.lower()
    solve_bilaterals()
    return address


def test_a_proposal_is_made_explained_accepted_and_undone(
    client: FlaskClient, summit: Summit
) -> None:
    for number, other in enumerate((summit.serbia, summit.kenya), 1):
        heads = (summit.heads["ca"], summit.heads[other.code])
        a_meeting(summit.canada, other, people=heads, code=f"B{number}", priority=number)
    a_session(summit.event, at="09:00", minutes=30, day=DAY, people=(summit.heads["ca"],))
    db.session.commit()
    address = ask_and_solve(client)
    page = client.get(address).text
    assert "proved: no plan within these limits is worth more" in page
    assert "is in other meetings then" in page
    assert standings() == {
        "B1": (BilateralState.REQUESTED, ""),
        "B2": (BilateralState.REQUESTED, ""),
    }
    answer = post(client, f"{address}/accept")
    assert (answer.status_code, answer.location) == (303, MEETINGS)
    assert standings() == {
        "B1": (BilateralState.PROPOSED, "09:30"),
        "B2": (BilateralState.REQUESTED, ""),
    }
    step = db.session.scalars(select(Step).order_by(Step.id.desc())).first()
    assert step is not None
    post(client, "/en/manage/summit/undo", step=str(step.id), next=MEETINGS)
    assert standings()["B1"] == (BilateralState.REQUESTED, "")


def test_a_proposal_is_refused_once_something_has_changed(
    client: FlaskClient, summit: Summit
) -> None:
    meeting = a_meeting(summit.canada, summit.serbia, code="B1")
    db.session.commit()
    address = ask_and_solve(client)
    meeting_hours(summit.salon, "14:00", "15:00", day=DAY)
    meeting.minutes = 20
    db.session.commit()
    answer = post(client, f"{address}/accept")
    assert answer.status_code == 409
    assert "Meeting" in answer.text
    assert "rules and hours of meetings" in answer.text
    assert standings()["B1"] == (BilateralState.REQUESTED, "")


def test_a_search_can_be_ended_and_another_begun(client: FlaskClient, summit: Summit) -> None:
    a_meeting(summit.canada, summit.serbia, code="B1")
    db.session.commit()
    address = str(post(client, f"{MEETINGS}/proposals").location)
    assert post(client, f"{MEETINGS}/proposals").status_code == 409
    assert post(client, f"{address}/stop").status_code == 303
    db.session.rollback()
    assert db.session.scalars(select(Proposal.state)).all() == [ProposalState.CANCELLED]
    solve_bilaterals()
    assert post(client, f"{MEETINGS}/proposals").status_code == 303


def test_nothing_to_place_is_said(client: FlaskClient, summit: Summit) -> None:
    answer = post(client, f"{MEETINGS}/proposals")
    assert (answer.status_code, "There is no meeting to place." in answer.text) == (409, True)


def test_the_list_is_filtered_and_counts_each_delegation(
    client: FlaskClient, summit: Summit
) -> None:
    a_meeting(summit.canada, summit.serbia, at="09:00", day=DAY, code="B1")
    a_meeting(summit.canada, summit.kenya, code="B2")
    db.session.commit()
    everything = client.get(MEETINGS).text
    assert everything.index("/B2") < everything.index("/B1")
    only = client.get(MEETINGS, query_string={"delegation": "rs", "state": "proposed"}).text
    assert ("/B1" in only, "/B2" in only) == (True, False)


@pytest.mark.both_databases
def test_the_log_tells_of_meetings_to_those_who_look_after_delegations_alone(
    client: FlaskClient, summit: Summit
) -> None:
    fill_in(
        client,
        f"{MEETINGS}/new",
        requested_by="ca",
        requested_of="rs",
        topic="Canary",
        minutes="30",
    )
    fill_in(client, f"{MEETINGS}/hours", most_a_day="3")
    pages = ("/en/manage/summit/log", "/en/manage/summit/log.csv")
    for role, sees in ((EventRole.OWNER, True), (EventRole.PROGRAMME, False)):
        sign_in(client, an_account(summit.event, role))
        for page in pages:
            text = client.get(page).text
            assert ("Canary" in text, "Canada – Serbia" in text) == (sees, sees), (role, page)
            assert "Rules set" in text
