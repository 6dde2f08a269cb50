"""The team of an event: roles given and taken away, invitations sent, accepted and withdrawn."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from time import sleep

import pytest
import time_machine
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from eventapp.accounts.models import Account, Invitation, Membership
from eventapp.accounts.rights import EventRole
from eventapp.events.models import Event
from eventapp.history.models import Entry
from eventapp.plumbing.database import apart, db
from tests.builders import a_summit, an_account, sign_in
from tests.web.accounts.conftest import Facts
from tests.web.workspace.posting import post, token_on

TEAM, INVITE = "/en/manage/summit/team", "/en/manage/summit/team/invitations"
WHO = {"email": "new@example.org", "name": "Noa Exemple", "language": "fr"}


@pytest.fixture
def event(app: Flask) -> Event:
    return a_summit()


@pytest.fixture
def owner(client: FlaskClient, event: Event) -> Account:
    """An owner of the event, signed in."""
    account = an_account(event, EventRole.OWNER, email="owner@example.org")
    db.session.commit()
    sign_in(client, account)
    return account


def roles_of(account: Account) -> set[EventRole]:
    db.session.rollback()  # SQLite shows a transaction what was there when it began
    query = select(Membership.role).where(Membership.account_id == account.id)
    return set(db.session.scalars(query))


def invite(client: FlaskClient, **more: object) -> int:
    data = {**WHO, "roles": ["programme", "translation"], **more}
    return post(client, TEAM, data, to=INVITE).status_code


def test_an_owner_changes_roles_and_the_log_says_so(
    client: FlaskClient, event: Event, owner: Account
) -> None:
    other = an_account(event, EventRole.READER)
    db.session.commit()
    data = {"roles": ["programme", "protocol", "emperor"]}
    assert post(client, TEAM, data, to=f"{TEAM}/{other.id}").status_code == 303
    assert roles_of(other) == {EventRole.PROGRAMME, EventRole.PROTOCOL}
    entries = db.session.scalars(select(Entry).where(Entry.kind == "membership")).all()
    assert {(entry.author, entry.event_id) for entry in entries} == {(owner.name, event.id)}


def test_whoever_is_removed_is_refused_at_once(
    app: Flask, client: FlaskClient, event: Event, owner: Account
) -> None:
    other, theirs = an_account(event, EventRole.READER), app.test_client()
    db.session.commit()
    sign_in(theirs, other)
    assert theirs.get(TEAM).status_code == 200
    post(client, TEAM, {}, to=f"{TEAM}/{other.id}")
    assert (roles_of(other), theirs.get(TEAM).status_code) == (set(), 404)


def test_the_last_owner_cannot_leave(client: FlaskClient, event: Event, owner: Account) -> None:
    an_account(event, EventRole.OWNER, active=False)
    db.session.commit()
    answer = post(client, TEAM, {"roles": ["reader"]}, to=f"{TEAM}/{owner.id}")
    assert (answer.status_code, roles_of(owner)) == (409, {EventRole.OWNER})
    assert "The event needs an owner" in answer.text


def test_only_people_of_the_team_are_changed_here(
    client: FlaskClient, event: Event, owner: Account
) -> None:
    stranger = an_account(a_summit("other"), EventRole.READER)
    db.session.commit()
    for number in (stranger.id, 10**6, 2**40):
        answer = post(client, TEAM, {"roles": ["owner"]}, to=f"{TEAM}/{number}")
        assert answer.status_code == 404
    assert roles_of(stranger) == {EventRole.READER}


def test_others_see_the_team_and_cannot_change_it(client: FlaskClient, event: Event) -> None:
    editor = an_account(event, EventRole.PROGRAMME)
    db.session.commit()
    sign_in(client, editor)
    page = client.get(TEAM).text
    assert (editor.name in page, 'name="roles"' in page) == (True, False)
    assert post(client, TEAM, {"roles": ["owner"]}, to=f"{TEAM}/{editor.id}").status_code == 403
    assert post(client, TEAM, {**WHO, "roles": "owner"}, to=INVITE).status_code == 403
    assert roles_of(editor) == {EventRole.PROGRAMME}


def test_who_is_invited_opens_an_account_and_has_the_roles(
    app: Flask,
    client: FlaskClient,
    event: Event,
    owner: Account,
    said: Facts,
    last_link: Callable[[], str],
) -> None:
    assert invite(client) == 303
    assert said[-1].invited_by == owner.name  # type: ignore[attr-defined]
    link, new = last_link(), app.test_client()
    assert link.startswith("/fr/account/invitation/")
    assert "Sommet exemple" in new.get(link).text
    answer = post(new, link, {"name": "Noa E.", "password": ""}, to=f"{link}/account")
    assert (answer.status_code, answer.location) == (303, "/fr/manage/summit/")
    assert new.get("/fr/manage/summit/").status_code == 200
    db.session.rollback()
    account = db.session.scalars(select(Account).where(Account.email == WHO["email"])).one()
    assert (account.name, account.password, account.is_administrator) == ("Noa E.", None, False)
    assert roles_of(account) == {EventRole.PROGRAMME, EventRole.TRANSLATION}


def test_of_two_who_open_the_same_account_at_once_the_second_is_told(
    app: Flask,
    client: FlaskClient,
    owner: Account,
    last_link: Callable[[], str],
) -> None:
    invite(client)
    link, new = last_link(), app.test_client()
    sent = {"csrf_token": token_on(new, link), "name": "Noa É.", "password": ""}
    headers = {"Origin": "https://events.example.org"}
    db.session.rollback()
    with ThreadPoolExecutor(1) as pool:
        with apart() as other:
            other.add(
                Account(
                    email=WHO["email"],
                    name="N.",
                    fs_uniquifier="first",
                    created_at=datetime.now(UTC),
                )
            )
            other.flush()
            waiting = pool.submit(new.post, f"{link}/account", data=sent, headers=headers)
            sleep(0.5)
            assert not waiting.done()
        answer = waiting.result()
    # SQLite lets the second one look only now; PostgreSQL stops it as it writes.
    assert (answer.status_code, "Noa É." in answer.text) in {(410, False), (409, True)}
    assert db.session.scalars(select(Account.name).where(Account.email == WHO["email"])).all() == [
        "N."
    ]


def test_who_has_an_account_signs_in_and_accepts(
    app: Flask,
    client: FlaskClient,
    event: Event,
    owner: Account,
    said: Facts,
    last_link: Callable[[], str],
) -> None:
    known, theirs = an_account(email="new@example.org"), app.test_client()
    db.session.commit()
    invite(client)
    link = last_link()
    page = theirs.get(link).text
    assert f'href="/fr/account/sign-in?next={link}"' in page
    refused = post(theirs, "/fr/account/sign-in", {"name": "Eve"}, to=f"{link}/account")
    assert refused.status_code == 409
    sign_in(theirs, known)
    assert post(theirs, link, {}).status_code == 303
    assert roles_of(known) == {EventRole.PROGRAMME, EventRole.TRANSLATION}


def test_the_first_of_two_gets_the_roles(
    app: Flask,
    client: FlaskClient,
    event: Event,
    owner: Account,
    said: Facts,
    last_link: Callable[[], str],
) -> None:
    first, second = an_account(), an_account()
    db.session.commit()
    invite(client)
    link = last_link()
    answers = []
    for account in (first, second, first):
        visitor = app.test_client()
        sign_in(visitor, account)
        answers.append(post(visitor, "/en/account/", {}, to=link).status_code)
    assert answers == [303, 410, 410]
    assert (len(roles_of(first)), roles_of(second)) == (2, set())
    assert app.test_client().get(link).status_code == 410


def test_a_withdrawn_invitation_opens_nothing(
    app: Flask,
    client: FlaskClient,
    event: Event,
    owner: Account,
    said: Facts,
    last_link: Callable[[], str],
) -> None:
    invite(client)
    link = last_link()
    number = db.session.scalars(select(Invitation.id)).one()
    withdraw = f"{INVITE}/{number}/withdraw"
    assert post(client, TEAM, {}, to=withdraw).status_code == 303
    assert post(client, TEAM, {}, to=withdraw).status_code == 409
    assert app.test_client().get(link).status_code == 410
    joined = post(app.test_client(), "/en/account/sign-in", {"name": "Noa"}, to=f"{link}/account")
    assert joined.status_code == 410


def test_an_invitation_lasts_two_weeks(
    app: Flask,
    client: FlaskClient,
    event: Event,
    owner: Account,
    said: Facts,
    last_link: Callable[[], str],
) -> None:
    invite(client)
    link, now = last_link(), datetime.now(UTC)
    statuses = []
    for days in (13, 15):
        with time_machine.travel(now + timedelta(days=days)):
            statuses.append(app.test_client().get(link).status_code)
    assert statuses == [200, 410]


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"email": "nowhere"}, "This is not an e-mail address."),
        ({"email": "a" * 250 + "@example.org"}, "254 characters at most"),
        ({"email": ""}, "This is needed."),
        ({"name": ""}, "This is needed."),
        ({"name": "N" * 201}, "200 characters at most"),
        ({"roles": []}, "Choose at least one role."),
        ({"roles": ["emperor"]}, "Choose one of these."),
        ({"language": "xx"}, "Choose one of these."),
    ],
)
def test_an_invitation_that_cannot_be_is_refused_beside_its_field(
    client: FlaskClient, event: Event, owner: Account, typed: dict[str, object], told: str
) -> None:
    data = {**WHO, "roles": ["reader"], **typed}
    answer = post(client, TEAM, data, to=INVITE)
    assert (answer.status_code, told in answer.text) == (400, True)
    assert db.session.scalars(select(Invitation)).all() == []


def test_what_an_invitation_does_not_ask_is_not_taken(
    app: Flask,
    client: FlaskClient,
    event: Event,
    owner: Account,
    said: Facts,
    last_link: Callable[[], str],
) -> None:
    invite(client, event_id="7", token_hash="0" * 64, accepted_at="2020-01-01")
    more = {"is_administrator": "y", "active": "", "roles": "owner", "email": "evil@example.org"}
    link = last_link()
    post(app.test_client(), link, {"name": "Noa", **more}, to=f"{link}/account")
    account = db.session.scalars(select(Account).where(Account.email == WHO["email"])).one()
    assert (account.is_administrator, account.active) == (False, True)
    assert roles_of(account) == {EventRole.PROGRAMME, EventRole.TRANSLATION}
