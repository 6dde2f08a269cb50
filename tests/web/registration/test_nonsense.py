"""Nonsense in every field of the public forms, and markup on every page that shows it."""

from itertools import product

from flask import Flask
from flask.testing import FlaskClient

from eventapp.plumbing.database import db, unit_of_work
from eventapp.registration.kinds import QuestionKind
from eventapp.registration.telling import page_address
from tests.builders import NOW, a_participant, a_summit
from tests.registration import ASKED, a_desk, a_question
from tests.web.editing.test_nasty import NASTY
from tests.web.registration.test_registering import PAGE, TYPED
from tests.web.workspace.test_every_page import POLYGLOT, Active

#: Every so many of all values in all fields.
EVERY = 29


def test_no_public_form_fails_because_of_what_is_typed(app: Flask, client: FlaskClient) -> None:
    event = a_summit()
    a_desk(event)
    names = [f"q-{a_question(event, kind.value, kind=kind).id}" for kind in QuestionKind]
    zoe = a_participant(event, policy=1)
    db.session.commit()
    with unit_of_work():
        own = f"/en/summit/own/{page_address(zoe, now=NOW)}/registration"
    fields = [*(TYPED.keys() | {*ASKED, "is_listed"}), *names]
    failed = []
    for number, (page, name, value) in enumerate(product((PAGE, own), sorted(fields), NASTY)):
        if number % EVERY == 0:
            address = {"REMOTE_ADDR": f"192.0.2.{number % 250}"}
            data = TYPED | {name: value}
            status = client.post(page, data=data, environ_overrides=address).status_code
            if status >= 500:
                failed.append((page, name, value[:30], status))
    assert failed == []


def test_no_public_page_runs_what_somebody_typed(app: Flask, client: FlaskClient) -> None:
    event = a_summit()
    a_desk(event)
    question = a_question(event, kind=QuestionKind.LONG_TEXT)
    db.session.commit()
    names = ("given_name", "family_name", "function", "organisation", "access", "diet")
    typed = TYPED | dict.fromkeys(names, POLYGLOT) | {f"q-{question.id}": POLYGLOT}
    assert client.post(PAGE, data=typed | {"is_listed": "y"}).status_code == 303
    wrong = client.post(PAGE, data=typed | {"email": POLYGLOT})
    assert wrong.status_code == 422
    for page in (wrong.text, client.get("/en/summit/participants").text):
        active = Active()
        active.feed(page)
        assert ("alert(1)" in page, active.found) == (True, [])
