"""Links in letters: each works once, by a button, and only the newest."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from eventapp.accounts import administering
from eventapp.accounts.facts import Notice, SecurityNotice
from eventapp.accounts.models import Account, OneUseLink
from eventapp.plumbing.database import db, unit_of_work
from tests.builders import an_account, sign_in
from tests.web.accounts.conftest import EMAIL, PASSWORD, Facts
from tests.web.workspace.posting import TOKEN, post

ASK, FORGOTTEN = "/en/account/sign-in/link", "/en/account/forgotten-password"
SIGN_IN, HOME = "/en/account/sign-in", "/en/manage/"
NEW = "another horse battery staple"

Link = Callable[[], str]


def ask(client: FlaskClient, page: str = ASK, email: str = EMAIL) -> str:
    answer = post(client, page, {"email": email})
    assert answer.status_code == 200
    return answer.text


def knows(app: Flask, password: str) -> bool:
    return (
        post(app.test_client(), SIGN_IN, {"email": EMAIL, "password": password}).status_code == 302
    )


def test_a_link_signs_in_once_and_by_its_button(
    app: Flask, client: FlaskClient, account: Account, said: Facts, last_link: Link
) -> None:
    ask(client)
    link = last_link()
    assert link.startswith("/fr/account/link/")  # the language of the account
    for _scanner in range(3):
        assert client.get(link).status_code == 200
    assert client.get(HOME).status_code == 302
    assert post(client, link, {}).location == "/fr/manage/"
    assert client.get(HOME).status_code == 200
    again = app.test_client()
    assert (again.get(link).status_code, post(again, SIGN_IN, {}, to=link).status_code) == (
        410,
        410,
    )


def test_what_is_kept_of_a_link_does_not_open_it(
    client: FlaskClient, account: Account, said: Facts, last_link: Link
) -> None:
    ask(client)
    token = last_link().rpartition("/")[2]
    kept = db.session.scalars(select(OneUseLink.token_hash)).one()
    assert (len(token) >= 43, kept == token) == (True, False)
    assert client.get(f"/fr/account/link/{kept}").status_code == 410


def address_changes(account: Account) -> None:
    account.email = "other@example.org"


@pytest.mark.parametrize(
    "deed",
    [administering.close, address_changes, db.session.delete],
    ids=["the account is closed", "its address changes", "it is removed"],
)
@pytest.mark.parametrize("page", [ASK, FORGOTTEN], ids=["sign in", "password"])
def test_a_link_dies_with_what_it_was_for(
    client: FlaskClient,
    account: Account,
    said: Facts,
    last_link: Link,
    page: str,
    deed: Callable[[Account], None],
) -> None:
    ask(client, page)
    with unit_of_work():
        deed(account)
    assert client.get(last_link()).status_code == 410
    data = {"password": NEW}
    assert post(client, SIGN_IN, data, to=last_link()).status_code == 410


@pytest.mark.parametrize("page", [ASK, FORGOTTEN], ids=["sign in", "password"])
def test_a_link_dies_after_an_hour_and_with_a_newer_one(
    client: FlaskClient, account: Account, said: Facts, last_link: Link, page: str
) -> None:
    ask(client, page)
    older = last_link()
    ask(client, page)
    newer, now = last_link(), datetime.now(UTC)
    assert (client.get(older).status_code, client.get(newer).status_code) == (410, 200)
    with time_machine.travel(now + timedelta(minutes=61)):
        assert client.get(newer).status_code == 410


def test_a_link_of_one_kind_does_nothing_else(
    client: FlaskClient, account: Account, said: Facts, last_link: Link
) -> None:
    ask(client)
    token = last_link().rpartition("/")[2]
    for page in ("new-password", "new-address", "invitation"):
        assert client.get(f"/fr/account/{page}/{token}").status_code == 410


def test_a_forgotten_password_is_replaced_and_ends_all_sessions(
    app: Flask, client: FlaskClient, account: Account, said: Facts, last_link: Link
) -> None:
    elsewhere = app.test_client()
    sign_in(elsewhere, account)
    ask(client, FORGOTTEN)
    link = last_link()
    assert client.get(link).status_code == 200
    short = post(client, link, {"password": "short"})
    assert (short.status_code, "de 12 à 128 caractères" in short.text) == (400, True)
    assert post(client, link, {"password": NEW}).location == "/fr/account/sign-in"
    assert post(client, SIGN_IN, {"password": NEW}, to=link).status_code == 410
    assert (knows(app, PASSWORD), knows(app, NEW)) == (False, True)
    assert elsewhere.get(HOME).status_code == 302
    notice = said[-1]
    assert isinstance(notice, SecurityNotice)
    assert (notice.address, notice.what) == (EMAIL, Notice.PASSWORD_CHANGED)


def test_another_address_is_used_once_its_letter_is_confirmed(
    client: FlaskClient, account: Account, said: Facts, last_link: Link
) -> None:
    sign_in(client, account)
    page = "/en/account/address"
    post(client, page, {"email": "New@Example.org"})
    assert said[-1].address == "new@example.org"  # type: ignore[attr-defined]
    link = last_link()
    db.session.refresh(account)
    assert (account.email, client.get(link).status_code) == (EMAIL, 200)
    assert post(client, link, {}).status_code == 303
    db.session.rollback()
    assert account.email == "new@example.org"
    notice = said[-1]
    assert isinstance(notice, SecurityNotice)
    assert (notice.address, notice.what) == (EMAIL, Notice.ADDRESS_CHANGED)


def test_an_address_that_somebody_has_is_not_told_apart_and_not_taken(
    client: FlaskClient, account: Account, said: Facts
) -> None:
    an_account(email="taken@example.org")
    db.session.commit()
    sign_in(client, account)
    page = "/en/account/address"
    texts = [
        TOKEN.sub("", post(client, page, {"email": email}).text.replace(email, "…"))
        for email in ("taken@example.org", "free@example.org")
    ]
    assert texts[0] == texts[1]
    assert len(said) == 1


@pytest.mark.parametrize("page", [ASK, FORGOTTEN], ids=["sign in", "password"])
def test_nobody_learns_who_has_an_account(
    client: FlaskClient, account: Account, said: Facts, page: str
) -> None:
    an_account(email="closed@example.org", active=False)
    db.session.commit()
    addresses = (EMAIL, "nobody@example.org", "closed@example.org")
    texts = {TOKEN.sub("", ask(client, page, email).replace(email, "…")) for email in addresses}
    assert (len(texts), len(said)) == (1, 1)


@pytest.mark.parametrize("email", ["", "nobody", "a@" + "b" * 300, "nul\0", "x" * 10_000])
def test_what_is_no_address_is_refused_beside_its_field(client: FlaskClient, email: str) -> None:
    answer = post(client, ASK, {"email": email})
    assert (answer.status_code, "field-errors" in answer.text) == (400, True)


@pytest.mark.parametrize("token", ["x", "é" * 50, "0" * 3000, "%00"])
def test_a_link_that_never_was_is_gone(client: FlaskClient, token: str) -> None:
    for page in ("link", "new-password", "new-address", "invitation"):
        assert client.get(f"/en/account/{page}/{token}").status_code == 410
