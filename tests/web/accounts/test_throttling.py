"""Guessing gets nowhere, tells nothing, and locks nobody else out."""

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from eventapp.accounts.models import Account
from tests.web.accounts.conftest import EMAIL, PASSWORD, Facts
from tests.web.workspace.posting import token_on

SIGN_IN, ASK = "/en/account/sign-in", "/en/account/sign-in/link"
FORWARDING = ("X-Forwarded-For", "Forwarded", "X-Real-IP", "X-Client-IP", "CF-Connecting-IP")


class Guesser:
    """Somebody at one address who tries to get in."""

    def __init__(self, client: FlaskClient, address: str = "192.0.2.1") -> None:
        self.client, self.place = client, {"REMOTE_ADDR": address}
        self.token = token_on(client, SIGN_IN)

    def guess(
        self, email: str = EMAIL, password: str = "wrong", headers: dict[str, str] | None = None
    ) -> TestResponse:
        data = {"csrf_token": self.token, "email": email, "password": password}
        return self.client.post(SIGN_IN, data=data, headers=headers, environ_overrides=self.place)


def test_guessing_ends_before_the_tenth_try(client: FlaskClient, account: Account) -> None:
    guesser = Guesser(client)
    statuses = [guesser.guess().status_code for _ in range(20)]
    assert statuses == [400] * 4 + [429] * 16
    assert guesser.guess(password=PASSWORD).status_code == 429


@pytest.mark.parametrize("name", FORWARDING)
def test_an_address_that_a_guesser_names_changes_nothing(
    client: FlaskClient, account: Account, name: str
) -> None:
    guesser = Guesser(client)
    prefix = "for=" if name == "Forwarded" else ""
    headers = [{name: f"{prefix}198.51.100.{number}"} for number in range(6)]
    statuses = [guesser.guess(headers=each).status_code for each in headers]
    assert statuses[-1] == 429


def test_one_subscriber_is_one_guesser_in_ipv6(client: FlaskClient, account: Account) -> None:
    statuses = [
        Guesser(client, f"2001:db8:0:1::{number:x}").guess().status_code for number in range(8)
    ]
    assert statuses[-1] == 429
    assert Guesser(client, "2001:db8:0:2::1").guess().status_code == 400


def test_guesses_from_elsewhere_lock_nobody_out(
    app: Flask, client: FlaskClient, account: Account
) -> None:
    evil = Guesser(client)
    for _ in range(10):
        evil.guess()
    owner = Guesser(app.test_client(), "203.0.113.9")
    assert owner.guess(password=PASSWORD).status_code == 302


def test_who_gets_in_was_no_guesser(app: Flask, account: Account) -> None:
    statuses = [Guesser(app.test_client()).guess(password=PASSWORD).status_code for _ in range(8)]
    assert statuses == [302] * 8


def test_trying_many_accounts_from_one_address_is_stopped(
    client: FlaskClient, account: Account
) -> None:
    guesser = Guesser(client)
    statuses = [guesser.guess(f"nobody{number}@example.org").status_code for number in range(60)]
    assert statuses == [400] * 40 + [429] * 20


def test_letters_are_not_sent_without_end(
    client: FlaskClient, account: Account, said: Facts
) -> None:
    token = token_on(client, ASK)
    for address, expected in ((EMAIL, 5), ("nobody@example.org", 5)):
        statuses = [
            client.post(ASK, data={"csrf_token": token, "email": address}).status_code
            for _ in range(8)
        ]
        assert statuses == [200] * expected + [429] * 3
    assert len(said) == 5
