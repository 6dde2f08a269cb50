"""Organizers at their forms, in a real browser, by the keyboard alone."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from threading import Thread

import pytest
from flask import Flask
from playwright.sync_api import Browser, Dialog, Page, expect
from werkzeug.serving import make_server

from eventapp.accounts.rights import EventRole
from eventapp.app import create_app
from eventapp.plumbing.database import db
from tests.browser.test_accessibility import faults
from tests.builders import (
    a_delegation,
    a_member,
    a_participant,
    a_person,
    a_room,
    a_session,
    a_summit,
    an_account,
    sign_in,
)
from tests.conftest import settings_for

pytestmark = pytest.mark.browser


@pytest.fixture
def organizer(migrated_sqlite: Path, tmp_path: Path, browser: Browser) -> Iterator[Page]:
    """A browser that is signed in to the workspace of a summit."""
    file = tmp_path / "eventapp.sqlite"
    file.write_bytes(migrated_sqlite.read_bytes())
    settings = replace(settings_for(f"sqlite:///{file}", tmp_path), base_url="http://127.0.0.1")
    app = create_app(settings)
    server = make_server("127.0.0.1", 0, app, threaded=True)
    Thread(target=server.serve_forever, daemon=True).start()
    context = browser.new_context(base_url=f"http://127.0.0.1:{server.server_port}")
    name, value = _signed_in(app)
    context.add_cookies([{"name": name, "value": value, "domain": "127.0.0.1", "path": "/"}])
    page = context.new_page()
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda said: complaints.extend([said.text] * (said.type == "error")))
    yield page
    context.close()
    server.shutdown()
    with app.app_context():
        db.engine.dispose()
    assert [said for said in complaints if "409 (CONFLICT)" not in said] == []


def _signed_in(app: Flask) -> tuple[str, str]:
    """A summit with an organizer, and the cookie of their session."""
    with app.app_context():
        event = a_summit()
        a_room(event, "Hall")
        zoe = a_person("Zoé Été", code="zoe")
        a_session(event, "OPEN", people=(zoe,))
        a_session(event, "CLASH", people=(zoe,))
        a_person("Zoé Étée", code="twin")
        a_member(a_delegation(event), a_participant(event, zoe).person)
        client = app.test_client()
        sign_in(client, an_account(event, EventRole.OWNER))
        name = app.config["SESSION_COOKIE_NAME"]
        cookie = client.get_cookie(name)
        assert cookie
        db.session.remove()
        return name, cookie.value


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def tab_to(page: Page, selector: str) -> None:
    """Tabs until the element has the focus."""
    for _ in range(120):
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
        press(page, "Tab")
    raise AssertionError(f"{selector} cannot be reached by the keyboard")


def test_a_session_is_made_in_two_languages_by_the_keyboard_alone(organizer: Page) -> None:
    page = organizer
    page.goto("/en/manage/summit/sessions")
    tab_to(page, "a[href$='/sessions/new']")
    press(page, "Enter")
    page.wait_for_url("**/sessions/new")
    tab_to(page, "#title-en")
    page.keyboard.type("Boreal Forests")
    tab_to(page, "#title-fr")
    page.keyboard.type("Forêts boréales")
    tab_to(page, "#abstract-en")
    page.keyboard.type("A *good* session.")
    preview = page.locator("#abstract-en-preview em")
    expect(preview).to_have_text("good")
    tab_to(page, "#day")
    page.evaluate("document.getElementById('day').value = '2024-12-03'")
    tab_to(page, "#start")
    page.keyboard.type("14 h 30")
    tab_to(page, "#end")
    page.keyboard.type("3:30 pm")
    tab_to(page, "#person-search")
    page.keyboard.type("ete")
    expect(page.locator("#found .found-person")).to_have_count(2)
    press(page, "Enter")
    expect(page.locator("#found .found-person").first).to_be_focused()
    press(page, "Enter")
    expect(page.locator(".person-row legend")).to_contain_text("Zoé Été")
    expect(page.locator("#person-search")).to_be_focused()
    expect(page.locator("#title-fr")).to_have_value("Forêts boréales")
    tab_to(page, ".sheet-actions button")
    press(page, "Enter")
    page.wait_for_url("**/sessions/boreal-forests")
    expect(page.get_by_role("status")).to_have_text("Saved.")
    expect(page.locator(".person-row")).to_have_count(1)

    tab_to(page, "[data-undo] button")
    press(page, "Enter")
    page.wait_for_url("**/sessions")
    expect(page.get_by_role("link", name="Boreal Forests")).to_have_count(0)


def test_a_page_with_unsaved_changes_asks_before_it_is_left(organizer: Page) -> None:
    organizer.goto("/en/manage/summit/sessions/OPEN")
    organizer.locator("#title-en").fill("Changed")
    asked: list[str] = []

    def answer(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.accept()

    organizer.on("dialog", answer)
    organizer.goto("/en/manage/summit/sessions")
    assert asked == ["beforeunload"]


PAGES = (
    "sessions",
    "sessions/new",
    "sessions/OPEN",
    "sessions/OPEN/remove",
    "tracks",
    "tracks/new",
    "places",
    "places/rooms/hall",
    "places/new-venue",
    "people",
    "people/zoe",
    "people/duplicates",
    "people/zoe/merge/twin",
    "organisations",
    "organisations/new",
    "papers",
    "papers/badges",
    "settings",
    "copy",
    "team",
    "log",
    "letters",
    "conflicts",
    "rules",
    "",
)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_page_is_accessible_and_fits_a_phone(organizer: Page, language: str) -> None:
    found: list[str] = []
    for path in PAGES:
        organizer.goto(f"/{language}/manage/summit/{path}")
        found += [f"{path}: {fault}" for fault in faults(organizer)]
        organizer.set_viewport_size({"width": 320, "height": 640})
        if organizer.evaluate("document.documentElement.scrollWidth - innerWidth") > 0:
            found.append(f"{path}: wider than a phone")
        organizer.set_viewport_size({"width": 1280, "height": 900})
    assert found == []


def test_a_stale_form_is_accessible(organizer: Page) -> None:
    organizer.goto("/en/manage/summit/sessions/OPEN")
    other = organizer.context.new_page()
    other.goto("/en/manage/summit/sessions/OPEN")
    for page, title in ((other, "Theirs"), (organizer, "Mine")):
        page.locator("#title-en").fill(title)
        page.locator(".sheet-actions button").click()
        page.wait_for_load_state("networkidle")
    expect(organizer.locator(".clash-text")).to_have_text(["Mine", "Theirs"])
    assert faults(organizer) == []
