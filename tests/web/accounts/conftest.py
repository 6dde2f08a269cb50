"""Somebody with a password, and the letters that would go out."""

from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient
from flask_security.utils import hash_password

from eventapp.accounts import facts
from eventapp.accounts.models import Account
from eventapp.plumbing.database import db
from tests.builders import an_account

EMAIL, PASSWORD = "alix@example.org", "correct horse battery staple"

Facts = list[object]


@pytest.fixture
def account(client: FlaskClient) -> Account:
    """Somebody who can sign in with EMAIL and PASSWORD."""
    someone = an_account(email=EMAIL, password=hash_password(PASSWORD))
    db.session.commit()
    return someone


@pytest.fixture
def said(app: Flask) -> Facts:
    """All facts about accounts, in the order in which they were announced."""
    heard: Facts = []
    kinds = (
        facts.AddressChangeAsked,
        facts.InvitationMade,
        facts.PasswordResetAsked,
        facts.SecurityNotice,
        facts.SignInLinkAsked,
    )
    for kind in kinds:
        app.extensions["facts"][kind] = [heard.append]
    return heard


@pytest.fixture
def last_link(said: Facts) -> Callable[[], str]:
    """The path of the link in the newest letter."""

    def path() -> str:
        link: str = said[-1].link  # type: ignore[attr-defined]
        return link.removeprefix("https://events.example.org")

    return path
