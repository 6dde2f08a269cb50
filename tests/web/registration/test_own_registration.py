"""Somebody's own registration, behind the secret address of its page; and who is listed."""

import re
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from eventapp.events.models import Event
from eventapp.history.recording import Actor
from eventapp.messages.models import Letter
from eventapp.participants.kinds import ParticipantState
from eventapp.participants.models import Needs, Participant
from eventapp.people.kinds import Correspondence
from eventapp.people.models import Person
from eventapp.plumbing.database import db, unit_of_work
from eventapp.privacy.erasing import erase
from eventapp.registration.inviting import Invitee, invitations_of, invite, withdraw_invitation
from eventapp.registration.places import desk_of
from eventapp.registration.queries import add_policy
from eventapp.registration.seats import set_seats
from eventapp.registration.telling import page_address
from eventapp.values.bilingual import Bilingual
from tests.builders import NOW, a_category, a_participant, a_person, a_release, a_session, a_summit
from tests.registration import a_desk
from tests.web.registration.test_registering import TYPED, post

KEPT = {"correspondence": "en", "policy": "y", "policy_number": "1"}
SOON = timedelta(days=30)


@pytest.fixture
def event(app: Flask) -> Event:
    event = a_summit()
    a_desk(event, capacity=2)
    session = a_session(event, "LAB")
    set_seats(session, 1, waits=False, now=NOW)
    a_release(event)
    return event


def own(participant: Participant) -> str:
    """The address of a new page of theirs."""
    with unit_of_work():
        token = page_address(participant, now=NOW)
    return f"/en/summit/own/{token}/registration"


def the_state(participant: Participant) -> ParticipantState:
    db.session.rollback()
    return participant.state


def test_answers_are_changed_and_what_the_form_does_not_ask_stays(
    client: FlaskClient, event: Event
) -> None:
    zoe = a_participant(event, policy=1)
    db.session.commit()
    page = own(zoe)
    sent = client.post(page, data=KEPT | {"function": "Rectrice", "diet": "Vegan", "state": "x"})
    assert sent.status_code == 303
    db.session.rollback()
    assert (zoe.function.en, zoe.function.fr) == ("Rectrice", "directrice")
    assert db.session.get_one(Needs, zoe.id).diet == "Vegan"
    wrong = client.post(page, data=KEPT | {"function": "F" * 301})
    assert (wrong.status_code, "F" * 301 in wrong.text) == (422, True)
    assert wrong.headers["Referrer-Policy"] == "no-referrer"
    assert wrong.headers["Cache-Control"] == "private, no-store"


def test_who_withdraws_is_asked_once_and_may_come_back(client: FlaskClient, event: Event) -> None:
    zoe = a_participant(event)
    db.session.commit()
    page = own(zoe)
    assert "Withdraw your registration?" in client.get(f"{page}/withdraw").text
    assert the_state(zoe) is ParticipantState.CONFIRMED
    assert client.post(f"{page}/withdraw").status_code == 303
    assert the_state(zoe) is ParticipantState.WITHDRAWN
    assert client.post(f"{page}/withdraw").status_code == 409
    assert client.post(f"{page}/again").status_code == 303
    assert the_state(zoe) is ParticipantState.CONFIRMED


def test_a_new_address_ends_the_old_one_and_a_revoked_one_opens_nothing(
    client: FlaskClient, event: Event
) -> None:
    zoe = a_participant(event)
    db.session.commit()
    page = own(zoe)
    moved = client.post(f"{page}/renew").location.partition("?")[0]
    assert client.get(page).status_code == 404
    assert client.get(moved).status_code == 200
    assert client.post(f"{moved}/revoke").status_code == 303
    assert client.get(moved).status_code == 404


def test_an_address_opens_nothing_in_another_event_and_near_misses_nothing(
    client: FlaskClient, event: Event
) -> None:
    a_summit("other")
    zoe = a_participant(event)
    db.session.commit()
    page = own(zoe)
    token = page.split("/")[4]
    for wrong in (
        page.replace("summit", "other"),
        page.replace(token, token[:-1] + ("A" if token[-1] != "A" else "B")),
        page.replace(token, token.swapcase()),
        page.replace(token, "x" * 43),
    ):
        assert client.get(wrong).status_code == 404
        assert client.post(f"{wrong}/withdraw").status_code == 404


def test_a_seat_is_taken_once_and_given_back(client: FlaskClient, event: Event) -> None:
    zoe, noa = a_participant(event), a_participant(event, "Noa Exemple")
    db.session.commit()
    first, second = own(zoe), own(noa)
    assert "said=chosen" in client.post(f"{first}/sessions", data={"sessions": "LAB"}).location
    assert "said=full" in client.post(f"{second}/sessions", data={"sessions": "LAB"}).location
    client.post(f"{first}/sessions", data={})
    assert "said=chosen" in client.post(f"{second}/sessions", data={"sessions": "LAB"}).location


def test_somebody_registers_another_and_their_letters_come_to_them(
    client: FlaskClient, event: Event
) -> None:
    zoe = a_participant(event)
    zoe.person.email = "zoe@example.org"
    db.session.commit()
    page = own(zoe)
    typed = TYPED | {"given_name": "Noa", "email": ""}
    assert client.get(f"{page}/another").status_code == 200
    for _ in range(2):
        assert client.post(f"{page}/another", data=typed).status_code == 303
    assert "Noa Exemple" in client.get(page).text
    db.session.rollback()
    letters = db.session.scalars(select(Letter)).all()
    assert [each.to_address for each in letters] == ["zoe@example.org"]


def test_only_who_consents_is_listed_and_a_new_policy_asks_again(
    client: FlaskClient, event: Event
) -> None:
    listed = "/en/summit/participants"
    a_participant(event, "Ida Muette", policy=1)
    a_participant(event, "Bo Attente", policy=1, is_listed=True, state=ParticipantState.WAITING)
    zoe = a_participant(event, a_person(email="zoe@example.org"), policy=1)
    db.session.commit()
    page = own(zoe)
    client.post(page, data=KEPT | {"is_listed": "y"})
    answer = client.get(listed)
    assert answer.headers["Cache-Control"] == "public, max-age=60"
    assert "Zoé Exemple" in answer.text
    assert not any(name in answer.text for name in ("Muette", "Attente", "zoe@"))
    client.post(page, data=KEPT)
    assert "Zoé Exemple" not in client.get(listed).text
    client.post(page, data=KEPT | {"is_listed": "y"})
    with unit_of_work():
        add_policy(event, Bilingual("Nouveau.", "New."), now=NOW)
    assert "Zoé Exemple" not in client.get(listed).text
    assert "The privacy policy has changed" in client.get(page).text
    client.post(page, data=KEPT | {"is_listed": "y", "policy_number": "2"})
    assert "Zoé Exemple" in client.get(listed).text


def invited(event: Event, client: FlaskClient) -> str:
    """The address of an invitation, as its letter gives it."""
    category = a_category(event, "speaker")
    now = datetime.now(UTC)
    with unit_of_work():
        people = [Invitee("Zoé Exemple", "zoe@example.org")]
        invite(event, people, category, Correspondence.EN, expires_at=now + SOON, now=now)
    text = db.session.scalars(select(Letter.text)).one()
    return "/en/summit/register/" + text.partition("/register/")[2].split()[0]


def test_an_invitation_registers_once_whatever_the_limits_say(
    client: FlaskClient, event: Event
) -> None:
    a_participant(event, "Un Exemple")
    a_participant(event, "Deux Exemple")
    db.session.commit()
    page = invited(event, client)
    assert 'value="zoe@example.org"' in client.get(page).text
    for _ in range(2):  # a double click
        assert post(client, page, category="speaker").status_code == 303
    db.session.rollback()
    query = select(Participant).order_by(Participant.id.desc())
    participant = db.session.scalars(query).first()
    assert participant is not None
    assert (participant.state, participant.category.code) == (
        ParticipantState.CONFIRMED,
        "speaker",
    )
    assert client.get(page).status_code == 410
    again = {"category": "speaker", "key": "k9", "email": "x@example.org"}
    assert post(client, page, **again).status_code == 410


@pytest.mark.parametrize("end", ["withdrawn", "too old"])
def test_an_invitation_that_ended_registers_nobody(
    client: FlaskClient, event: Event, end: str
) -> None:
    page = invited(event, client)
    with unit_of_work():
        (row,) = invitations_of(event.id)
        if end == "withdrawn":
            withdraw_invitation(row, now=datetime.now(UTC))
        else:
            row.expires_at = NOW
    assert client.get(page).status_code == 410
    assert post(client, page, category="speaker").status_code == 410
    assert client.get(page[:-1] + "?").status_code == 404
    assert db.session.scalars(select(Participant)).all() == []


def test_the_event_s_pages_lead_to_the_form_while_it_is_open(
    client: FlaskClient, event: Event
) -> None:
    link = 'href="/en/summit/register"'
    assert link in client.get("/en/summit/").text
    with unit_of_work():
        desk: Any = desk_of(event.id)
        desk.is_open = False
    assert link not in client.get("/en/summit/").text


def test_nothing_tells_who_was_erased_after_registering_others(
    app: Flask, client: FlaskClient
) -> None:
    a_desk(a_summit())
    db.session.commit()
    typed = {
        "category": "guest", "family_name": "Zanzibar", "correspondence": "en",
        "policy": "y", "policy_number": "1",
    }  # fmt: skip
    client.post("/en/summit/register", data=typed | {"email": "zanzibar@example.org", "key": "1"})
    db.session.rollback()
    letter = db.session.scalars(select(Letter)).one()
    own = re.search(r"https://events.example.org(/\S+/registration)", letter.text)
    assert own
    other = typed | {"family_name": "Exemple", "key": "2"}
    assert client.post(f"{own[1]}/another", data=other).status_code == 303
    with unit_of_work():
        person = db.session.scalars(select(Person).where(Person.family_name == "Zanzibar")).one()
        erase(person, by=Actor(None, "Alix"), now=NOW)
    told = [
        str(row._mapping)
        for table in db.metadata.sorted_tables
        for row in db.session.execute(select(table))
    ]
    assert [row for row in told if "zanzibar" in row.lower()] == []
