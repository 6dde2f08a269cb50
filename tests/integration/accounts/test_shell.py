"""Accounts from the shell."""

from flask import Flask
from flask.testing import FlaskClient

from eventapp.accounts import queries
from eventapp.plumbing.database import db
from tests.integration.test_cli import run
from tests.web.workspace.posting import post

NEW = ("user", "create", "Ada@Example.org", "--name", "Ada Exemple")
PASSWORD = "correct horse battery staple"


def test_the_first_administrator_chooses_a_password_by_a_link(
    app: Flask, client: FlaskClient
) -> None:
    said = run(app, *NEW, "--admin", "--language", "en").output
    link = said.split()[-1].removeprefix("https://events.example.org")
    assert link.startswith("/en/account/new-password/")
    assert post(client, link, {"password": PASSWORD}).status_code == 303
    data = {"email": "ada@example.org", "password": PASSWORD}
    assert post(client, "/en/account/sign-in", data).status_code == 302
    assert client.get("/en/account/all").status_code == 200


def test_a_password_is_asked_for_without_showing_it(app: Flask, client: FlaskClient) -> None:
    runner_input = f"{PASSWORD}\n{PASSWORD}\n"
    said = run(app, *NEW, "--ask-password", typed=runner_input)
    assert (said.exit_code, PASSWORD in said.output, "account/" in said.output) == (0, False, False)
    data = {"email": "ada@example.org", "password": PASSWORD}
    assert post(client, "/en/account/sign-in", data).status_code == 302


def test_a_weak_password_opens_no_account(app: Flask) -> None:
    said = run(app, *NEW, "--ask-password", typed="short\nshort\n")
    assert (said.exit_code, "between 12 and 128" in said.output) == (1, True)
    assert queries.account_of("ada@example.org") is None


def test_an_address_has_one_account(app: Flask) -> None:
    run(app, *NEW)
    again = run(app, *NEW)
    assert (again.exit_code, "has an account already" in again.output) == (1, True)
    wrong = run(app, "user", "create", "nobody", "--name", "N")
    assert (wrong.exit_code, "is not an e-mail address" in wrong.output) == (2, True)


def test_accounts_are_listed_and_closed(app: Flask) -> None:
    run(app, *NEW, "--admin")
    run(app, "user", "create", "bo@example.org", "--name", "Bo Exemple")
    last = run(app, "user", "close", "ada@example.org")
    assert (last.exit_code, "this is the last one" in last.output) == (1, True)
    assert run(app, "user", "close", "bo@example.org").exit_code == 0
    assert run(app, "user", "close", "bo@example.org").exit_code == 1
    db.session.rollback()
    listed = [line.split() for line in run(app, "user", "list").output.splitlines()]
    assert [[line[0], line[-1]] for line in listed] == [
        ["ada@example.org", "administrator"],
        ["bo@example.org", "closed"],
    ]
