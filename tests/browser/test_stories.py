"""What visitors do, in a real browser."""

import json
from io import BytesIO

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from tests.browser.conftest import NARROW, Open

pytestmark = pytest.mark.browser

NO_STORAGE = """
Object.defineProperty(window, "localStorage", { get() { throw new Error("forbidden"); } });
"""


def sessions(page: Page) -> list[str]:
    return [
        code
        for code in page.eval_on_selector_all(
            "[data-session]", "all => all.map(each => each.dataset.session)"
        )
        if isinstance(code, str)
    ]


def star(page: Page, code: str) -> None:
    page.locator(f"[data-session={code}] .star").click()


def test_filters_work_without_scripts_and_keep_their_address(open_page: Open) -> None:
    page = open_page("/en/summit/agenda", java_script_enabled=False)
    page.get_by_label("Track").select_option("Climate")
    page.get_by_label("Keywords").fill("foret")
    page.get_by_role("button", name="Filter").click()
    assert page.url.endswith("/en/summit/agenda?track=climate&q=foret")
    expect(page.get_by_role("article")).to_have_count(1)
    page.get_by_role("link", name="Grid").click()
    assert page.url.endswith("/en/summit/agenda?track=climate&q=foret&view=grid")
    page.get_by_role("link", name="Show everything").click()
    assert page.url.endswith("/en/summit/agenda?view=grid")
    assert page.locator(".star").count() == 0


def test_the_form_opens_on_a_phone_and_filters(open_page: Open) -> None:
    page = open_page("/fr/summit/agenda", viewport=NARROW)
    expect(page.get_by_label("Salle")).to_be_hidden()
    page.get_by_text("Filtrer le programme").click()
    page.get_by_label("Salle").select_option("Salle Salon")
    page.get_by_role("button", name="Filtrer").click()
    assert sessions(page) == ["FOREST", "NIGHT"]
    expect(page.get_by_label("Salle")).to_have_value("salon")


def test_the_language_changes_and_the_page_stays(open_page: Open) -> None:
    page = open_page("/en/summit/agenda?day=2024-12-03&room=hall")
    page.get_by_role("link", name="Français").click()
    assert page.url.endswith("/fr/summit/agenda?day=2024-12-03&room=hall")
    expect(page.get_by_role("heading", level=1)).to_have_text("Programme")
    assert sessions(page) == ["OPEN", "ETHICS", "OFF"]


def test_the_keyboard_reaches_the_content_the_stars_and_the_grid(open_page: Open) -> None:
    page = open_page("/en/summit/agenda?view=grid&day=2024-12-03")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    page.get_by_role("group", name="Rooms and times").focus()
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Grand Opening")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    opening = page.locator("[data-session=OPEN] .star")
    expect(opening).to_be_focused()
    expect(opening).to_have_attribute("aria-pressed", "true")
    outline = opening.evaluate("star => getComputedStyle(star).outlineStyle")
    assert outline == "solid"


def test_stars_are_kept_counted_and_make_an_agenda_of_ones_own(open_page: Open) -> None:
    page = open_page("/en/summit/agenda")
    star(page, "FOREST")
    star(page, "ETHICS")
    star(page, "NEXT")
    star(page, "NEXT")
    expect(page.locator("[data-star-count]")).to_have_text("2")
    page.get_by_role("link", name="My agenda").click()
    expect(page.locator("[data-session]")).to_have_count(2)
    assert sessions(page) == ["ETHICS", "FOREST"]
    expect(page.locator(".overlap")).to_have_text(["Overlaps with “Ethics and Data”"])
    assert page.locator("h2").first.inner_text() == "Tuesday, December\u00a03, 2024"
    star(page, "ETHICS")
    expect(page.locator("[data-session]")).to_have_count(1)
    star(page, "FOREST")
    expect(page.get_by_text("You have not starred any session yet.")).to_be_visible()


def test_stars_become_a_calendar_only_when_one_asks(open_page: Open) -> None:
    page = open_page("/fr/summit/agenda")
    star(page, "ETHICS")
    page.goto("/fr/summit/my-agenda")
    with page.expect_request("**/my-agenda/calendar") as sent:
        page.get_by_role("button", name="Créer une adresse de calendrier").click()
    assert sent.value.post_data == "codes=ETHICS"
    expect(page.get_by_text("Éthique et données").first).to_be_visible()


def test_stars_last_as_long_as_the_page_where_nothing_can_be_kept(open_page: Open) -> None:
    page = open_page("/en/summit/agenda", script=NO_STORAGE)
    star(page, "ETHICS")
    expect(page.locator("[data-session=ETHICS] .star")).to_have_attribute("aria-pressed", "true")
    expect(page.locator("[data-star-count]")).to_have_text("1")


def test_odd_things_in_the_storage_are_no_stars(open_page: Open) -> None:
    odd = "localStorage.setItem('stars:summit', '{\"a\": 1')"
    page = open_page("/en/summit/my-agenda", script=odd)
    expect(page.get_by_text("You have not starred any session yet.")).to_be_visible()


def test_without_scripts_the_own_agenda_says_why_it_is_empty(open_page: Open) -> None:
    page = open_page("/fr/summit/my-agenda", java_script_enabled=False)
    expect(page.get_by_text("les scripts sont désactivés")).to_be_visible()


@pytest.mark.parametrize(
    ("language", "zone", "own"),
    [
        ("en", "America/Toronto", "3:30\u00a0a.m. your time"),
        ("fr", "America/Toronto", "3\u00a0h\u00a030 chez vous"),
        ("fr", "Pacific/Auckland", "21\u00a0h\u00a030 chez vous"),
        ("fr", "Pacific/Honolulu", "2\u00a0décembre, 22\u00a0h\u00a030 chez vous"),
        ("en", "Pacific/Honolulu", "December\u00a02, 10:30\u00a0p.m. your time"),
    ],
)
def test_visitors_elsewhere_read_their_own_time_beside_the_events(
    open_page: Open, language: str, zone: str, own: str
) -> None:
    page = open_page(f"/{language}/summit/sessions/OPEN", timezone_id=zone)
    expect(page.locator(".here")).to_have_text([own])


def test_the_own_time_stands_where_one_can_join_from_afar_and_in_no_grid(open_page: Open) -> None:
    page = open_page("/fr/summit/agenda", timezone_id="America/Toronto")
    expect(page.locator(".here")).to_have_text(["3\u00a0h\u00a030 chez vous"])
    expect(page.locator("[data-session=OPEN] .here")).to_have_count(1)
    page.goto("/fr/summit/agenda?view=grid")
    expect(page.locator(".here")).to_have_count(0)


def test_visitors_on_the_events_clock_read_one_time(open_page: Open) -> None:
    page = open_page("/en/summit/agenda", timezone_id="Europe/Paris")
    assert page.locator(".here").count() == 0


def test_what_runs_and_what_comes_next_is_marked_as_time_passes(open_page: Open) -> None:
    page = open_page("/fr/summit/agenda")
    marked = page.locator("article:has(.phase)")
    page.clock.install(time="2024-12-03T09:45:00+01:00")
    page.reload()
    expect(page.locator(".phase")).to_have_text(["En ce moment", "Ensuite", "Ensuite"])
    codes = "all => all.map(each => each.dataset.session)"
    assert marked.evaluate_all(codes) == ["OPEN", "ETHICS", "FOREST"]
    page.clock.fast_forward("00:50:00")
    expect(page.locator(".phase")).to_have_text(["En ce moment", "En ce moment", "Ensuite"])
    assert marked.evaluate_all(codes) == ["ETHICS", "FOREST", None]


def test_what_takes_place_is_renewed_once_a_minute(open_page: Open) -> None:
    page = open_page("/en/summit/now")
    page.clock.install()
    page.reload()
    page.evaluate("document.querySelector('.happening').dataset.stale = 'yes'")
    page.clock.fast_forward("01:01")
    expect(page.locator("[data-stale]")).to_have_count(0)
    expect(page.get_by_role("heading", name="Next", exact=True)).to_be_visible()


def test_data_for_search_engines_is_read_and_not_run(open_page: Open) -> None:
    page = open_page("/en/summit/sessions/ETHICS")
    data = page.locator("script[type='application/ld+json']").text_content()
    assert json.loads(data or "")["name"] == "Ethics and Data"


def test_paper_shows_the_programme_and_no_controls(open_page: Open) -> None:
    page = open_page("/en/summit/agenda", color_scheme="dark")
    page.emulate_media(media="print")
    for hidden in (".menu", ".filters", ".star >> nth=0", ".masthead-links"):
        expect(page.locator(hidden)).to_be_hidden()
    expect(page.get_by_role("link", name="Ethics and Data")).to_be_visible()
    background = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert background == "rgb(255, 255, 255)"


def test_the_programme_begins_on_its_first_sheet(open_page: Open) -> None:
    page = open_page("/en/summit/agenda")
    sheets = PdfReader(BytesIO(page.pdf(width="15cm", height="13cm"))).pages
    first, second = (sheet.extract_text() for sheet in sheets[:2])
    assert ("Grand Opening" in first, "Ethics and Data" in second) == (True, True)
    assert "Filter the agenda" not in first


def test_fonts_are_the_sites_own(open_page: Open) -> None:
    page = open_page("/fr/summit/")
    assert page.evaluate("document.fonts.check('600 20px \"Source Serif 4 Variable\"')")
    assert page.evaluate("document.fonts.check('16px \"Source Sans 3 Variable\"')")


def test_a_question_appears_with_the_answer_that_asks_for_it(open_page: Open) -> None:
    page = open_page("/en/summit/register", viewport=NARROW)
    expect(page.get_by_label("Question copy?")).to_be_hidden()
    page.get_by_role("group", name="Question visa?").get_by_label("Yes").check()
    expect(page.get_by_label("Question copy?")).to_be_visible()
