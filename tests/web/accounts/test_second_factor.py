"""Codes and passkeys: what they refuse."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from flask import Flask
from flask.testing import FlaskClient
from passlib.totp import TOTP
from werkzeug.test import TestResponse

from eventapp.accounts.facts import Notice, SecurityNotice
from eventapp.accounts.models import Account
from eventapp.plumbing.database import db
from tests.builders import sign_in
from tests.web.accounts.conftest import EMAIL, PASSWORD, Facts
from tests.web.workspace.posting import TOKEN, post

SIGN_IN, CODE, CODES = "/en/account/sign-in", "/en/account/sign-in/code", "/en/account/codes"
RECOVERY, HOME = "/en/account/sign-in/recovery", "/en/manage/"


@pytest.fixture
def codes(app: Flask, account: Account) -> TOTP:
    """The application of somebody whose account asks for codes."""
    factory = app.extensions["security"].totp_factory
    account.tf_totp_secret = factory.generate_totp_secret()
    account.tf_primary_method = "authenticator"
    db.session.commit()
    return TOTP(factory.get_totp_b32_key(account.tf_totp_secret))


def with_password(client: FlaskClient) -> TestResponse:
    return post(client, SIGN_IN, {"email": EMAIL, "password": PASSWORD})


def test_a_password_alone_is_not_enough(client: FlaskClient, codes: TOTP) -> None:
    answer = with_password(client)
    assert answer.location.partition("?")[0] == CODE
    assert client.get(HOME).status_code == 302
    assert post(client, CODE, {"code": codes.generate().token}).status_code == 302
    assert client.get(HOME).status_code == 200


def test_a_link_alone_is_not_enough(
    client: FlaskClient, codes: TOTP, account: Account, said: Facts
) -> None:
    post(client, "/en/account/sign-in/link", {"email": EMAIL})
    link = said[-1].link.removeprefix("https://events.example.org")  # type: ignore[attr-defined]
    assert post(client, link, {}).location.partition("?")[0] == "/fr/account/sign-in/code"
    assert client.get(HOME).status_code == 302


def test_a_code_is_taken_once(app: Flask, client: FlaskClient, codes: TOTP) -> None:
    code = codes.generate().token
    answers = []
    for visitor in (client, app.test_client()):
        with_password(visitor)
        answers.append(post(visitor, CODE, {"code": code}).status_code)
    assert answers == [302, 400]


@pytest.mark.parametrize("code", ["", "000000", "abc", "0" * 500, "１２３４５６", "nul\0"])
def test_a_wrong_code_is_refused(client: FlaskClient, codes: TOTP, code: str) -> None:
    with_password(client)
    answer = post(client, CODE, {"code": code})
    assert (answer.status_code, client.get(HOME).status_code) == (400, 302)


def test_an_old_code_is_refused(client: FlaskClient, codes: TOTP) -> None:
    code = codes.generate(time=datetime.now(UTC) - timedelta(minutes=3)).token
    with_password(client)
    assert post(client, CODE, {"code": code}).status_code == 400


def test_codes_are_not_guessed_from_many_addresses(client: FlaskClient, codes: TOTP) -> None:
    with_password(client)
    token = TOKEN.search(client.get(CODE).text)
    assert token
    statuses = [
        client.post(
            CODE,
            data={"csrf_token": token[1], "code": f"{number:06}"},
            environ_overrides={"REMOTE_ADDR": f"192.0.2.{number}"},
        ).status_code
        for number in range(12)
    ]
    assert statuses == [400] * 8 + [429] * 4


def test_the_page_for_codes_opens_only_after_a_password(client: FlaskClient) -> None:
    for page in (CODE, RECOVERY):
        assert client.get(page).location == SIGN_IN


def test_a_recovery_code_works_once(app: Flask, client: FlaskClient, codes: TOTP) -> None:
    account = db.session.scalars(db.select(Account)).one()
    sign_in(client, account)
    page = post(client, "/en/account/recovery-codes", {"generate_new_codes": "yes"}).text
    code = page.partition("<li><code>")[2].partition("<")[0]
    answers = []
    for given in ("wrong", code, code):
        visitor = app.test_client()
        with_password(visitor)
        answers.append(post(visitor, RECOVERY, {"code": given}).status_code)
    assert answers == [400, 302, 400]
    db.session.rollback()
    assert code not in (account.mf_recovery_codes or [])


def test_codes_are_turned_on_only_by_a_code_and_the_owner_hears_of_it(
    client: FlaskClient, account: Account, said: Facts
) -> None:
    sign_in(client, account)
    page = post(client, CODES, {"setup": "authenticator"}).text
    secret = page.partition('account-secret">')[2].partition("<")[0].replace("-", "")
    action = page.partition('action="/en/account/codes/')[2].partition('"')[0]
    confirm = f"{CODES}/{action}"
    post(client, CODES, {"code": "000000"}, to=confirm)
    db.session.rollback()
    assert (account.tf_primary_method, said) == (None, [])
    post(client, CODES, {"code": TOTP(secret).generate().token}, to=confirm)
    db.session.rollback()
    assert account.tf_primary_method == "authenticator"
    assert [(fact.what, fact.address) for fact in said if isinstance(fact, SecurityNotice)] == [
        (Notice.TWO_FACTOR_ON, EMAIL)
    ]


def test_the_picture_is_of_the_secret_being_set_up(client: FlaskClient, account: Account) -> None:
    picture = f"{CODES}/picture.svg"
    assert client.get(picture).status_code == 302
    sign_in(client, account)
    assert client.get(picture).status_code == 404
    post(client, CODES, {"setup": "authenticator"})
    answer = client.get(picture)
    assert (answer.mimetype, answer.headers["Cache-Control"]) == (
        "image/svg+xml",
        "private, no-store",
    )


@pytest.mark.parametrize("page", ["password", "codes", "passkeys", "recovery-codes", "address"])
def test_after_a_while_changing_the_ways_in_asks_who_it_is(
    client: FlaskClient, account: Account, page: str
) -> None:
    sign_in(client, account)
    with client.session_transaction() as session:
        session["fs_paa"] -= 3600 * 2
    answer = client.get(f"/en/account/{page}")
    if page == "password":
        assert answer.status_code == 200  # it asks for the password itself
        return
    assert answer.location.startswith("/en/account/confirm?next=")
    confirmed = post(client, answer.location, {"password": PASSWORD, "next": f"/en/account/{page}"})
    assert confirmed.location == f"/en/account/{page}"
    assert client.get(f"/en/account/{page}").status_code == 200


def credentials() -> Iterator[str]:
    """What a browser might send in place of a passkey."""
    yield from ("", "{", "null", "1", "[]", '"x"', "{}", "[" * 50_000, "nul\0")
    values: tuple[object, ...] = (None, 1, "", "é", [], {}, "A" * 100_000)
    for key in ("id", "rawId", "response", "type", "clientExtensionResults"):
        for value in values:
            whole = {
                "id": "QUFB",
                "rawId": "QUFB",
                "type": "public-key",
                "response": {
                    "clientDataJSON": "e30",
                    "attestationObject": "oA",
                    "authenticatorData": "QUFB",
                    "signature": "QUFB",
                },
            }
            yield json.dumps(whole | {key: value})


def test_nonsense_in_place_of_a_passkey_is_refused(client: FlaskClient, account: Account) -> None:
    page = "/en/account/sign-in/passkey"
    start = post(client, page, {}).text
    answer_to = page + start.partition(f'action="{page}')[2].partition('"')[0]
    token = TOKEN.search(start)
    assert token
    for credential in credentials():
        data = {"csrf_token": token[1], "credential": credential}
        answer = client.post(answer_to, data=data)
        assert (answer.status_code, answer.location) == (302, page), credential[:80]
    assert client.get(HOME).status_code == 302


def test_nonsense_in_place_of_a_new_passkey_is_refused(
    client: FlaskClient, account: Account
) -> None:
    sign_in(client, account)
    page = "/en/account/passkeys"
    start = post(client, page, {"name": "mine"}).text
    answer_to = page + start.partition(f'action="{page}')[2].partition('"')[0]
    for credential in credentials():
        answer = post(client, HOME, {"credential": credential}, to=answer_to)
        assert (answer.status_code, answer.location) == (302, page), credential[:80]


@pytest.mark.parametrize("name", ["", "x" * 65, "a<b>", "nul\0"])
def test_a_name_that_a_passkey_cannot_have_is_refused(
    client: FlaskClient, account: Account, name: str
) -> None:
    sign_in(client, account)
    answer = post(client, "/en/account/passkeys", {"name": name})
    assert (answer.status_code, 'role="alert"' in answer.text) == (400, True)


def test_a_challenge_lasts_a_minute(client: FlaskClient, account: Account) -> None:
    page = "/en/account/sign-in/passkey"
    start = post(client, page, {}).text
    answer_to = page + start.partition(f'action="{page}')[2].partition('"')[0]
    with time_machine.travel(datetime.now(UTC) + timedelta(minutes=2)):
        answer = post(client, SIGN_IN, {"credential": "{}"}, to=answer_to, follow_redirects=True)
    assert "That took too long." in answer.text
