"""The translation desk and the release desk in a real browser."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Browser, Page, expect
from werkzeug.serving import make_server

from eventapp.accounts.rights import EventRole
from eventapp.app import create_app
from eventapp.plumbing.database import db
from eventapp.translation.terms import add_term
from eventapp.values.bilingual import Bilingual
from tests.browser.conftest import NARROW
from tests.browser.test_accessibility import faults
from tests.browser.test_board import Office
from tests.builders import (
    FIRST_DAY,
    a_person,
    a_release,
    a_room,
    a_session,
    a_span,
    a_summit,
    a_track,
    an_account,
)
from tests.conftest import settings_for

pytestmark = pytest.mark.browser

DESKS = "/en/manage/summit"


@pytest.fixture
def desks(migrated_sqlite: Path, tmp_path: Path, browser: Browser) -> Iterator[Office]:
    """A served site with a summit that has one release, and much to do since."""
    file = tmp_path / "eventapp.sqlite"
    file.write_bytes(migrated_sqlite.read_bytes())
    settings = replace(settings_for(f"sqlite:///{file}", tmp_path), base_url="http://127.0.0.1")
    app = create_app(settings)
    with app.app_context():
        _fill()
        db.session.remove()
    server = make_server("127.0.0.1", 0, app, threaded=True)
    Thread(target=server.serve_forever, daemon=True).start()
    office = Office(app, f"http://127.0.0.1:{server.server_port}", browser, [], [])
    yield office
    for context in office.contexts:
        context.close()
    server.shutdown()
    with app.app_context():
        db.engine.dispose()
    assert office.complaints == []


def _fill() -> None:
    event = a_summit()
    hall, track = a_room(event, "Hall"), a_track(event)
    panel = a_session(
        event,
        "ETHICS",
        room=hall,
        track=track,
        people=(a_person("Zoé Été", code="zoe"),),
        title=Bilingual("Éthique des données", "Data Ethics"),
        abstract=Bilingual(
            "Les modèles d’intelligence artificielle et leurs **données**.",
            "Artificial intelligence models and their **data**.",
        ),
    )
    opening = a_session(event, "OPEN", at="08:00", room=hall)
    a_release(event)
    panel.span = a_span(event, "11:00")
    panel.abstract = Bilingual(
        "Les grands modèles d’intelligence artificielle et leurs données ouvertes.",
        panel.abstract.en,
    )
    panel.texts_due_on = FIRST_DAY - timedelta(days=7)
    opening.title = Bilingual("Cérémonie d’ouverture", "")
    add_term(Bilingual("intelligence artificielle", "artificial intelligence"), "never “AI” alone")
    add_term(Bilingual("modèle", "model"), "")
    an_account(event, EventRole.TRANSLATION, email="tom@example.org")
    an_account(event, EventRole.OWNER, email="ola@example.org")
    db.session.commit()


def rows(page: Page) -> int:
    return page.locator(".desk-lines tbody tr").count()


def test_a_translator_works_through_the_queue_by_keyboard(desks: Office) -> None:
    page = desks.opens(f"{DESKS}/texts?in=en", who="tom")
    assert rows(page) == 2
    page.get_by_role("link", name="Data Ethics, abstract").click()
    expect(page.locator("mark").first).to_have_text("modèles")
    expect(page.locator(".difference ins").first).to_contain_text("grands")
    page.get_by_label("English").fill("Large models and their open data.")
    page.keyboard.press("Control+Enter")
    expect(page.get_by_role("status")).to_have_text("Saved and approved.")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Cérémonie d’ouverture")
    page.get_by_label("English").fill("Opening Ceremony")
    page.get_by_role("button", name="Save and approve").click()
    expect(page.locator("main")).to_contain_text("every text that was asked for is approved")


def test_texts_are_chosen_and_approved_together(desks: Office) -> None:
    page = desks.opens(f"{DESKS}/texts", who="tom")
    page.get_by_role("button", name="Choose all on this page").click()
    expect(page.locator("[data-chosen-count]")).to_have_text("3 chosen")
    page.get_by_role("button", name="Approve what is chosen").click()
    expect(page.get_by_role("status").first).to_have_text("3 texts approved.")
    assert rows(page) == 1


def test_the_desks_work_without_scripts(desks: Office) -> None:
    page = desks.opens(f"{DESKS}/releases", who="ola", java_script_enabled=False)
    page.get_by_label("French").fill("Nouvelle heure")
    page.get_by_label("Publish with gaps").check()
    page.get_by_role("button", name="Publish").click()
    expect(page.get_by_role("status")).to_contain_text("Release 2: published")
    page.get_by_role("link", name="See 1").click()
    expect(page.get_by_role("complementary", name="Not public")).to_contain_text("Release 1")
    page.get_by_role("link", name="See the agenda").click()
    page.get_by_role("link", name="Data Ethics").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Data Ethics")
    assert "/releases/1/view/sessions/ETHICS" in page.url
    page.get_by_role("link", name="Back to the releases").click()
    page.get_by_role("link", name="Withdraw 2").click()
    page.get_by_label("French").fill("Retirée")
    page.get_by_label("English").fill("Withdrawn")
    page.get_by_role("button", name="Withdraw").click()
    expect(page.get_by_role("row", name="3 current")).to_be_visible()


def test_the_desks_are_accessible_and_fit_a_phone(desks: Office) -> None:
    unit = desks.opens(f"{DESKS}/texts?kind=session", who="tom")
    text = unit.locator(".desk-lines a").first.get_attribute("href") or ""
    for path, who in (
        ("texts", "tom"),
        (text.removeprefix(f"{DESKS}/"), "tom"),
        ("texts/glossary", "tom"),
        ("releases", "ola"),
        ("releases/compare", "ola"),
        ("releases/1/withdraw", "ola"),
        ("releases/1/restore", "ola"),
        ("releases/draft/view/agenda", "ola"),
    ):
        for language in ("en", "fr"):
            page = desks.opens(f"/{language}/manage/summit/{path}", who=who, viewport=NARROW)
            assert (path, faults(page)) == (path, [])
            assert page.evaluate("document.documentElement.scrollWidth") <= NARROW["width"], path
            page.context.close()
