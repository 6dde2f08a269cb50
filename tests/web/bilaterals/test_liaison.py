"""What a delegation's own people see and do of its meetings; and what they never see."""

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select
from werkzeug.test import TestResponse

from eventapp.accounts.models import Account
from eventapp.bilaterals.kinds import BilateralState
from eventapp.bilaterals.models import Bilateral
from eventapp.delegations.kinds import AccessKind
from eventapp.messages.kinds import LetterKind
from eventapp.messages.models import Letter
from eventapp.people.kinds import Correspondence
from eventapp.plumbing.database import db
from tests.builders import a_meeting, an_access, an_account, sign_in
from tests.web.bilaterals.conftest import DAY, Summit, a_summit_of_three
from tests.web.editing.sheets import fill_in
from tests.web.workspace import posting

CANADA = "/en/liaison/summit/ca/meetings"
SERBIA = "/en/liaison/summit/rs/meetings"


class Sides:
    """Somebody who works for Canada, and somebody who works for Serbia."""

    def __init__(self, client: FlaskClient, summit: Summit) -> None:
        self.client, self.summit = client, summit
        self.canada, self.serbia = an_account(), an_account(email="bo@example.org")
        an_access(summit.canada, self.canada)
        an_access(summit.serbia, self.serbia, AccessKind.FOCAL_POINT)
        summit.serbia.email = "mission@example.org"
        summit.serbia.correspondence = Correspondence.FR

    def as_(self, account: Account) -> FlaskClient:
        sign_in(self.client, account)
        return self.client


@pytest.fixture
def sides(client: FlaskClient) -> Sides:
    return Sides(client, a_summit_of_three())


def say(client: FlaskClient, page: str, answer: str, words: str = "") -> TestResponse:
    version = str(the_meeting().version)
    return posting.post(client, page, {"say": answer, "words": words, "version": version})


def the_meeting() -> Bilateral:
    db.session.rollback()
    return db.session.scalars(select(Bilateral)).one()


def letters() -> list[tuple[LetterKind, str]]:
    db.session.rollback()
    rows = db.session.scalars(select(Letter).order_by(Letter.id))
    return [(each.kind, each.to_address) for each in rows]


def test_a_delegation_asks_another_which_is_told_in_its_language(sides: Sides) -> None:
    client = sides.as_(sides.canada)
    answer = fill_in(
        client, f"{CANADA}/new", requested_of="rs", topic="Water", people=["ada"], minutes="45"
    )
    assert answer.status_code == 303
    meeting = the_meeting()
    assert (meeting.requested_by.code, meeting.requested_of.code) == ("ca", "rs")
    assert (meeting.minutes, [each.person.code for each in meeting.appearances]) == (
        45,
        ["ada", "bo"],
    )
    assert letters() == [
        (LetterKind.MEETING_REQUESTED, "mission@example.org"),
        (LetterKind.MEETING_REQUESTED, "bo@example.org"),
    ]
    letter = db.session.scalars(select(Letter)).first()
    assert letter is not None
    assert letter.subject == "Rencontre demandée : Canada"
    assert f"/fr/liaison/summit/rs/meetings/{meeting.code}" in letter.text


def test_fields_that_are_not_a_delegations_to_set_are_ignored(sides: Sides) -> None:
    client = sides.as_(sides.canada)
    fill_in(
        client,
        f"{CANADA}/new",
        requested_of="rs",
        requested_by="ke",
        standing="confirmed",
        is_fixed="y",
        note="ours",
        minutes="30",
    )
    meeting = the_meeting()
    assert (meeting.requested_by.code, meeting.standing, meeting.is_fixed, meeting.note) == (
        "ca",
        BilateralState.REQUESTED,
        False,
        "",
    )


def test_a_time_is_confirmed_once_both_sides_agree(sides: Sides) -> None:
    summit = sides.summit
    a_meeting(summit.canada, summit.serbia, at="09:00", day=DAY, room=summit.salon, code="B1")
    assert say(sides.as_(sides.canada), f"{CANADA}/B1", "agree").status_code == 303
    assert the_meeting().standing is BilateralState.PROPOSED
    assert letters() == []
    assert say(sides.as_(sides.serbia), f"{SERBIA}/B1", "agree").status_code == 303
    assert the_meeting().standing is BilateralState.CONFIRMED
    assert {kind for kind, _to in letters()} == {LetterKind.MEETING_CONFIRMED}


def test_another_time_is_asked_for_with_a_reason(sides: Sides) -> None:
    summit = sides.summit
    a_meeting(summit.canada, summit.serbia, at="09:00", day=DAY, code="B1")
    client = sides.as_(sides.serbia)
    refused = say(client, f"{SERBIA}/B1", "another")
    assert (refused.status_code, "Say which times would do" in refused.text) == (409, True)
    assert say(client, f"{SERBIA}/B1", "another", "After noon, please").status_code == 303
    meeting = the_meeting()
    assert (meeting.standing, meeting.span) == (BilateralState.REQUESTED, None)
    letter = db.session.scalars(select(Letter)).first()
    assert letter is not None
    assert letter.kind is LetterKind.MEETING_RESCHEDULED
    assert "After noon, please" in letter.text


def test_who_asked_withdraws_the_request(sides: Sides) -> None:
    summit = sides.summit
    a_meeting(summit.canada, summit.serbia, code="B1")
    words = "Withdraw the request"
    shown = [
        words in sides.as_(side).get(page).text
        for side, page in ((sides.canada, f"{CANADA}/B1"), (sides.serbia, f"{SERBIA}/B1"))
    ]
    assert shown == [True, False]
    assert say(sides.as_(sides.canada), f"{CANADA}/B1", "cancel").status_code == 303
    assert the_meeting().standing is BilateralState.CANCELLED
    assert {kind for kind, _to in letters()} == {LetterKind.MEETING_CANCELLED}


def test_what_is_said_twice_or_too_late_is_refused(sides: Sides) -> None:
    summit = sides.summit
    a_meeting(summit.canada, summit.serbia, at="09:00", day=DAY, code="B1")
    client = sides.as_(sides.serbia)
    assert say(client, f"{SERBIA}/B1", "decline", "No time").status_code == 303
    again = posting.post(
        client, f"{SERBIA}/new", {"say": "agree", "version": "1"}, to=f"{SERBIA}/B1"
    )
    assert again.status_code == 409


def test_nothing_of_other_delegations_meetings_is_told(sides: Sides) -> None:
    summit = sides.summit
    a_meeting(
        summit.serbia,
        summit.kenya,
        at="09:00",
        day=DAY,
        room=summit.salon,
        code="CANARY",
        topic="canary topic",
    )
    a_meeting(summit.canada, summit.kenya, at="09:30", day=DAY, code="B1", note="canary note")
    client = sides.as_(sides.canada)
    for page in ("/en/liaison/summit/ca", CANADA, f"{CANADA}/new", f"{CANADA}/B1"):
        answer = client.get(page)
        assert answer.status_code == 200
        assert "canary" not in answer.text.lower(), page
    for page in (f"{CANADA}/CANARY", f"{CANADA}/NONE", SERBIA, f"{SERBIA}/CANARY"):
        assert client.get(page).status_code == 404, page
    stolen = posting.post(
        client, f"{CANADA}/new", {"say": "decline", "version": "1"}, to=f"{CANADA}/CANARY"
    )
    assert stolen.status_code == 404
    team = "/en/manage/summit/bilaterals"
    assert {client.get(f"{team}{page}").status_code for page in ("", "/B1", "/proposals")} == {404}
