"""Every kind of page, read by axe in a real browser; and on the narrowest phone."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import NARROW, Open

pytestmark = pytest.mark.browser

AXE = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
STARRED = "localStorage.setItem('stars:summit', '[\"ETHICS\", \"FOREST\"]')"
PAGES = [
    "",
    "search?q=exemple",
    "summit/",
    "summit/agenda",
    "summit/agenda?view=grid",
    "summit/sessions/ETHICS",
    "summit/people",
    "summit/people/zoe",
    "summit/changes",
    "summit/now",
    "summit/my-agenda",
    "summit/calendars",
    "summit/calendars/tracks/climate",
    "summit/print",
    "summit/register",
    "summit/participants",
    "summit/rooms/hall/screen",
]


def faults(page: Page) -> list[str]:
    """What axe finds, as `rule: element`."""
    # Evaluated rather than loaded: the site's own policy refuses foreign scripts.
    page.evaluate(AXE.read_text())
    report: dict[str, Any] = page.evaluate("rules => axe.run(document, { runOnly: rules })", RULES)
    return [
        f"{fault['id']}: {node['html'][:200]} {node['failureSummary']}"
        for fault in report["violations"]
        for node in fault["nodes"]
    ]


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("page", PAGES)
def test_a_page_is_accessible(open_page: Open, language: str, page: str) -> None:
    assert faults(open_page(f"/{language}/{page}", script=STARRED)) == []


@pytest.mark.parametrize("page", PAGES)
def test_a_page_is_accessible_in_the_dark_on_a_phone(open_page: Open, page: str) -> None:
    dark = open_page(f"/fr/{page}", script=STARRED, color_scheme="dark", viewport=NARROW)
    assert faults(dark) == []


@pytest.mark.parametrize("language", ["fr", "en"])
def test_no_page_is_wider_than_the_narrowest_phone(open_page: Open, language: str) -> None:
    page = open_page(f"/{language}/", script=STARRED, viewport=NARROW)
    widths = {}
    for path in PAGES:
        page.goto(f"/{language}/{path}")
        page.wait_for_load_state("networkidle")
        widths[path] = page.evaluate("document.documentElement.scrollWidth")
    assert widths == dict.fromkeys(PAGES, NARROW["width"])


def test_an_error_page_is_accessible(open_page: Open, site: str) -> None:
    page = open_page("/en/")
    page.set_content(page.request.get(f"{site}/en/nothing-here").text())
    assert faults(page) == []
