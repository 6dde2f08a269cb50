"""Signing in as people do: by password, passkey and code; and every page of accounts by axe."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from flask import Flask
from flask_security.utils import hash_password
from passlib.totp import TOTP
from playwright.sync_api import Browser, BrowserContext, Page, expect
from sqlalchemy import select
from werkzeug.serving import make_server

from eventapp.accounts import facts, links, team
from eventapp.accounts.models import Account
from eventapp.accounts.rights import EventRole
from eventapp.app import create_app
from eventapp.events.models import Event
from eventapp.plumbing.database import db, unit_of_work
from eventapp.values.language import Language
from tests.browser.conftest import NARROW, WIDE
from tests.browser.test_accessibility import faults
from tests.builders import a_summit, an_account
from tests.conftest import settings_for

pytestmark = pytest.mark.browser

EMAIL, PASSWORD = "alix@example.org", "correct horse battery staple"


@pytest.fixture
def house(migrated_sqlite: Path, tmp_path: Path) -> Iterator[tuple[Flask, str]]:
    """A site of its own, at a name that passkeys can be bound to, with one owner of one event."""
    file = tmp_path / "eventapp.sqlite"
    shutil.copy(migrated_sqlite, file)
    settings = settings_for(f"sqlite:///{file}", tmp_path)
    app = create_app(replace(settings, base_url="http://localhost"))
    with app.app_context():
        password = hash_password(PASSWORD)
        event = a_summit()
        an_account(event, EventRole.OWNER, email=EMAIL, password=password, is_administrator=True)
        db.session.commit()
        db.session.remove()
    server = make_server("127.0.0.1", 0, app, threaded=True)
    Thread(target=server.serve_forever, daemon=True).start()
    yield app, f"http://localhost:{server.server_port}"
    server.shutdown()
    with app.app_context():
        db.engine.dispose()


@pytest.fixture
def context(house: tuple[Flask, str], browser: Browser) -> Iterator[BrowserContext]:
    """A browser whose complaints, such as a policy that is not kept, fail the test."""
    complaints: list[str] = []
    context = browser.new_context(base_url=house[1], viewport=WIDE)  # type: ignore[arg-type]
    context.on("weberror", lambda error: complaints.append(str(error.error)))
    context.on(
        "console", lambda said: complaints.extend([said.text] * ("Security Policy" in said.text))
    )
    yield context
    context.close()
    assert complaints == []


def with_password(page: Page) -> None:
    """From the page for signing in to whatever comes after it."""
    page.get_by_label("E-mail address").fill(EMAIL)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()


def sign_out(page: Page) -> None:
    page.get_by_role("button", name="Sign out").click()
    expect(page.get_by_role("heading", name="Sign in")).to_be_visible()


def test_a_passkey_is_added_and_signs_in_without_anything_typed(context: BrowserContext) -> None:
    page = context.new_page()
    tools = context.new_cdp_session(page)
    tools.send("WebAuthn.enable")
    device = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
    }
    tools.send("WebAuthn.addVirtualAuthenticator", {"options": device})
    page.goto("/en/account/passkeys")
    with_password(page)
    page.get_by_label("Name of the new passkey").fill("office laptop")
    page.get_by_role("button", name="Add a passkey").click()
    expect(page.get_by_text("The passkey “office laptop” is ready.")).to_be_visible()
    sign_out(page)
    page.get_by_role("button", name="Sign in with a passkey").click()
    expect(page.get_by_role("heading", name="My events")).to_be_visible()
    page.goto("/en/account/passkeys")
    page.get_by_role("button", name="Remove office laptop").click()
    expect(page.get_by_text("The passkey “office laptop” is removed.")).to_be_visible()
    sign_out(page)
    page.get_by_role("button", name="Sign in with a passkey").click()
    expect(page.get_by_text("This passkey is not known here.")).to_be_visible()


def test_codes_are_set_up_asked_for_and_replaced_by_a_recovery_code(
    context: BrowserContext,
) -> None:
    page = context.new_page()
    page.goto("/en/account/codes")
    with_password(page)
    page.get_by_role("button", name="Set up an application").click()
    picture = page.get_by_role("img", name="Picture for the application")
    assert picture.evaluate("image => image.decode().then(() => image.naturalWidth)") > 100
    codes = TOTP(page.locator("code").inner_text().replace("-", ""))
    page.get_by_label("The code that it shows now").fill(codes.generate().token)
    page.get_by_role("button", name="Turn codes on").click()
    expect(page.get_by_text("signing in asks for a code")).to_be_visible()
    page.get_by_role("link", name="Manage recovery codes").click()
    page.get_by_role("button", name="Make recovery codes").click()
    recovery = page.locator(".account-codes code").first.inner_text()
    sign_out(page)
    with_password(page)
    expect(page.get_by_role("heading", name="Code from your application")).to_be_visible()
    page.get_by_role("link", name="Use a recovery code").click()
    page.get_by_label("One of the codes that you kept").fill(recovery)
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("heading", name="My events")).to_be_visible()


OUTSIDE = ("sign-in", "sign-in/link", "forgotten-password", "link/none", "sign-in/passkey")
INSIDE = ("", "address", "password", "passkeys", "codes", "recovery-codes", "confirm", "all")


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("look", ["light", "dark"])
def test_every_page_of_accounts_is_accessible(
    house: tuple[Flask, str], context: BrowserContext, language: str, look: str
) -> None:
    page = context.new_page()
    if look == "dark":
        page.emulate_media(color_scheme="dark")
        page.set_viewport_size(NARROW)  # type: ignore[arg-type]
    outside = [f"/{language}/account/{path}" for path in OUTSIDE]
    wrong = dict(_read(page, [*outside, *_secret(house[0], language)]))
    page.goto("/en/account/sign-in")
    with_password(page)
    expect(page.get_by_role("heading", name="My events")).to_be_visible()
    inside = [f"/{language}/account/{path}" for path in INSIDE]
    wrong |= dict(_read(page, [*inside, f"/{language}/manage/summit/team"]))
    assert wrong == {}


def _read(page: Page, addresses: list[str]) -> Iterator[tuple[str, list[str]]]:
    """What is wrong with each page: for axe, or by being wider than the window."""
    for address in addresses:
        page.goto(address)
        found = faults(page)
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            found.append("wider than the window")
        if found:
            yield address, found


def _secret(app: Flask, language: str) -> list[str]:
    """The pages behind the links in letters."""
    letters: list[Any] = []
    for kind in (facts.SignInLinkAsked, facts.AddressChangeAsked, facts.InvitationMade):
        app.extensions["facts"][kind] = [letters.append]
    with app.test_request_context(f"/{language}/"), unit_of_work():
        account = db.session.scalars(select(Account)).one()
        account.language = Language(language)
        links.ask_for_sign_in_link(EMAIL, now=datetime.now(UTC))
        links.ask_for_address(account, "other@example.org", now=datetime.now(UTC))
        team.invite(
            db.session.scalars(select(Event)).one(),
            "noa@example.org",
            "Noa",
            [EventRole.PROGRAMME],
            language=account.language,
            invited_by="Alix",
            now=datetime.now(UTC),
        )
        password = links.password_link(account, now=datetime.now(UTC))
    found = [letter.link for letter in letters]
    return [link.removeprefix("http://localhost") for link in (*found, password)]
