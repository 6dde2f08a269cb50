"""One's own agenda on a phone, whose network fails."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from threading import Thread
from typing import NamedTuple
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect
from werkzeug.serving import BaseWSGIServer, make_server

from eventapp.app import create_app
from eventapp.itineraries.models import LastLook
from eventapp.participants.addresses import make_address
from eventapp.participants.kinds import AddressPurpose
from eventapp.participants.models import SecretAddress
from eventapp.plumbing.database import db
from tests.browser.conftest import NARROW, _close
from tests.browser.test_accessibility import faults
from tests.builders import (
    NOW,
    a_category,
    a_participant,
    a_person,
    a_release,
    a_room,
    a_session,
    a_span,
    a_summit,
    approve_all,
)
from tests.conftest import settings_for

pytestmark = pytest.mark.browser


class Site(NamedTuple):
    """A site that can be cut off, with somebody's agenda at an address."""

    server: BaseWSGIServer
    page: str

    def cut(self) -> None:
        self.server.shutdown()
        self.server.server_close()


@pytest.fixture
def own_site(migrated_sqlite: Path, tmp_path: Path) -> Iterator[Site]:
    """Zoé speaks at nine; she has looked at it, and now it is half past."""
    file = tmp_path / "eventapp.sqlite"
    file.write_bytes(migrated_sqlite.read_bytes())
    app = create_app(settings_for(f"sqlite:///{file}", tmp_path))
    with app.app_context():
        event = a_summit()
        zoe = a_participant(event, a_person("Zoé Exemple"), a_category(event, "speaker"))
        panel = a_session(event, "PANEL", room=a_room(event, "Hall"), people=(zoe.person,))
        a_release(event)
        token = make_address(event.id, zoe.uid, AddressPurpose.PAGE, now=NOW)
        db.session.commit()
        page = f"/en/summit/own/{token}"
        app.test_client().post(f"{page}/seen")
        panel.span = a_span(event, "09:30")
        approve_all(event)
        a_release(event, now=NOW + timedelta(1))
        server = make_server("127.0.0.1", 0, app, threaded=True)
        Thread(target=server.serve_forever, daemon=True).start()
        yield Site(server, f"http://127.0.0.1:{server.server_port}{page}")
        server.shutdown()
        server.server_close()
        db.session.remove()
    _close(app)


def opened(browser: Browser, address: str, **options: object) -> Page:
    context = browser.new_context(viewport=NARROW, **options)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(address)
    return page


def test_an_agenda_once_opened_is_read_without_a_network(browser: Browser, own_site: Site) -> None:
    page = opened(browser, own_site.page)
    expect(page.locator("[data-kept=yes]")).to_be_attached()
    expect(page.get_by_text("No network")).to_be_hidden()

    own_site.cut()
    page.reload()

    expect(page.get_by_text("No network: this is a copy of your agenda")).to_be_visible()
    expect(page.get_by_role("heading", name="Session PANEL").last).to_be_visible()
    expect(page.get_by_role("button")).to_have_count(0)
    fonts = "[...document.fonts].filter(each => each.status === 'loaded').length > 0"
    assert page.evaluate(fonts)
    header = page.locator(".kicker").first.evaluate("each => getComputedStyle(each).display")
    assert header == "flex"
    page.context.close()


def test_what_was_taken_back_is_forgotten_on_the_phone_too(
    browser: Browser, own_site: Site
) -> None:
    page = opened(browser, own_site.page)
    expect(page.locator("[data-kept=yes]")).to_be_attached()
    db.session.execute(db.delete(SecretAddress))
    db.session.commit()

    page.reload()
    expect(page.get_by_text("There is nothing at this address.").first).to_be_visible()
    kept = "caches.match(location.pathname).then(each => each === undefined)"
    assert page.evaluate(kept)
    page.context.close()


def test_the_page_alone_is_kept_on_the_phone_not_its_paper(
    browser: Browser, own_site: Site
) -> None:
    page = opened(browser, own_site.page)
    expect(page.locator("[data-kept=yes]")).to_be_attached()
    with page.expect_popup() as paper:
        page.evaluate("void window.open(`${location.pathname}.pdf`)")
    paper.value.wait_for_load_state()
    kept = """caches.open("own-agenda").then(each => each.keys()).then(keys =>
        keys.map(each => new URL(each.url).pathname).filter(each => each.includes("/own/")))"""
    assert page.evaluate(kept) == [urlsplit(own_site.page).path]
    page.context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_is_accessible_and_fits_the_narrowest_phone(
    browser: Browser, own_site: Site, scheme: str
) -> None:
    page = opened(browser, own_site.page, color_scheme=scheme)
    expect(page.get_by_role("heading", name="What changed since you last looked")).to_be_visible()
    assert faults(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") == NARROW["width"]
    page.context.close()


def test_what_changed_is_put_away_with_a_button_and_without_scripts(
    browser: Browser, own_site: Site
) -> None:
    page = opened(browser, own_site.page, java_script_enabled=False)
    expect(page.locator(".own-news .change")).to_have_count(1)
    page.get_by_role("button", name="I have seen this").click()
    expect(page.get_by_text("Nothing has changed since")).to_be_visible()
    page.context.close()


def test_the_first_opening_is_what_later_changes_are_counted_from(
    browser: Browser, own_site: Site
) -> None:
    db.session.execute(db.delete(LastLook))
    db.session.commit()
    page = opened(browser, own_site.page)
    expect(page.locator("[data-first-look]")).to_have_count(0)
    page.reload()
    expect(page.get_by_text("Nothing has changed since")).to_be_visible()
    page.context.close()
