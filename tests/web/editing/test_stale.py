"""A form that somebody else overtook: nothing that was typed is lost, nothing overwritten."""

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select

from eventapp.accounts.rights import EventRole, Right
from eventapp.agenda.models import Session
from eventapp.events.models import Event
from eventapp.history.actions import Action
from eventapp.history.recording import Actor, editing
from eventapp.plumbing.database import db
from eventapp.values.bilingual import Bilingual
from tests.builders import NOW, a_person, a_room, a_session, a_summit, an_account, sign_in
from tests.web.editing.sheets import send, sheet_of

OPEN = "/en/manage/summit/sessions/OPEN"


@pytest.fixture
def event(client: FlaskClient) -> Event:
    event = a_summit()
    a_room(event, "Hall")
    a_room(event, "Salon")
    a_session(event, "OPEN", people=(a_person(code="zoe"),))
    sign_in(client, an_account(event, EventRole.PROGRAMME))
    return event


def stored() -> Session:
    db.session.rollback()
    return db.session.scalars(select(Session)).one()


def somebody_else_changes(event: Event, **values: object) -> None:
    other = an_account(event, EventRole.PROGRAMME, name="Robin Autre")
    db.session.commit()
    by = Actor(other.id, other.name, Right.PROGRAMME)
    with editing(event.id, by=by, now=NOW, action=Action.EDIT):
        session = db.session.scalars(select(Session)).one()
        for name, value in values.items():
            setattr(session, name, value)


def test_what_only_the_other_changed_is_taken_over(client: FlaskClient, event: Event) -> None:
    sheet = sheet_of(client.get(OPEN))
    somebody_else_changes(event, title=Bilingual("Séance OPEN", "Their Title"), expected=70)
    answer = send(client, OPEN, {**sheet, "title-fr": "Mon titre"})
    assert answer.status_code == 303
    session = stored()
    assert (session.title, session.expected) == (Bilingual("Mon titre", "Their Title"), 70)


def test_what_both_changed_stands_side_by_side(client: FlaskClient, event: Event) -> None:
    sheet = sheet_of(client.get(OPEN))
    somebody_else_changes(event, title=Bilingual("Séance OPEN", "Their <b>Title</b>"))
    answer = send(client, OPEN, {**sheet, "title-en": "My Title", "expected": "12"})
    assert answer.status_code == 409
    assert "Their &lt;b&gt;Title&lt;/b&gt;" in answer.text
    assert ("Take the one of Robin Autre" in answer.text, "My Title" in answer.text) == (True, True)
    assert (stored().title.en, stored().expected) == ("Their <b>Title</b>", None)


def test_saving_again_overwrites_knowingly(client: FlaskClient, event: Event) -> None:
    sheet = sheet_of(client.get(OPEN))
    somebody_else_changes(event, title=Bilingual("Séance OPEN", "Their Title"))
    answer = send(client, OPEN, {**sheet, "title-en": "My Title", "expected": "12"})
    assert send(client, OPEN, sheet_of(answer)).status_code == 303
    assert (stored().title.en, stored().expected) == ("My Title", 12)


def test_theirs_can_be_taken_field_by_field(client: FlaskClient, event: Event) -> None:
    sheet = sheet_of(client.get(OPEN))
    somebody_else_changes(event, title=Bilingual("Leur titre", "Their Title"))
    answer = send(client, OPEN, {**sheet, "title-en": "My Title", "title-fr": "Mon titre"})
    again = {**sheet_of(answer), "keep-title-en": "theirs"}
    assert send(client, OPEN, again).status_code == 303
    assert stored().title == Bilingual("Mon titre", "Their Title")


def test_a_third_change_in_between_is_told_too(client: FlaskClient, event: Event) -> None:
    sheet = sheet_of(client.get(OPEN))
    somebody_else_changes(event, title=Bilingual("Séance OPEN", "Second"))
    answer = send(client, OPEN, {**sheet, "title-en": "Mine"})
    somebody_else_changes(event, title=Bilingual("Séance OPEN", "Third"))
    again = send(client, OPEN, sheet_of(answer))
    assert (again.status_code, "Third" in again.text) == (409, True)


def test_the_people_of_a_session_clash_as_a_whole(client: FlaskClient, event: Event) -> None:
    ada = a_person("Ada Exemple", code="ada")
    a_person("Eve Exemple", code="eve")
    db.session.commit()
    added = sheet_of(send(client, OPEN, {**sheet_of(client.get(OPEN)), "add": "ada"}))
    other = sheet_of(send(client, OPEN, {**sheet_of(client.get(OPEN)), "add": "eve"}))
    assert send(client, OPEN, other).status_code == 303
    answer = send(client, OPEN, added)
    assert (answer.status_code, ada.code in answer.text) == (409, True)
    assert [each.person.code for each in stored().appearances] == ["zoe", "eve"]
    assert send(client, OPEN, sheet_of(answer)).status_code == 303
    assert [each.person.code for each in stored().appearances] == ["zoe", "ada"]


def test_a_form_without_its_version_overwrites_nothing(client: FlaskClient, event: Event) -> None:
    sheet = sheet_of(client.get(OPEN))
    del sheet["version"], sheet["seen"]
    answer = send(client, OPEN, {**sheet, "title-en": "Mine"})
    assert (answer.status_code, stored().title.en) == (409, "Session OPEN")


def test_a_session_that_was_removed_meanwhile_is_said_to_be(
    client: FlaskClient, event: Event
) -> None:
    sheet = sheet_of(client.get(OPEN))
    somebody_else_changes(event, removed_at=NOW)
    assert send(client, OPEN, sheet).status_code == 404


def test_a_preview_in_between_forgets_nothing(client: FlaskClient, event: Event) -> None:
    """The version that was seen stays that of the first page, whatever is asked in between."""
    sheet = sheet_of(client.get(OPEN))
    somebody_else_changes(event, title=Bilingual("Séance OPEN", "Their Title"))
    preview = send(client, OPEN, {**sheet, "title-en": "Mine", "do": "preview"})
    answer = send(client, OPEN, sheet_of(preview))
    assert (answer.status_code, stored().title.en) == (409, "Their Title")
