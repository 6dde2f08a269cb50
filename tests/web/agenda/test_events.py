"""The way in: first pages, an event, what happens now, people, changes, search."""

from datetime import UTC, datetime

import pytest
import time_machine
from flask.testing import FlaskClient

from tests.builders import a_release, a_session, a_summit
from tests.web.agenda.conftest import Visit


@pytest.mark.usefixtures("summit")
def test_the_first_page_lists_events_by_period_and_kind(visit: Visit) -> None:
    with time_machine.travel(datetime(2024, 12, 4, 12, tzinfo=UTC), tick=False):
        read = visit("/fr/")
    assert read.texts("h2") == ["En cours et à venir"]
    assert read.texts("h3") == ["Sommet"]
    with time_machine.travel(datetime(2024, 12, 6, tzinfo=UTC), tick=False):
        assert visit("/en/").texts("h2") == ["Past"]


def test_the_first_page_leads_to_the_calendar_of_all_events(visit: Visit) -> None:
    links = visit("/fr/").all("a", href="/fr/calendars")
    assert [link.text for link in links] == ["Calendrier de tous les événements"]


def test_a_site_without_programmes_says_so(visit: Visit) -> None:
    assert "Aucun programme n’est encore publié." in visit("/fr/").one("main").text


@pytest.mark.parametrize(("asked", "language"), [("en-CA", "en"), ("fr", "fr"), ("de", "fr")])
def test_the_bare_address_chooses_a_language_and_caches_may_know_how(
    client: FlaskClient, asked: str, language: str
) -> None:
    response = client.get("/", headers={"Accept-Language": asked})
    assert response.headers["Location"] == f"/{language}/"
    assert "Accept-Language" in response.headers["Vary"]
    assert "Set-Cookie" not in response.headers


@pytest.mark.usefixtures("summit")
def test_an_event_shows_its_facts_and_its_days_at_a_glance(visit: Visit) -> None:
    read = visit("/fr/summit/")
    assert read.one("h1").text == "Sommet exemple"
    facts = read.one("aside").text
    assert facts == (
        "Dates 3 et 4 décembre 2024 Lieu Palais Belgrade"
        " Mode En personne et en ligne Fuseau horaire Belgrade (UTC+1)"
    )
    assert read.one("ul", class_="glance").text == (
        "mardi 3 décembre 2024 9 h – 15 h 4 séances"
        " mercredi 4 décembre 2024 9 h – 10 h 1 séance Heure à confirmer 1 séance"
    )


@pytest.mark.usefixtures("summit")
def test_an_event_shows_what_runs_while_it_runs(visit: Visit) -> None:
    with time_machine.travel(datetime(2024, 12, 3, 8, 30, tzinfo=UTC), tick=False):
        running = visit("/en/summit/")
        now = visit("/en/summit/now")
    assert running.one("div", class_="happening").text == now.one("div", class_="happening").text
    assert now.sessions == ["OPEN", "PANEL"]
    assert now.one("main").text.startswith(
        "Now and next December 3, 2024, 9:30 a.m., Belgrade (UTC+1)"
    )


@pytest.mark.usefixtures("summit")
def test_an_event_that_is_over_shows_nothing_that_runs(visit: Visit) -> None:
    with time_machine.travel(datetime(2024, 12, 5, tzinfo=UTC), tick=False):
        assert visit("/en/summit/").all(class_="happening") == []
        assert "Nothing at this moment." in visit("/en/summit/now").one("main").text


@pytest.mark.usefixtures("summit")
def test_what_runs_may_be_renewed_alone_and_is_kept_a_minute(client: FlaskClient) -> None:
    response = client.get("/fr/summit/now/part")
    assert response.headers["Cache-Control"] == "public, max-age=60"
    assert response.text.strip().startswith('<div class="happening">')


def test_an_event_without_sessions_says_so(visit: Visit) -> None:
    a_release(a_summit("empty"))
    assert "The sessions of this programme" in visit("/en/empty/").one("main").text
    assert "Nobody has been announced yet." in visit("/en/empty/people").one("main").text
    assert visit("/en/empty/agenda?view=grid").sessions == []


@pytest.mark.usefixtures("summit")
def test_people_are_listed_with_what_they_do(visit: Visit) -> None:
    read = visit("/fr/summit/people")
    assert read.texts("h2") == ["E"]
    assert read.texts("li")[-2:] == [
        "Zoé Été directrice Institut exemple",
        "Ada Exemple directrice",
    ]


@pytest.mark.usefixtures("summit")
def test_a_person_has_their_sessions(visit: Visit) -> None:
    read = visit("/en/summit/people/zoe")
    assert read.one("h1").text == "Zoé Été"
    assert read.sessions == ["OPEN", "PANEL"]


@pytest.mark.usefixtures("moved")
def test_changes_compare_the_last_two_releases(visit: Visit) -> None:
    read = visit("/fr/summit/changes")
    assert read.one("ul", class_="changes").text == (
        "Grande ouverture Nouvel horaire mardi 3 décembre, 9 h – 10 h"
        " mardi 3 décembre, 9 h 30 – 10 h Nouvelle salle Salle Hall Salle Salon"
        " Nouveau titre Séance OPEN Grande ouverture"
    )
    assert read.one("div", class_="prose").text == "L’ouverture change de salle."


@pytest.mark.usefixtures("moved")
def test_changes_compare_the_releases_that_are_asked_for(visit: Visit) -> None:
    same = visit("/en/summit/changes?from=2&to=2")
    assert "No session changed between these releases." in same.one("main").text
    first = visit("/en/summit/changes?to=1")
    assert "Release 1 is the first one" in first.one("main").text


@pytest.mark.parametrize("number", ["0", "9", "-1", "one", "²", "9" * 5000])
@pytest.mark.usefixtures("moved")
def test_a_release_that_does_not_exist_is_said(visit: Visit, number: str) -> None:
    read = visit(f"/en/summit/changes?from={number}", status=404)
    assert read.one("div", role="alert").text.startswith("This programme has no release “")


@pytest.mark.usefixtures("summit")
def test_a_search_finds_events_sessions_and_people(visit: Visit) -> None:
    a_session(a_summit("other"), "HIDDEN")
    read = visit("/fr/search?q=EXEMPLE")
    links = [
        each.attributes["href"] for each in read.all("a") if "/summit/" in each.attributes["href"]
    ]
    assert "/fr/summit/" in links
    assert "/fr/summit/people/zoe" in links
    assert "/fr/summit/sessions/PANEL" in links
    assert "HIDDEN" not in read.one("main").text


@pytest.mark.usefixtures("half_translated")
def test_what_a_search_finds_is_marked_where_its_translation_is_to_follow(visit: Visit) -> None:
    read = visit("/fr/search?q=ethics")
    assert read.texts("li")[-1] == "Ethics and Data traduction à venir Séance"
    assert visit("/fr/search?q=director").texts("li")[-1] == "Zoé Été Personne"


@pytest.mark.usefixtures("summit")
def test_a_search_that_finds_nothing_says_so_and_keeps_the_words(visit: Visit) -> None:
    read = visit("/en/search?q=%22%3E%3Cscript%3E")
    assert "Nothing holds all these words." in read.one("main").text
    assert read.one("input", name="q").attributes["value"] == '"><script>'
