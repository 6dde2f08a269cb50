"""Signing in by password, and out; what a session survives and what it does not."""

import re
from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from eventapp.accounts import administering
from eventapp.accounts.models import Account, SignIn
from eventapp.plumbing.database import db, unit_of_work
from tests.builders import an_account
from tests.web.accounts.conftest import EMAIL, PASSWORD
from tests.web.workspace.posting import post

SIGN_IN, SIGN_OUT, HOME = "/en/account/sign-in", "/en/account/sign-out", "/en/manage/"
COOKIE = "__Host-session"


def sign_in(client: FlaskClient, password: str = PASSWORD, **more: str) -> TestResponse:
    return post(client, SIGN_IN, {"email": EMAIL, "password": password, **more})


def cookie(client: FlaskClient) -> str:
    found = client.get_cookie(COOKIE)
    return found.value if found else ""


def is_signed_in(client: FlaskClient) -> bool:
    return client.get(HOME).status_code == 200


def with_cookie(app: Flask, value: str) -> FlaskClient:
    other = app.test_client()
    other.set_cookie(COOKIE, value)
    return other


def test_who_knows_the_password_gets_in_and_where_they_wanted(
    client: FlaskClient, account: Account
) -> None:
    asked = client.get("/en/account/?tab=1")
    assert asked.location == "/en/account/sign-in?next=/en/account/?tab%3D1"
    page = client.get(asked.location)
    assert 'name="next" value="/en/account/?tab=1"' in page.text
    answer = sign_in(client, next="/en/account/?tab=1")
    assert (answer.status_code, answer.location) == (302, "/en/account/?tab=1")
    assert is_signed_in(client)


def test_an_address_is_known_in_any_case(client: FlaskClient, account: Account) -> None:
    assert sign_in(client, email=EMAIL.upper()).status_code == 302


WRONG = "The address or the password is not right."
WRONG_FR = "L’adresse ou le mot de passe n’est pas le bon."


@pytest.mark.parametrize(
    ("email", "password", "page", "words"),
    [
        (EMAIL, "wrong", SIGN_IN, WRONG),
        (EMAIL, "wrong", "/fr/account/sign-in", WRONG_FR),
        (EMAIL, "", SIGN_IN, WRONG),
        ("nobody@example.org", PASSWORD, SIGN_IN, WRONG),
        ("no address", PASSWORD, "/fr/account/sign-in", WRONG_FR),
        ("", "", SIGN_IN, WRONG),
        ("a" * 5000 + "@example.org", "b" * 5000, SIGN_IN, WRONG),
        ("nul\0@example.org", "nul\0", SIGN_IN, WRONG),
        ("closed@example.org", PASSWORD, SIGN_IN, WRONG),
        ("link-only@example.org", PASSWORD, SIGN_IN, WRONG),
    ],
)
def test_every_wrong_guess_reads_the_same(
    client: FlaskClient, account: Account, email: str, password: str, page: str, words: str
) -> None:
    an_account(email="closed@example.org", password=account.password, active=False)
    an_account(email="link-only@example.org")
    db.session.commit()
    answer = post(client, page, {"email": email, "password": password})
    assert answer.status_code == 400
    assert re.findall(r'role="alert">\s*<p>(.*?)</p>\s*</div>', answer.text) == [words]


def test_the_session_gets_another_name_at_signing_in(
    app: Flask, client: FlaskClient, account: Account
) -> None:
    client.get(SIGN_IN)
    planted = cookie(client)
    sign_in(client)
    assert cookie(client) not in {"", planted}
    assert not is_signed_in(with_cookie(app, planted))


def test_a_session_is_dead_after_signing_out(
    app: Flask, client: FlaskClient, account: Account
) -> None:
    sign_in(client)
    kept = cookie(client)
    assert post(client, HOME, {}, to=SIGN_OUT).location == SIGN_IN
    assert (is_signed_in(client), is_signed_in(with_cookie(app, kept))) == (False, False)


def test_a_request_under_way_does_not_bring_a_session_back(
    app: Flask, client: FlaskClient, account: Account
) -> None:
    sign_in(client)
    kept = cookie(client)
    other = with_cookie(app, kept)
    with other.session_transaction() as session:
        post(client, HOME, {}, to=SIGN_OUT)
        session["seen"] = "late"
    assert not is_signed_in(with_cookie(app, kept))


@pytest.mark.parametrize(
    "deed", [administering.close, db.session.delete], ids=["closing", "removal"]
)
def test_sessions_end_with_the_account(
    app: Flask, client: FlaskClient, account: Account, deed: Callable[[Account], None]
) -> None:
    sign_in(client)
    with unit_of_work():
        deed(account)
    assert not is_signed_in(client)


def test_sessions_of_a_closed_account_stay_dead_when_it_is_opened_again(
    client: FlaskClient, account: Account
) -> None:
    sign_in(client)
    for deed in (administering.close, administering.reopen):
        with unit_of_work():
            deed(account)
    assert not is_signed_in(client)


def test_another_password_ends_all_other_sessions(
    app: Flask, client: FlaskClient, account: Account
) -> None:
    elsewhere = app.test_client()
    sign_in(elsewhere)
    sign_in(client)
    before = cookie(client)
    new = "another horse battery staple"
    page = "/en/account/password"
    data = {"password": PASSWORD, "new_password": new, "new_password_confirm": new}
    answer = post(client, page, data, follow_redirects=True)
    assert "Your password is changed." in answer.text
    assert (is_signed_in(client), is_signed_in(elsewhere)) == (True, False)
    assert not is_signed_in(with_cookie(app, before))
    assert sign_in(app.test_client(), new).status_code == 302


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"password": "wrong"}, "The password is not right."),
        ({"password": ""}, "Please give a password."),
        ({"new_password": "short", "new_password_confirm": "short"}, "between 12 and 128"),
        ({"new_password_confirm": "something else altogether"}, "are not the same"),
        ({"new_password": PASSWORD, "new_password_confirm": PASSWORD}, "the same as the one"),
        ({"new_password": EMAIL, "new_password_confirm": EMAIL}, "too easy to guess"),
        ({"new_password": "x" * 129, "new_password_confirm": "x" * 129}, "and 128 characters"),
    ],
)
def test_a_password_that_cannot_be_is_refused_beside_its_field(
    client: FlaskClient, account: Account, typed: dict[str, str], told: str
) -> None:
    sign_in(client)
    new = "another horse battery staple"
    data = {"password": PASSWORD, "new_password": new, "new_password_confirm": new} | typed
    answer = post(client, "/en/account/password", data)
    errors = " ".join(re.findall(r'field-errors".*?</ul>', answer.text, re.DOTALL))
    assert (answer.status_code, told in errors) == (400, True)


def test_the_cookie_is_for_this_host_and_no_script(client: FlaskClient, account: Account) -> None:
    header = sign_in(client).headers["Set-Cookie"]
    parts = header.split("; ")
    assert parts[0].startswith("__Host-session=")
    assert {"Secure", "HttpOnly", "SameSite=Lax", "Path=/"} <= set(parts)
    assert "Domain" not in header


def test_expired_sessions_are_swept_out(client: FlaskClient, account: Account) -> None:
    old = SignIn(key="0" * 64, content=b"", expires_at=account.created_at)
    db.session.add(old)
    db.session.commit()
    sign_in(client)
    db.session.expire_all()
    assert db.session.get(SignIn, "0" * 64) is None


def test_what_is_kept_of_a_session_does_not_sign_in(
    app: Flask, client: FlaskClient, account: Account
) -> None:
    sign_in(client)
    keys = db.session.scalars(db.select(SignIn.key)).all()
    assert cookie(client) not in keys
    assert not any(is_signed_in(with_cookie(app, key)) for key in keys)


def test_who_is_signed_in_is_kept_by_no_cache(client: FlaskClient, account: Account) -> None:
    sign_in(client)
    pages = (HOME, "/en/account/", "/en/account/password", "/en/account/passkeys")
    assert {client.get(page).headers["Cache-Control"] for page in pages} == {"private, no-store"}
