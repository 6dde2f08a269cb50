"""Registering with the public form."""

import re
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import func, select
from werkzeug.test import TestResponse

from eventapp.events.models import Event
from eventapp.messages.kinds import LetterKind
from eventapp.messages.models import Letter
from eventapp.participants.kinds import ParticipantState
from eventapp.participants.models import Needs, Paper, Participant
from eventapp.people.kinds import Correspondence, Gender
from eventapp.plumbing.database import db
from eventapp.registration.kinds import QuestionKind
from eventapp.registration.models import Answer
from eventapp.registration.places import desk_of
from tests.builders import a_category, a_release, a_summit, an_organisation
from tests.registration import a_desk, a_question

PAGE = "/en/summit/register"
MULTIPART = "multipart/form-data; boundary=xx"
OTHER_SITE = {"Origin": "https://evil.example"}
TYPED = {
    "category": "guest",
    "given_name": "Zoé",
    "family_name": "Exemple",
    "email": "zoe@example.org",
    "correspondence": "en",
    "policy": "y",
    "policy_number": "1",
    "key": "k1",
}


@pytest.fixture
def event(app: Flask) -> Event:
    event = a_summit()
    a_desk(event)
    db.session.commit()
    return event


def post(client: FlaskClient, page: str = PAGE, **typed: Any) -> TestResponse:
    known = {name: value for name, value in (TYPED | typed).items() if value is not None}
    return client.post(page, data=known)


def the_participant() -> Participant:
    db.session.rollback()
    return db.session.scalars(select(Participant)).one()


def how_many() -> int:
    db.session.rollback()
    return db.session.scalar(select(func.count()).select_from(Participant)) or 0


def the_letter() -> Letter:
    db.session.rollback()
    return db.session.scalars(select(Letter).order_by(Letter.id.desc())).first()  # type: ignore[return-value]


def own_page(letter: Letter) -> str:
    """The address of the page that the letter leads to."""
    found = re.search(r"https://events.example.org(/\S+/registration)", letter.text)
    assert found
    return found[1]


def test_somebody_registers_and_gets_a_letter_with_the_address_of_their_page(
    client: FlaskClient, event: Event
) -> None:
    an_organisation("Université exemple")
    db.session.commit()
    answer = post(
        client,
        organisation="universite EXEMPLE",
        function="Rector",
        country="CA",
        languages=["fr", "iu"],
        gender="woman",
        access="A ramp",
        diet="No nuts",
    )
    assert (answer.status_code, answer.location) == (303, "/en/summit/register/sent")
    assert "Set-Cookie" not in answer.headers
    participant = the_participant()
    person = participant.person
    assert (person.name, person.email) == ("Zoé Exemple", "zoe@example.org")
    assert (person.gender, person.correspondence) == (Gender.WOMAN, Correspondence.EN)
    assert participant.state is ParticipantState.CONFIRMED
    assert participant.function.en == "Rector"
    assert participant.organisation is not None
    assert participant.organisation.name.fr == "Université exemple"
    assert (participant.is_listed, participant.policy) == (False, 1)
    needs = db.session.get_one(Needs, participant.id)
    assert (needs.access, needs.diet) == ("A ramp", "No nuts")
    letter = the_letter()
    assert (letter.kind, letter.to_address) == (
        LetterKind.REGISTRATION_CONFIRMED,
        "zoe@example.org",
    )
    assert re.search(r"/en/summit/own/[\w-]{43}\.ics", letter.text)
    page = client.get(own_page(letter))
    assert (page.status_code, "Zoé Exemple" in page.text) == (200, True)


def test_whoever_registers_twice_reads_the_same_and_learns_it_by_letter(
    client: FlaskClient, event: Event
) -> None:
    first, again = post(client), post(client, key="k2", given_name="Other")
    assert (first.status_code, first.location) == (again.status_code, again.location)
    assert [*first.headers.keys()] == [*again.headers.keys()]
    assert how_many() == 1
    assert the_letter().kind is LetterKind.REGISTRATION_KNOWN


def test_nothing_that_was_typed_is_lost_and_what_is_wrong_is_said(
    client: FlaskClient, event: Event
) -> None:
    answer = post(
        client, email="no address", policy=None, function="F" * 301, organisation='"><b>Ünï'
    )
    assert answer.status_code == 422
    assert "This is not an e-mail address." in answer.text
    assert "Nobody can register without accepting it." in answer.text
    assert "300 characters at most" in answer.text
    assert "&#34;&gt;&lt;b&gt;Ünï" in answer.text
    assert how_many() == 0


def test_a_form_from_another_site_is_refused(client: FlaskClient, event: Event) -> None:
    assert client.post(PAGE, data=TYPED, headers=OTHER_SITE).status_code == 400
    assert how_many() == 0


def test_fields_that_the_form_does_not_have_change_nothing(
    client: FlaskClient, event: Event
) -> None:
    a_category(event, "staff")
    db.session.commit()
    post(client, state="withdrawn", rank="1", is_administrator="y", version="99", event_id="7")
    participant = the_participant()
    assert (participant.state, participant.person.rank) == (ParticipantState.CONFIRMED, None)
    assert post(client, key="k3", email="b@example.org", category="staff").status_code == 422


def test_a_name_turns_no_text_beside_it(client: FlaskClient, event: Event) -> None:
    assert post(client, family_name="\u202eExemple\u2066").status_code == 303
    assert the_participant().person.name == "Zoé Exemple"


def test_a_policy_that_changed_meanwhile_is_read_again(client: FlaskClient, event: Event) -> None:
    answer = post(client, policy_number="0")
    assert (answer.status_code, "Please read it again" in answer.text) == (422, True)


def test_own_questions_are_asked_of_whom_their_condition_holds(
    client: FlaskClient, event: Event
) -> None:
    visa = a_question(event, "visa", kind=QuestionKind.YES_NO, is_required=True)
    when = a_question(
        event, "when", kind=QuestionKind.DATE, is_required=True, shown_if=visa, shown_for="yes"
    )
    press = a_question(event, "press", is_required=True, categories=("press",))
    db.session.commit()
    page = client.get(PAGE).text
    assert "Only if you answer “Yes” to “Question visa?”" in page
    names = {each.code: f"q-{each.id}" for each in (visa, when, press)}
    assert post(client, **{names["visa"]: "yes"}).status_code == 422
    assert post(client, **{names["visa"]: "yes", names["when"]: "soon"}).status_code == 422
    sent = post(client, **{names["visa"]: "yes", names["when"]: "2024-11-30"})
    assert sent.status_code == 303
    db.session.rollback()
    values = db.session.execute(select(Answer.question_id, Answer.value)).tuples().all()
    assert dict(values) == {visa.id: "yes", when.id: "2024-11-30"}
    again = {"key": "k2", "email": "b@example.org", "given_name": "Bo"}
    sent = post(client, **again, **{names["visa"]: "no", names["when"]: "nonsense"})
    assert sent.status_code == 303


def body(field: str, name: str, content: bytes) -> bytes:
    """The form with a file, as a browser sends it."""
    parts = [
        f'--xx\r\nContent-Disposition: form-data; name="{each}"\r\n\r\n{value}\r\n'
        for each, value in TYPED.items()
    ]
    head = f'--xx\r\nContent-Disposition: form-data; name="{field}"; filename="{name}"\r\n\r\n'
    return "".join((*parts, head)).encode() + content + b"\r\n--xx--\r\n"


@pytest.mark.parametrize(
    ("content", "name", "said"),
    [
        (b"%PDF-1.7\n1 0 obj\n%%EOF\n", "a.pdf", ""),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "a.png", "Only PDF, PNG and JPEG"),
        (b"", "a.pdf", "This file is empty."),
        (b"%PDF-" + b"x" * (8 * 2**20), "a.pdf", "too large"),
    ],
    ids=["PDF", "SVG as PNG", "empty", "too large"],
)
def test_a_file_is_judged_by_what_it_holds(
    client: FlaskClient, event: Event, content: bytes, name: str, said: str
) -> None:
    question = a_question(event, "cv", kind=QuestionKind.FILE, is_required=True)
    db.session.commit()
    field = f"q-{question.id}"
    answer = client.post(PAGE, data=body(field, name, content), content_type=MULTIPART)
    assert answer.status_code == (422 if said else 303)
    assert said in answer.text
    db.session.rollback()
    papers = db.session.scalars(select(Paper)).all()
    assert [each.name for each in papers] == ([] if said else ["a.pdf"])


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"is_open": False}, "Registration is closed."),
        ({"by_invitation": True}, "by invitation only"),
    ],
)
def test_a_closed_registration_says_why(
    app: Flask, client: FlaskClient, fields: dict[str, Any], said: str
) -> None:
    event = a_summit()
    a_desk(event, **fields)
    a_release(event)
    page = client.get(PAGE)
    assert (page.status_code, said in page.text) == (200, True)
    assert post(client).status_code == 409
    assert how_many() == 0


def test_a_draft_whose_registration_is_not_open_is_not_there(
    client: FlaskClient, event: Event
) -> None:
    desk_of(event.id).is_open = False  # type: ignore[union-attr]
    db.session.commit()
    pages = (PAGE, f"{PAGE}/sent", "/en/summit/participants", "/en/summit/own/revoked")
    assert [client.get(page).status_code for page in pages] == [404] * 4
    assert post(client).status_code == 404
    a_release(event)
    assert [client.get(page).status_code for page in pages] == [200] * 4


def test_an_event_that_registers_nobody_has_no_form(app: Flask, client: FlaskClient) -> None:
    a_summit()
    db.session.commit()
    assert client.get(PAGE).status_code == 404
    assert client.get("/en/summit/participants").status_code == 404
