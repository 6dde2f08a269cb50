from datetime import timedelta
from io import BytesIO
from zipfile import ZipFile

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from eventapp.accounts.rights import EventRole
from eventapp.events.models import Event
from eventapp.history.actions import Action
from eventapp.history.models import Entry
from eventapp.people.finding import FOUND_AT_MOST
from eventapp.people.models import Person
from eventapp.plumbing.database import db
from eventapp.privacy.models import Retention
from eventapp.values.pseudonyms import NOBODY
from tests.builders import NOW, a_participant, a_person, a_summit, an_account, sign_in
from tests.web.workspace.posting import post

DAY = timedelta(days=1)


@pytest.fixture
def event(app: Flask, client: FlaskClient) -> Event:
    event = a_summit()
    a_participant(event, "Ada Exemple").person.code = "ada"
    sign_in(client, an_account(event, EventRole.OWNER))
    return event


def test_how_long_data_is_kept_is_said_on_the_page(event: Event, client: FlaskClient) -> None:
    page = "/fr/manage/summit/privacy"
    assert post(client, page, {"days": "90"}).status_code == 303
    db.session.rollback()
    assert db.session.scalars(select(Retention)).one().days == 90
    assert 'value="90"' in client.get(page).text
    wrong = post(client, page, {"days": "90", "is_held": "y", "version": "1"})
    assert (wrong.status_code, "Une suspension doit avoir un motif." in wrong.text) == (422, True)


def test_a_persons_data_goes_out_as_a_file_and_that_is_noted(
    event: Event, client: FlaskClient
) -> None:
    page = "/en/manage/summit/privacy/people/ada"
    assert "Ada Exemple" in client.get("/en/manage/summit/privacy?q=exemple").text
    answer = post(client, page, {}, to=f"{page}/data.zip")
    with ZipFile(BytesIO(answer.data)) as archive:
        assert archive.namelist() == ["data.json"]
    db.session.rollback()
    noted = select(Entry).where(Entry.action == Action.EXPORT)
    assert db.session.scalars(noted).one().name.en == "Data of one person"
    assert "Data of one person" in client.get("/en/manage/summit/privacy").text


def test_erasing_asks_once(event: Event, client: FlaskClient) -> None:
    page = "/fr/manage/summit/privacy/people/ada/erase"
    assert "« Ada Exemple »" in client.get(page).text
    assert post(client, page, {}).status_code == 303
    db.session.rollback()
    assert db.session.scalars(select(Person.family_name)).one() == NOBODY
    assert client.get(page).status_code == 404


def test_nobody_erases_whom_another_event_knows(event: Event, client: FlaskClient) -> None:
    person = db.session.scalars(select(Person)).one()
    a_participant(a_summit("other"), person, now=NOW)
    db.session.commit()
    answer = post(client, "/en/manage/summit/privacy/people/ada/erase", {})
    assert answer.status_code == 409
    assert "also takes part in an event" in answer.text
    db.session.rollback()
    assert db.session.scalars(select(Person.given_name)).one() == "Ada"


def test_who_was_removed_is_found_among_many_namesakes_and_erased(
    event: Event, client: FlaskClient
) -> None:
    for _number in range(FOUND_AT_MOST):
        a_person("Aa Exemple")
    removed = a_participant(event, a_person("Zoé Exemple", code="zoe"))
    removed.removed_at = NOW
    db.session.commit()
    assert "Zoé Exemple" in client.get("/en/manage/summit/privacy?q=exemple").text
    page = "/en/manage/summit/privacy/people/zoe/erase"
    assert post(client, page, {}).status_code == 303
    db.session.rollback()
    assert NOBODY in {each.name for each in db.session.scalars(select(Person))}
    assert "Zoé" not in client.get("/en/manage/summit/privacy?q=exemple").text
