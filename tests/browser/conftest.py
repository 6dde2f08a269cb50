"""A served site, and a browser to read it with."""

import os
import shutil
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from threading import Thread

import pytest
from flask import Flask
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from werkzeug.serving import make_server

from eventapp.agenda import publishing
from eventapp.agenda.kinds import SessionKind, SlotState
from eventapp.app import create_app
from eventapp.events.kinds import EventFormat
from eventapp.events.models import Event
from eventapp.people.models import Person
from eventapp.plumbing.database import db
from eventapp.registration.kinds import QuestionKind
from eventapp.values.bilingual import Bilingual
from tests.builders import (
    FIRST_DAY,
    NOW,
    a_participant,
    a_person,
    a_release,
    a_room,
    a_session,
    a_span,
    a_summit,
    a_track,
    an_organisation,
    approve_all,
)
from tests.conftest import settings_for
from tests.registration import a_desk, a_question

NARROW, WIDE = {"width": 320, "height": 640}, {"width": 1280, "height": 900}

Open = Callable[..., Page]


@pytest.fixture(scope="session")
def site(migrated_sqlite: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site with a summit of two releases, served until the tests end."""
    folder = tmp_path_factory.mktemp("site")
    file = folder / "eventapp.sqlite"
    file.write_bytes(migrated_sqlite.read_bytes())
    app = create_app(settings_for(f"sqlite:///{file}", folder))
    with app.app_context():
        _publish()
        db.session.remove()
    server = make_server("127.0.0.1", 0, app, threaded=True)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    _close(app)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = shutil.which("chromium") or shutil.which("google-chrome")
    if path is None:
        if os.environ.get("CI"):
            raise AssertionError("chromium is missing")
        pytest.skip("no chromium here (Debian: apt install chromium)")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def open_page(site: str, browser: Browser) -> Iterator[Open]:
    """Opens an address in a fresh browser: `open_page("/fr/", java_script_enabled=False)`.

    What the browser complains about, such as a policy that is not kept, fails the test.
    """
    contexts: list[BrowserContext] = []
    complaints: list[str] = []

    def open_page(path: str, *, script: str = "", **options: object) -> Page:
        context = browser.new_context(
            base_url=site,
            **{"viewport": WIDE, "timezone_id": "Europe/Belgrade"} | options,  # type: ignore[arg-type]
        )
        contexts.append(context)
        if script:
            context.add_init_script(script)
        page = context.new_page()
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("console", lambda said: complaints.extend([said.text] * (said.type == "error")))
        page.goto(path)
        page.wait_for_load_state("networkidle")
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert complaints == []


def _open_registration(event: Event, listed: Person) -> None:
    """A form with a condition, choices and a file; and somebody who is listed."""
    a_desk(event)
    visa = a_question(event, "visa", kind=QuestionKind.YES_NO, is_required=True)
    a_question(event, "copy", kind=QuestionKind.FILE, shown_if=visa, shown_for="yes")
    meals = [{"code": each, "fr": each, "en": each} for each in ("fish", "vegetables")]
    a_question(event, "meal", kind=QuestionKind.SOME_OF, options=meals)
    a_participant(event, listed, "guest", is_listed=True, policy=1)


def _publish() -> None:
    """A hybrid summit with all that a page may have to show, in two releases."""
    event = a_summit(format=EventFormat.HYBRID)
    hall, salon = a_room(event, "Hall"), a_room(event, "Salon")
    governance = a_track(event)
    climate = a_track(event, "climate", name=Bilingual("Climat", "Climate"), colour=2)
    zoe = a_person("Zoé Été", code="zoe", organisation=an_organisation())
    ada = a_person("Ada Exemple", code="ada")
    _open_registration(event, zoe)
    opening = a_session(
        event,
        "OPEN",
        kind=SessionKind.OPENING,
        room=hall,
        people=(zoe,),
        join_link="https://example.org/live",
    )
    a_session(
        event,
        "ETHICS",
        at="10:00",
        room=hall,
        track=governance,
        people=(zoe, ada),
        title=Bilingual("Éthique et données", "Ethics and Data"),
        floor_languages=("fr",),
    )
    a_session(
        event,
        "FOREST",
        at="10:30",
        room=salon,
        track=climate,
        floor_languages=("en",),
        title=Bilingual("La forêt boréale", "The Boreal Forest"),
        interpretation_languages=("fr",),
    )
    a_session(event, "PAUSE", at="11:30", minutes=30, kind=SessionKind.BREAK)
    a_session(event, "OFF", at="14:00", room=hall, state=SlotState.CANCELLED)
    a_session(event, "NIGHT", at="23:00", minutes=120, room=salon, state=SlotState.TENTATIVE)
    a_session(event, "NEXT", day=FIRST_DAY + timedelta(days=1), room=hall)
    a_session(event, "LATER", at=None)
    a_release(event)
    opening.span = a_span(event, "09:30", minutes=30)
    opening.title = Bilingual("Grande ouverture", "Grand Opening")
    approve_all(event)
    publishing.publish(event, by="organizer", now=NOW + timedelta(days=1), note=Bilingual())
    db.session.commit()


def _close(app: Flask) -> None:
    with app.app_context():
        db.engine.dispose()
