"""The team's desk: settings, questions, policy, decisions."""

from datetime import UTC, datetime

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from eventapp.accounts.rights import EventRole
from eventapp.events.models import Event
from eventapp.participants.kinds import ParticipantState
from eventapp.participants.models import Policy
from eventapp.plumbing.database import db
from eventapp.registration.kinds import QuestionKind
from eventapp.registration.models import Answer, Question, RegistrationDesk
from tests.builders import NOW, a_participant, a_summit, an_account, sign_in
from tests.registration import a_desk, a_question
from tests.web.editing.sheets import HEADERS, fill_in, send, sheet_of

DESK = "/en/manage/summit/registration"


@pytest.fixture
def event(app: Flask, client: FlaskClient) -> Event:
    event = a_summit()
    sign_in(client, an_account(event, EventRole.REGISTRATION))
    return event


def test_registration_opens_in_the_event_s_own_time_once_there_is_a_policy(
    client: FlaskClient, event: Event
) -> None:
    typed = {"is_open": "y", "opens_on": "2024-11-01", "opens_time": "9 h", "capacity": "20"}
    refused = fill_in(client, DESK, **typed)
    assert (refused.status_code, "Write the privacy policy first" in refused.text) == (422, True)
    wordings = {"wording__fr": "Nous gardons peu.", "wording__en": "We keep little."}
    assert fill_in(client, f"{DESK}/policy", wording__fr="Seul.").status_code == 422
    assert fill_in(client, f"{DESK}/policy", **wordings).status_code == 303
    assert fill_in(client, DESK, **typed, required=["gender"]).status_code == 422
    assert fill_in(client, DESK, **typed, required=["function"]).status_code == 303
    db.session.rollback()
    desk = db.session.scalars(select(RegistrationDesk)).one()
    assert desk.opens_at == datetime(2024, 11, 1, 8, 0, tzinfo=UTC)
    assert (desk.is_open, desk.capacity, desk.required) == (True, 20, ("function",))


def test_a_new_wording_is_a_new_number_and_old_ones_stay(client: FlaskClient, event: Event) -> None:
    a_desk(event)
    db.session.commit()
    fill_in(client, f"{DESK}/policy", wording__fr="Deux.", wording__en="Two.")
    db.session.rollback()
    policies = db.session.scalars(select(Policy).order_by(Policy.number)).all()
    assert [(each.number, each.wording.en) for each in policies] == [
        (1, "We keep *little*."), (2, "Two."),
    ]  # fmt: skip
    assert "We keep <em>little</em>." in client.get(f"{DESK}/policy").text


def test_more_places_go_to_who_waits(client: FlaskClient, event: Event) -> None:
    a_desk(event, capacity=0)
    ada = a_participant(event, "Ada Un", "guest", state=ParticipantState.WAITING)
    db.session.commit()
    assert fill_in(client, DESK, capacity="1").status_code == 303
    db.session.rollback()
    assert ada.state is ParticipantState.CONFIRMED


def test_questions_are_added_with_options_and_a_condition(
    client: FlaskClient, event: Event
) -> None:
    a_desk(event)
    db.session.commit()
    new = f"{DESK}/questions/new"
    typed = {"label__en": "Meal?", "kind": "one_of"}
    assert "Two answers" in fill_in(client, new, **typed, options="Fish").text
    options = "Poisson | Fish\nLégumes | Vegetables"
    assert fill_in(client, new, **typed, options=options).status_code == 303
    condition = {"shown_if": "meal=fish", "label__en": "Which fish?", "kind": "short_text"}
    assert fill_in(client, new, **condition).status_code == 303
    db.session.rollback()
    first, second = db.session.scalars(select(Question).order_by(Question.position)).all()
    assert [each["code"] for each in first.options] == ["fish", "vegetables"]
    assert (second.shown_if_id, second.shown_for) == (first.id, "fish")
    circle = fill_in(client, f"{DESK}/questions/meal", kind="yes_no", shown_if="meal=yes")
    assert circle.status_code == 422
    remove = f"{DESK}/questions/meal/remove"
    token = sheet_of(client.get(DESK))["csrf_token"][0]
    answer = client.post(remove, data={"csrf_token": token}, headers=HEADERS)
    assert (answer.status_code, "depends on it" in answer.text) == (409, True)


def test_restricted_answers_are_for_those_alone_who_look_after_needs(
    app: Flask, client: FlaskClient, event: Event
) -> None:
    question = a_question(event, "allergy", kind=QuestionKind.LONG_TEXT, is_restricted=True)
    ada = a_participant(event, "Ada Un")
    db.session.add(Answer(participant_id=ada.id, question_id=question.id, value="Bees-7f3a"))
    programme = an_account(event, EventRole.PROGRAMME)
    db.session.commit()
    page = f"{DESK}/answers/{ada.code}"
    assert "Bees-7f3a" in client.get(page).text
    other = app.test_client()
    sign_in(other, programme)
    denied = other.get(page)
    assert (denied.status_code, "Bees-7f3a" in denied.text) == (403, False)


def test_the_queue_is_decided_in_bulk(client: FlaskClient, event: Event) -> None:
    a_desk(event, capacity=2)
    people = [
        a_participant(event, name, "guest", state=ParticipantState.PENDING, now=NOW)
        for name in ("Ada Un", "Bea Deux")
    ]
    last = a_participant(event, "Cleo Trois", "guest", state=ParticipantState.WAITING)
    db.session.commit()
    codes = [each.code for each in people]
    page = f"{DESK}/queue"
    token = sheet_of(client.get(page))["csrf_token"][0]
    sent = {"csrf_token": token, "codes": codes[:1], "do": "decline"}
    assert send(client, page, sent).status_code == 303
    sent |= {"codes": [*codes, last.code, "nobody"], "do": "approve"}
    assert send(client, page, sent).status_code == 303
    db.session.rollback()
    assert [each.state.value for each in (*people, last)] == ["declined", "confirmed", "confirmed"]
