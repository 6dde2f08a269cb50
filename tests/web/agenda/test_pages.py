"""What every public page has: one language, its twin, its place among search engines."""

import json
from collections.abc import Iterator

import pytest

from eventapp.values.catalogue import translations
from eventapp.values.language import Language
from tests.web.agenda.conftest import Visit
from tests.web.agenda.html import UNSEEN, Page

PAGES = {
    "": 200,
    "search?q=exemple": 200,
    "search?q=" + "x" * 101: 400,
    "summit/": 200,
    "summit/agenda": 200,
    "summit/agenda?view=grid": 200,
    "summit/agenda?track=nothing": 404,
    "summit/sessions/OPEN": 200,
    "summit/sessions/PANEL": 200,
    "summit/sessions/LATER": 200,
    "summit/people": 200,
    "summit/people/zoe": 200,
    "summit/changes": 200,
    "summit/now": 200,
    "summit/my-agenda": 200,
    "summit/nothing": 404,
}
BASE = "https://events.example.org"

#: The way to the other language says its own name.
SWITCH = {"English", "Français"}

both_languages = pytest.mark.parametrize("language", ["fr", "en"])


def seen_in(page: Page, language: str) -> Iterator[str]:
    """The texts and the spoken attributes that stand in a language."""
    for element in page.elements:
        if element.language != language or element.tag in UNSEEN:
            continue
        yield from (text.strip() for text in element.texts)
        for name in ("aria-label", "title", "placeholder", "alt"):
            yield element.attributes.get(name, "")


@both_languages
@pytest.mark.usefixtures("moved")
def test_no_word_of_the_interface_stands_in_the_other_language(visit: Visit, language: str) -> None:
    catalogue = translations(Language.FR)._catalog  # type: ignore[attr-defined]
    english = {message for message in catalogue if isinstance(message, str) and message}
    french = {catalogue[message] for message in english}
    own, foreign = (french, english) if language == "fr" else (english, french)
    foreign -= own | SWITCH
    found = {
        page: set(seen_in(visit(f"/{language}/{page}", status=status), language))
        & (foreign - own - SWITCH)
        for page, status in PAGES.items()
    }
    assert found == {page: set() for page in PAGES}


@both_languages
@pytest.mark.usefixtures("moved")
def test_every_page_says_its_language_and_is_well_formed(visit: Visit, language: str) -> None:
    for page, status in PAGES.items():
        read = visit(f"/{language}/{page}", status=status)
        ids = [each.attributes["id"] for each in read.elements if "id" in each.attributes]
        assert read.one("html").attributes["lang"] == language
        assert len(read.all("h1")) == 1
        assert sorted(ids) == sorted(set(ids))
        assert read.unclosed == []
        assert not [each for each in read.elements if "style" in each.attributes]


@pytest.mark.parametrize(
    "page", ["", "summit/", "summit/sessions/OPEN", "summit/agenda?day=2024-12-03&view=grid"]
)
@both_languages
@pytest.mark.usefixtures("summit")
def test_a_page_names_itself_and_its_twin(visit: Visit, language: str, page: str) -> None:
    other = Language(language).other
    read = visit(f"/{language}/{page}")
    assert read.one("link", rel="canonical").attributes["href"] == f"{BASE}/{language}/{page}"
    alternates = {
        link.attributes["hreflang"]: link.attributes["href"]
        for link in read.all("link", rel="alternate")
        if "hreflang" in link.attributes
    }
    assert alternates == {
        "fr-CA": f"{BASE}/fr/{page}",
        "en-CA": f"{BASE}/en/{page}",
        "x-default": f"{BASE}/fr/{page}",
    }
    switch = read.one("a", hreflang=f"{other}-CA")
    assert switch.attributes["href"] == f"/{other}/{page}"
    assert switch.attributes["lang"] == other


@pytest.mark.usefixtures("summit")
def test_the_switch_on_an_error_page_leads_to_the_same_address(visit: Visit) -> None:
    read = visit("/fr/summit/sessions/%22%3E%3Cscript%3E", status=404)
    assert read.one("a", hreflang="en-CA").attributes["href"] == (
        "/en/summit/sessions/%22%3E%3Cscript%3E"
    )


@pytest.mark.usefixtures("summit")
def test_an_address_without_a_language_switches_to_the_first_page(visit: Visit) -> None:
    read = visit("/nothing/at/all", status=404, headers={"Accept-Language": "en"})
    assert read.one("html").attributes["lang"] == "en"
    assert read.one("a", hreflang="fr-CA").attributes["href"] == "/fr/"


@pytest.mark.usefixtures("summit")
def test_search_engines_are_told_the_event_and_its_sessions(visit: Visit) -> None:
    def told(page: str) -> dict[str, object]:
        script = visit(f"/en/summit/{page}").one("script", type="application/ld+json")
        data: dict[str, object] = json.loads(script.text)
        return data

    assert told("")["name"] == "Example Summit"
    assert told("sessions/PANEL")["name"] == "Ethics & Data"


@pytest.mark.usefixtures("summit")
def test_a_shared_link_shows_a_title_and_a_description(visit: Visit) -> None:
    read = visit("/en/summit/sessions/PANEL")
    shared = {
        each.attributes["property"]: each.attributes["content"]
        for each in read.all("meta")
        if "property" in each.attributes
    }
    assert shared["og:title"] == "Ethics & Data – Example Summit"
    assert shared["og:description"] == "A good session."
    assert shared["og:url"] == f"{BASE}/en/summit/sessions/PANEL"
    assert shared["og:locale"] == "en_CA"


@pytest.mark.usefixtures("summit")
def test_the_menu_marks_where_one_is(visit: Visit) -> None:
    current = visit("/fr/summit/people").one("a", **{"aria-current": "page"})
    assert current.attributes["href"] == "/fr/summit/people"


@pytest.mark.parametrize("page", ["", "agenda", "people", "sessions/PANEL"])
@pytest.mark.usefixtures("summit")
def test_a_page_about_an_event_tells_programs_its_calendar(visit: Visit, page: str) -> None:
    feed = visit(f"/fr/summit/{page}").one("link", rel="alternate", type="text/calendar")
    assert feed.attributes["href"] == f"{BASE}/fr/summit/agenda.ics"
