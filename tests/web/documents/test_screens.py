"""The screen beside a door, as a passer-by reads it."""

import re
from datetime import UTC, datetime

import pytest
import time_machine
from flask import Flask
from flask.testing import FlaskClient

from eventapp.accounts.rights import EventRole
from eventapp.events.editing import add_event
from eventapp.events.kinds import SignProfile
from eventapp.events.models import Event
from eventapp.plumbing.database import db
from eventapp.values.bilingual import Bilingual
from eventapp.values.language import LanguageOrder
from tests.builders import a_release, a_room, a_session, a_summit, an_account, sign_in
from tests.integration.documents.structure import texts

SCREEN = "/fr/summit/rooms/a/screen"
DURING = datetime(2024, 12, 3, 8, 30, tzinfo=UTC)  # 9:30 in Belgrade


@pytest.fixture
def summit(app: Flask) -> Event:
    """Two sessions in room A and one in room B; A has another on the next day."""
    event = a_summit()
    room, other = a_room(event), a_room(event, "B")
    a_session(event, "NOW", room=room)
    a_session(event, "NEXT", at="11:00", room=room)
    a_session(event, "ELSEWHERE", room=other)
    a_release(event)
    return event


def shown(client: FlaskClient, address: str = SCREEN) -> list[str]:
    answer = client.get(address)
    assert answer.status_code == 200
    return re.findall(r"(?:Séance|Session) [A-Z]+", answer.text)


def test_a_screen_shows_what_takes_place_in_its_room_now_and_next(
    client: FlaskClient, summit: Event
) -> None:
    with time_machine.travel(DURING, tick=False):
        assert shown(client) == ["Séance NOW", "Session NOW", "Séance NEXT", "Session NEXT"]
        assert "09:30" in client.get(SCREEN).text
        assert shown(client, f"{SCREEN}/part") == shown(client)
        assert client.get("/fr/summit/rooms/nowhere/screen").status_code == 404
        assert client.get(SCREEN).headers["Cache-Control"] == "public, max-age=60"


@pytest.mark.parametrize(
    ("profile", "order", "titles"),
    [
        (SignProfile.EQUAL, LanguageOrder.EN_FIRST, ["Session NOW", "Séance NOW"]),
        (SignProfile.FR_DOMINANT, LanguageOrder.EN_FIRST, ["Séance NOW", "Session NOW"]),
        (SignProfile.FR_ONLY, LanguageOrder.EN_FIRST, ["Séance NOW"]),
    ],
)
def test_signs_and_screens_weigh_languages_as_the_event_says(
    client: FlaskClient,
    summit: Event,
    profile: SignProfile,
    order: LanguageOrder,
    titles: list[str],
) -> None:
    summit.order, summit.sign_profile = order, profile
    a_release(summit)
    with time_machine.travel(DURING, tick=False):
        assert shown(client)[: len(titles)] == titles
    sign_in(client, an_account(summit, EventRole.READER))
    sign = client.get("/en/manage/summit/papers/signs.pdf?room=a")
    lines = [line for line in texts(sign.data, "P") if "NOW" in line]
    assert lines == titles


@pytest.mark.parametrize("asked", ["room=nope", "day=xx", "room=a&day=2026-13-40"])
def test_there_is_no_sign_of_a_room_or_a_day_that_is_not_there(
    client: FlaskClient, summit: Event, asked: str
) -> None:
    sign_in(client, an_account(summit, EventRole.READER))
    assert client.get(f"/en/manage/summit/papers/signs.pdf?{asked}").status_code == 404


def test_a_draft_has_no_sign_and_no_screen(client: FlaskClient, app: Flask) -> None:
    event = a_summit()
    a_session(event, "SECRET", room=a_room(event))
    db.session.commit()
    assert client.get(SCREEN).status_code == 404
    sign_in(client, an_account(event, EventRole.READER))
    refused = client.get("/en/manage/summit/papers/signs.pdf")
    assert refused.status_code == 400
    assert "publish a release" in refused.text


@pytest.mark.parametrize(
    ("zone", "profile"),
    [("America/Toronto", SignProfile.FR_DOMINANT), ("Europe/Belgrade", SignProfile.EQUAL)],
)
def test_a_new_event_weighs_languages_as_is_usual_where_it_takes_place(
    app: Flask, zone: str, profile: SignProfile
) -> None:
    event = add_event({"slug": "new", "title": Bilingual.same("Exemple"), "zone": zone})
    assert event.sign_profile is profile
