"""The release desk, and what strangers see of what it does."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from flask.testing import FlaskClient
from sqlalchemy import select
from werkzeug.test import TestResponse

from eventapp.accounts.rights import EventRole
from eventapp.agenda.kinds import SlotState
from eventapp.agenda.models import Release, Session
from eventapp.events.models import Event
from eventapp.history.models import Entry, Step
from eventapp.plumbing.database import db, unit_of_work
from eventapp.values.bilingual import Bilingual
from tests.builders import (
    NOW,
    a_person,
    a_release,
    a_room,
    a_session,
    a_summit,
    an_account,
    approve_all,
    sign_in,
)
from tests.web.workspace.posting import post

DESK = "/en/manage/summit/releases"
SECRET = "Kryptonym"
NOTES = {"note-fr": "Nouveau", "note-en": "New"}
NOTICE = {"notice-fr": "Retiré, pardon.", "notice-en": "Withdrawn, sorry."}

#: Where strangers read an event, in every format.
PUBLIC = (
    "/en/", "/fr/", "/en/summit/", "/en/summit/agenda", "/fr/summit/agenda?view=grid",
    "/en/summit/people", "/en/summit/changes", "/en/summit/changes/sheet?from=1&to=2",
    "/en/summit/agenda.ics", "/en/summit/agenda.pdf", "/en/summit/sessions/PANEL",
    "/en/summit/sessions/PANEL.ics", "/en/summit/sessions/HIDDEN", "/en/calendar.ics",
    "/en/search?q=kryptonym", "/en/summit/now", "/en/summit/print", "/en/summit/calendars",
)  # fmt: skip


@pytest.fixture(autouse=True)
def clock() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(NOW + timedelta(hours=1)) as coordinates:
        yield coordinates


def a_desk(client: FlaskClient, role: EventRole = EventRole.PROGRAMME) -> tuple[Event, Session]:
    """A summit with one release; since then a title has become another, and is approved."""
    event = a_summit()
    panel = a_session(event, "PANEL", room=a_room(event), people=(a_person("Zoé Été", code="zoe"),))
    a_release(event)
    panel.title = Bilingual(f"Séance {SECRET}", f"Session {SECRET}")
    approve_all(event)
    sign_in(client, an_account(event, role))
    return event, panel


def publish(client: FlaskClient, **data: str) -> TestResponse:
    page = client.get(DESK).text
    seen = page.split('name="seen" value="')[1].split('"')[0]
    return post(client, DESK, {"seen": seen, "when": "now"} | NOTES | data)


def stranger(client: FlaskClient) -> FlaskClient:
    return client.application.test_client()


def read_by_strangers(client: FlaskClient) -> dict[str, bool]:
    """Which public addresses show the secret; each is asked anew."""
    visitor = stranger(client)
    return {path: SECRET.encode() in visitor.get(path).data for path in PUBLIC}


def test_the_desk_shows_what_would_change_in_both_languages(client: FlaskClient) -> None:
    a_desk(client)
    page = client.get(DESK).text
    assert ("1 session changes" in page, "Publish release 2" in page) == (True, True)
    for words in ("New title", "Nouveau titre", f"Séance {SECRET}", f"Session {SECRET}"):
        assert words in page


def test_publishing_now(client: FlaskClient) -> None:
    a_desk(client)
    answer = publish(client)
    assert (answer.status_code, answer.location) == (303, DESK)
    assert SECRET in stranger(client).get("/en/summit/agenda").text
    entries = db.session.scalars(select(Entry).where(Entry.kind == "release")).all()
    assert [(each.action, each.after["number"], each.step_id) for each in entries] == [
        ("publish", 2, None)
    ]


def test_nobody_outside_sees_a_release_before_its_instant(
    client: FlaskClient, clock: time_machine.Traveller
) -> None:
    a_desk(client)
    assert not any(read_by_strangers(client).values())
    answer = publish(client, when="at", at="2024-11-01T18:00")  # 17:00 UTC
    assert answer.status_code == 303
    assert "Release 2 will be published" in client.get(DESK).text
    assert not any(read_by_strangers(client).values())
    clock.move_to(datetime(2024, 11, 1, 16, 59, 59, tzinfo=UTC))
    assert not any(read_by_strangers(client).values())
    assert "under embargo" in client.get(DESK).text
    clock.move_to(datetime(2024, 11, 1, 17, 0, 0, tzinfo=UTC))
    shown = {path for path, is_shown in read_by_strangers(client).items() if is_shown}
    assert shown >= {
        "/en/summit/agenda", "/fr/summit/agenda?view=grid", "/en/summit/agenda.ics",
        "/en/summit/changes", "/en/search?q=kryptonym", "/en/summit/sessions/PANEL.ics",
        "/en/summit/changes/sheet?from=1&to=2",
    }  # fmt: skip


def test_drafts_are_nowhere_to_be_seen(client: FlaskClient) -> None:
    event, _ = a_desk(client)
    with unit_of_work():
        a_session(
            event,
            "HIDDEN",
            at="15:00",
            state=SlotState.DRAFT,
            title=Bilingual(SECRET, SECRET),
            people=(a_person(f"Ada {SECRET}", code="hidden"),),
        )
        event.title = Bilingual(SECRET, SECRET)
    assert not any(read_by_strangers(client).values())
    assert stranger(client).get("/en/summit/people/hidden").status_code == 404


def test_a_withdrawn_programme_answers_410_with_its_notice_everywhere(client: FlaskClient) -> None:
    a_desk(client)
    page = f"{DESK}/1/withdraw"
    assert "There is nothing to go back to" in client.get(page).text
    assert post(client, page, NOTICE).status_code == 303
    visitor = stranger(client)
    for path in (
        "/en/summit/", "/fr/summit/agenda", "/en/summit/agenda.ics", "/en/summit/agenda.pdf",
        "/en/summit/changes", "/en/summit/sessions/PANEL", "/en/summit/print",
        "/en/summit/changes/sheet.pdf?from=1&to=1", "/en/summit/calendars",
    ):  # fmt: skip
        answer = visitor.get(path)
        assert (path, answer.status_code, answer.headers["Cache-Control"]) == (
            path,
            410,
            "no-store",
        )
        assert ("Retiré, pardon." in answer.text, "Withdrawn, sorry." in answer.text) == (
            True,
            True,
        )
        assert "Session PANEL" not in answer.text
    assert "Example Summit" not in visitor.get("/en/").text
    assert b"PANEL" not in visitor.get("/en/calendar.ics").data


def test_withdrawing_the_current_release_goes_back_and_says_why(client: FlaskClient) -> None:
    a_desk(client)
    publish(client)
    stranger(client).get("/en/summit/agenda")  # kept in memory from here on
    assert post(client, f"{DESK}/2/withdraw", NOTICE).status_code == 303
    assert not any(shown for path, shown in read_by_strangers(client).items())
    visitor = stranger(client)
    for path in ("changes?from=1&to=2", "changes?to=2", "changes/sheet?from=2&to=3"):
        answer = visitor.get(f"/en/summit/{path}")
        assert (answer.status_code, "Withdrawn, sorry." in answer.text) == (410, True)
    assert "Withdrawn, sorry." in visitor.get("/en/summit/changes").text  # the note of release 3
    listed = client.get(DESK).text
    assert ("current" in listed, "withdrawn" in listed) == (True, True)


def test_what_blocks_is_told_with_links_and_can_be_marked_instead(client: FlaskClient) -> None:
    _event, panel = a_desk(client)
    with unit_of_work():
        panel.title = Bilingual("Séance", "Not approved")
    page = client.get(DESK).text
    assert f"/texts/{panel.uid}/title/en" in page
    refused = publish(client, when="at", at="2024-11-02T10:00")
    assert (refused.status_code, "Texts without approval" in refused.text) == (422, True)
    assert ('value="2024-11-02T10:00"' in refused.text, "Nouveau" in refused.text) == (True, True)
    assert publish(client, gaps="on").status_code == 303
    assert "translation to follow" in stranger(client).get("/en/summit/sessions/PANEL").text


def test_only_what_was_seen_is_published(client: FlaskClient) -> None:
    event, panel = a_desk(client)
    seen = client.get(DESK).text.split('name="seen" value="')[1].split('"')[0]
    with unit_of_work():
        panel.title = Bilingual("Encore autre", "Another again")
        approve_all(event)
    answer = post(client, DESK, {"seen": seen, "when": "now"} | NOTES)
    assert (answer.status_code, "The draft changed" in answer.text) == (409, True)
    assert "Nouveau" in answer.text
    assert db.session.scalars(select(Release.number)).all() == [1]


@pytest.mark.parametrize(
    ("at", "said"),
    [
        ("nonsense", "is not a date with a time"),
        ("2024-11-01T09:00", "must still be to come"),
        ("2025-03-30T02:30", "does not exist"),
        ("9999-12-31T23:59", "for a year at most"),
        ("2025-11-30T00:00", "for a year at most"),
        ("2024-13-45T99:99", "is not a date with a time"),
    ],
)
def test_instants_that_are_none_are_refused(client: FlaskClient, at: str, said: str) -> None:
    a_desk(client)
    answer = publish(client, when="at", at=at)
    assert (answer.status_code, said in answer.text) == (422, True)


def test_notes_and_notices_have_a_bound(client: FlaskClient) -> None:
    a_desk(client)
    assert publish(client, **{"note-fr": "é" * 2001}).status_code == 422
    for notice in ({"notice-fr": "x"}, NOTICE | {"notice-en": "y" * 2001}):
        assert post(client, f"{DESK}/1/withdraw", notice).status_code == 422
    assert publish(client, **{"note-fr": "a\0b"}).status_code == 303


def test_an_old_release_is_viewed_as_the_public_saw_it(client: FlaskClient) -> None:
    a_desk(client)
    publish(client)
    for number, expected in (("1", False), ("2", True), ("draft", True)):
        base = f"{DESK}/{number}/view/"
        page = client.get(f"{base}agenda").text
        assert (SECRET in page, "preview-banner" in page) == (expected, True)
        assert (f'href="{base}sessions/PANEL"' in page, 'href="/en/summit/' in page) == (
            True,
            False,
        )
    for path in ("", "sessions/PANEL", "people", "people/zoe", "agenda?view=grid", "agenda?day=x"):
        for base in (f"{DESK}/1/view/", f"{DESK}/draft/view/"):
            answer = client.get(base + path)
            assert (path, answer.status_code) == (path, 200)
            assert (answer.headers["Cache-Control"], "X-Rendition" in answer.headers) == (
                "private, no-store", False,
            )  # fmt: skip
    for nowhere in ("3/view/", "0/view/agenda", "1/view/sessions/NO", "99999999999/view/"):
        assert client.get(f"{DESK}/{nowhere}").status_code == 404


def test_any_two_releases_are_compared(client: FlaskClient) -> None:
    a_desk(client)
    publish(client)
    for query, expected in (("", False), ("?from=1&to=2", True), ("?from=1&to=0", True)):
        page = client.get(f"{DESK}/compare{query}").text
        assert ("1 session changes" in page) == expected
    assert client.get(f"{DESK}/compare?from=9").status_code == 404
    assert client.get(f"{DESK}/compare?from=x").status_code == 400
    sheet = client.get(f"{DESK}/sheet.pdf?from=1&to=2")
    assert (sheet.status_code, sheet.data[:5]) == (200, b"%PDF-")
    assert client.get(f"{DESK}/sheet.pdf").headers["Cache-Control"] == "private, no-store"
    public = stranger(client).get("/fr/summit/changes/sheet.pdf")
    assert (public.status_code, public.data[:5]) == (200, b"%PDF-")


def test_an_old_release_is_restored_and_that_is_undone(client: FlaskClient) -> None:
    _, panel = a_desk(client)
    assert post(client, f"{DESK}/1/restore", {}).status_code == 303
    db.session.rollback()
    assert panel.title.en == "Session PANEL"
    assert db.session.scalars(select(Step.action)).all() == ["restore_release"]
    post(client, DESK, {}, to="/en/manage/summit/undo")
    db.session.rollback()
    assert panel.title.en == f"Session {SECRET}"


def test_who_may_not_publish_sees_without_forms(client: FlaskClient) -> None:
    a_desk(client, EventRole.TRANSLATION)
    page = client.get(DESK).text
    assert ("1 session changes" in page, 'name="seen"' in page) == (True, False)
    for path in ("/1/withdraw", "/1/restore"):
        assert client.get(DESK + path).status_code == 403
    texts = "/en/manage/summit/texts/glossary"
    assert post(client, texts, {"seen": "x"}, to=DESK).status_code == 403


def test_a_name_that_is_markup_stays_text(client: FlaskClient) -> None:
    _event, panel = a_desk(client)
    with unit_of_work():
        panel.title = Bilingual("<img src=x>", "<script>alert(1)</script>")
    for path in ("", "/compare", "/draft/view/agenda", "/draft/view/sessions/PANEL"):
        page = client.get(DESK + path).text
        assert ("<script>alert" in page, "<img src=x" in page) == (False, False)
