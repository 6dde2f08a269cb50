"""Sessions and tracks in the browser."""

from datetime import datetime

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select

from eventapp.accounts.rights import EventRole
from eventapp.agenda.kinds import AppearanceState, Role, SlotState
from eventapp.agenda.models import Session, Track
from eventapp.events.models import Event
from eventapp.plumbing.database import db
from eventapp.values.bilingual import Bilingual
from tests.builders import (
    a_person,
    a_release,
    a_room,
    a_session,
    a_summit,
    a_track,
    an_account,
    sign_in,
)
from tests.web.editing.sheets import fill_in, send, sheet_of
from tests.web.workspace.posting import post

SESSIONS = "/en/manage/summit/sessions"
OPEN = f"{SESSIONS}/OPEN"
TRACKS = "/en/manage/summit/tracks"


@pytest.fixture
def event(client: FlaskClient) -> Event:
    event = a_summit()
    hall = a_room(event, "Hall")
    track = a_track(event)
    zoe = a_person("Zoé Été", code="zoe")
    a_person("Ada Exemple", code="ada")
    a_session(event, "OPEN", people=(zoe,), room=hall, track=track)
    later = Bilingual("Plus tard", "")
    a_session(event, "LATER", at=None, title=later, state=SlotState.DRAFT)
    sign_in(client, an_account(event, EventRole.PROGRAMME))
    return event


def stored(code: str = "OPEN") -> Session:
    db.session.rollback()
    return db.session.scalars(select(Session).where(Session.code == code)).one()


def people(session: Session) -> list[tuple[str, Role, AppearanceState]]:
    return [(each.person.code, each.role, each.state) for each in session.appearances]


def test_a_session_is_added(client: FlaskClient, event: Event) -> None:
    answer = fill_in(
        client,
        f"{SESSIONS}/new",
        title__fr="Après-midi d’été",
        title__en="",
        day="2024-12-03",
        start="14 h 30",
        end="3:15 pm",
        room="hall",
        floor_languages=["fr", "en"],
        expected="40",
    )
    assert (answer.status_code, answer.location) == (303, f"{SESSIONS}/apres-midi-dete")
    session = stored("apres-midi-dete")
    assert session.span
    assert (session.span.start, session.span.end) == (
        datetime(2024, 12, 3, 14, 30),
        datetime(2024, 12, 3, 15, 15),
    )
    assert (session.state, session.floor_languages, session.expected) == (
        SlotState.DRAFT,
        ("fr", "en"),
        40,
    )


def test_the_form_names_the_conflicts_of_its_session(client: FlaskClient, event: Event) -> None:
    assert "Conflicts of this session" not in client.get(OPEN).text
    a_session(event, "SAME", room=stored().room)
    db.session.commit()
    page = client.get(OPEN).text
    assert page.count('class="conflict is-error"') == 1
    assert "/en/manage/summit/conflicts/" in page.partition("session-conflicts")[2]
    assert "Conflicts of this session" not in client.get(f"{SESSIONS}/LATER").text


def test_saving_what_the_page_holds_changes_nothing(client: FlaskClient, event: Event) -> None:
    before = stored().version
    assert fill_in(client, OPEN).status_code == 303
    assert stored().version == before


def test_somebody_is_added_without_a_script_and_nothing_typed_is_lost(
    client: FlaskClient, event: Event
) -> None:
    typed = {**sheet_of(client.get(OPEN)), "title-en": "Changed"}
    found = send(client, OPEN, {**typed, "q": "EXEMPLE", "do": "find"})
    assert (found.status_code, 'name="add" value="ada"' in found.text) == (200, True)
    added = send(client, OPEN, {**sheet_of(found), "add": "ada"})
    assert stored().title.en == "Session OPEN"
    sheet = {**sheet_of(added), "people-1-role": "moderator", "people-1-order": "1"}
    sheet["people-0-order"] = "2"
    assert send(client, OPEN, sheet).status_code == 303
    session = stored()
    assert session.title.en == "Changed"
    assert people(session) == [
        ("ada", Role.MODERATOR, AppearanceState.CONFIRMED),
        ("zoe", Role.PANELIST, AppearanceState.CONFIRMED),
    ]


def test_somebody_is_taken_out_and_comes_back_with_undo(client: FlaskClient, event: Event) -> None:
    fewer = send(client, OPEN, {**sheet_of(client.get(OPEN)), "drop": "0"})
    assert send(client, OPEN, sheet_of(fewer)).status_code == 303
    assert people(stored()) == []
    post(client, OPEN, {"next": OPEN}, to="/en/manage/summit/undo")
    assert people(stored()) == [("zoe", Role.PANELIST, AppearanceState.CONFIRMED)]


def test_a_role_twice_is_refused_beside_the_people(client: FlaskClient, event: Event) -> None:
    twice = sheet_of(send(client, OPEN, {**sheet_of(client.get(OPEN)), "add": "zoe"}))
    answer = send(client, OPEN, {**twice, "people-1-role": "panelist"})
    assert (answer.status_code, "Zoé Été has that role twice." in answer.text) == (422, True)


@pytest.mark.parametrize(
    ("day", "start", "words"),
    [
        ("2024-03-31", "02:30", "clocks go forward at that moment"),
        ("2024-10-27", "02:30", "clocks go back at that moment"),
        ("2024-12-03", "25:00", "This is not a time"),
        ("3 décembre", "14:30", "This is not a date"),
        ("", "14:30", "needed together"),
    ],
)
def test_a_time_that_cannot_be_is_refused_beside_its_field(
    client: FlaskClient, event: Event, day: str, start: str, words: str
) -> None:
    answer = fill_in(client, OPEN, day=day, start=start, end="05:00")
    assert (answer.status_code, words in answer.text) == (422, True)
    assert f'value="{start}"' in answer.text


def test_a_session_past_midnight_ends_on_the_next_day(client: FlaskClient, event: Event) -> None:
    assert fill_in(client, OPEN, start="23:00", end="1:00").status_code == 303
    span = stored().span
    assert span
    assert span.end == datetime(2024, 12, 4, 1, 0)


def test_a_published_session_is_cancelled_rather_than_removed(
    client: FlaskClient, event: Event
) -> None:
    a_release(event)
    page = f"{OPEN}/remove"
    assert "calendars that hold it" in client.get(page).text
    assert post(client, page, {}).status_code == 303
    assert stored().state is SlotState.CANCELLED


def test_an_unpublished_session_is_removed_and_comes_back(
    client: FlaskClient, event: Event
) -> None:
    assert post(client, f"{OPEN}/remove", {}).status_code == 303
    assert client.get(OPEN).status_code == 404
    post(client, SESSIONS, {"next": SESSIONS}, to="/en/manage/summit/undo")
    assert people(stored()) == [("zoe", Role.PANELIST, AppearanceState.CONFIRMED)]


@pytest.mark.parametrize(
    ("asked", "codes"),
    [
        ("", ["OPEN", "LATER"]),
        ("q=zoe+ete", ["OPEN"]),
        ("day=none", ["LATER"]),
        ("track=governance", ["OPEN"]),
        ("state=cancelled", []),
        ("q=tard&gap=en", ["LATER"]),
    ],
)
def test_the_list_is_sifted(
    client: FlaskClient, event: Event, asked: str, codes: list[str]
) -> None:
    page = client.get(f"{SESSIONS}?{asked}").text
    links = [part.partition('"')[0] for part in page.split(f'href="{SESSIONS}/')[1:]]
    assert [link for link in links if link != "new"] == codes


def test_the_preview_prints_as_the_page_does(client: FlaskClient, event: Event) -> None:
    sent = {"field": "abstract-en", "abstract-en": "A *good* day\n\n<script>alert(1)</script>"}
    answer = post(client, OPEN, sent, to=f"{SESSIONS}/preview")
    assert "<em>good</em>" in answer.text
    assert "<script>" not in answer.text


def test_texts_show_how_far_they_are(client: FlaskClient, event: Event) -> None:
    page = client.get(f"{SESSIONS}/LATER").text
    assert ('<span class="badge is-bad">missing</span>' in page) is True


def test_a_track_is_added_changed_and_not_removed_while_used(
    client: FlaskClient, event: Event
) -> None:
    added = fill_in(client, f"{TRACKS}/new", name__fr="Climat", name__en="Climate")
    assert (added.status_code, added.location) == (303, TRACKS)
    changed = fill_in(client, f"{TRACKS}/climate", colour="5", forbids_parallel="y")
    assert changed.status_code == 303
    db.session.rollback()
    track = db.session.scalars(select(Track).where(Track.code == "climate")).one()
    assert (track.colour, track.forbids_parallel, track.position) == (5, True, 1)
    refused = post(client, f"{TRACKS}/governance/remove", {})
    assert (refused.status_code, "“Session OPEN”" in refused.text) == (409, True)
