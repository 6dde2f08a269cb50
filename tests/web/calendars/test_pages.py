"""The pages that offer calendars."""

import re
from html import unescape

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.builders import a_person, a_release, a_room, a_session, a_summit, a_track

PAGES = {
    "calendars": "calendar.ics",
    "summit/calendars": "summit/agenda.ics",
    "summit/calendars/tracks/governance": "summit/tracks/governance.ics",
    "summit/calendars/rooms/a": "summit/rooms/a.ics",
    "summit/calendars/people/zoe": "summit/people/zoe.ics",
    "summit/calendars/sessions/P1": "summit/sessions/P1.ics",
}


@pytest.fixture(autouse=True)
def _published(app: Flask) -> None:
    event = a_summit()
    a_session(event, "P1", room=a_room(event), track=a_track(event), people=(a_person(code="zoe"),))
    a_release(event)


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("page", PAGES)
def test_a_page_offers_its_feed_in_both_languages_the_reader_s_first(
    client: FlaskClient, language: str, page: str
) -> None:
    html = client.get(f"/{language}/{page}").text

    languages = [language, "en" if language == "fr" else "fr"]
    addresses = [f"events.example.org/{each}/{PAGES[page]}" for each in languages]
    assert re.findall(r'href="webcal://([^"]+)"', html) == addresses
    assert re.findall(r'<input [^>]*value="https://([^"]+)"', html) == addresses
    assert re.findall(r'type="text/calendar"[^>]* href="https://([^"]+)"', html) == addresses
    assert len(re.findall(r'href="https://calendar\.google\.com/calendar/r\?cid=webcal', html)) == 2
    assert len(re.findall(r'href="https://outlook\.office\.com/calendar/0/addfromweb', html)) == 2
    assert len(re.findall(r'<div role="img" aria-label="[^"]+"><svg', html)) == 2


@pytest.mark.parametrize(
    ("language", "words"),
    [("fr", "toutes les 4 à 24\u00a0heures"), ("en", "every 4 to 24 hours")],
)
def test_a_page_says_plainly_how_slow_calendars_are(
    client: FlaskClient, language: str, words: str
) -> None:
    assert words in unescape(client.get(f"/{language}/summit/calendars").text)


def test_the_event_s_page_leads_to_its_tracks_and_rooms(client: FlaskClient) -> None:
    html = client.get("/en/summit/calendars").text

    parts = re.findall(r'<li><a href="/en/summit/calendars/([^"]+)">', html)
    assert parts == ["tracks/governance", "rooms/a"]


@pytest.mark.parametrize("page", PAGES)
def test_a_page_has_neither_inline_style_nor_inline_script(client: FlaskClient, page: str) -> None:
    html = client.get(f"/en/{page}").text

    assert re.findall(r"<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)", html) == []


def test_a_page_about_nothing_is_not_found(client: FlaskClient) -> None:
    for page in ("nothing/calendars", "summit/calendars/rooms/none", "summit/calendars/halls/a"):
        assert client.get(f"/fr/{page}").status_code == 404
