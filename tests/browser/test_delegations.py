"""A summit of delegations in a real browser: its desks, a liaison officer's phone, registration."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Browser, Page, expect
from sqlalchemy import select
from werkzeug.serving import make_server

from eventapp.accounts.rights import EventRole
from eventapp.app import create_app
from eventapp.delegations.models import Delegation
from eventapp.demonstration import summit
from eventapp.messages.models import Letter
from eventapp.participants.models import Participant
from eventapp.plumbing.database import db
from tests.browser.conftest import NARROW
from tests.browser.test_accessibility import faults
from tests.browser.test_board import Office
from tests.builders import an_access, an_account
from tests.conftest import settings_for

pytestmark = pytest.mark.browser

NOW = datetime(2026, 11, 1, 12, tzinfo=UTC)
SMALL = summit.Size(participants=70, delegations=3, requests=3)
SUMMIT = f"manage/{summit.SLUG}"
LIAISON = f"liaison/{summit.SLUG}/ca"
DESKS = (
    *("", "/participants", "/participants/new", "/participants/import", "/categories"),
    *("/registration", "/registration/questions", "/registration/policy"),
    *("/registration/invitations", "/registration/queue", "/registration/seats"),
    *("/delegations", "/delegations/ca", "/delegations/ca/agenda", "/parties"),
    *("/order", "/bilaterals", "/bilaterals/new", "/bilaterals/hours", "/bilaterals/proposals"),
    *("/movements", "/movements/new", "/board", "/papers", "/papers/badges", "/privacy"),
)
PHONE = ("", "/agenda", "/movements", "/meetings", "/meetings/new")


@pytest.fixture(scope="module")
def office(
    migrated_sqlite: Path, tmp_path_factory: pytest.TempPathFactory, browser: Browser
) -> Iterator[Office]:
    folder = tmp_path_factory.mktemp("delegations")
    file = folder / "eventapp.sqlite"
    file.write_bytes(migrated_sqlite.read_bytes())
    server = make_server("127.0.0.1", 0, lambda _environ, _start: [], threaded=True)
    address = f"http://127.0.0.1:{server.server_port}"
    app = create_app(replace(settings_for(f"sqlite:///{file}", folder), base_url=address))
    with app.app_context():
        event = summit.make(SMALL, now=NOW)
        an_account(event, EventRole.OWNER, email="ola@example.org")
        canada = db.session.scalars(select(Delegation).where(Delegation.code == "ca")).one()
        an_access(canada, an_account(email="lise@example.org"))
        db.session.commit()
        db.session.remove()
    server.app = app
    Thread(target=server.serve_forever, daemon=True).start()
    office = Office(app, address, browser, [], [])
    yield office
    for context in office.contexts:
        context.close()
    server.shutdown()
    with app.app_context():
        db.engine.dispose()
    assert office.complaints == []


def found_on(page: Page, paths: list[str]) -> dict[str, list[str]]:
    """What is wrong with pages: what axe finds, and whether they are wider than the screen."""
    wrong = {}
    for path in paths:
        answer = page.goto(path)
        assert answer is not None
        page.wait_for_load_state("networkidle")
        said = faults(page) if answer.status == 200 else [f"status {answer.status}"]
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            said.append("wider than the screen")
        wrong[path] = said
    return {path: said for path, said in wrong.items() if said}


def test_every_desk_is_accessible(office: Office) -> None:
    page = office.opens(f"/fr/{SUMMIT}", who="ola")
    assert found_on(page, [f"/fr/{SUMMIT}{desk}" for desk in DESKS]) == {}


def test_every_desk_is_accessible_in_the_dark_on_a_phone(office: Office) -> None:
    page = office.opens(f"/en/{SUMMIT}", who="ola", color_scheme="dark", viewport=NARROW)
    assert found_on(page, [f"/en/{SUMMIT}{desk}" for desk in DESKS]) == {}


def test_a_liaison_officer_works_on_a_phone(office: Office) -> None:
    page = office.opens(f"/fr/{LIAISON}", who="lise", viewport=NARROW)
    assert found_on(page, [f"/fr/{LIAISON}{part}" for part in PHONE]) == {}
    page.goto(f"/fr/{LIAISON}")
    page.get_by_role("link", name="Ajouter un membre").click()
    page.get_by_label("Prénom").fill("Ada")
    page.get_by_label("Nom de famille").fill("Exemple")
    page.get_by_role("button", name=re.compile("Ajouter|Enregistrer")).first.click()
    expect(page.get_by_text("Ada Exemple").first).to_be_visible()


def test_somebody_registers_and_their_letter_leads_to_their_own_page(office: Office) -> None:
    context = office.browser.new_context(
        base_url=office.address, viewport={"width": 320, "height": 640}, java_script_enabled=False
    )
    office.contexts.append(context)
    page = context.new_page()
    page.goto(f"/fr/{summit.SLUG}/register")
    page.get_by_label("Vous venez à titre de").select_option(index=1)
    page.get_by_label("Prénom").fill("Noé")
    page.get_by_label("Nom de famille").fill("Exemple")
    page.get_by_label("Adresse de courriel").fill("noe@example.org")
    page.get_by_label("Pays").select_option("CA")
    page.locator("input[name=policy]").check()
    page.get_by_role("button", name=re.compile("inscri", re.IGNORECASE)).last.click()
    expect(page.get_by_role("heading", level=1)).not_to_have_text("Inscription")
    page.goto(_link_in_letter_to(office, "noe@example.org"))
    expect(page.get_by_text("Noé Exemple").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def _link_in_letter_to(office: Office, address: str) -> str:
    with office.app.app_context():
        letter = db.session.scalars(select(Letter).where(Letter.to_address == address)).one()
        assert db.session.scalars(select(Participant)).first() is not None
        found = re.search(r"http\S+/own/\S+/registration", letter.text)
        db.session.remove()
    assert found
    return found[0]
