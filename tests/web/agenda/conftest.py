"""A published summit, and a visitor who reads its pages."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from eventapp.agenda import publishing
from eventapp.agenda.kinds import SessionKind, SlotState
from eventapp.agenda.models import Session
from eventapp.events.kinds import EventFormat
from eventapp.events.models import Event
from eventapp.plumbing.database import db
from eventapp.values.bilingual import Bilingual
from eventapp.values.language import Language
from tests.builders import (
    FIRST_DAY,
    NOW,
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
from tests.web.agenda.html import Page, page_of

Visit = Callable[..., Page]


@dataclass(frozen=True)
class Summit:
    event: Event
    opening: Session
    panel: Session


@pytest.fixture
def summit(app: Flask) -> Summit:
    """Two days, two rooms; release 1."""
    event = a_summit(format=EventFormat.HYBRID)
    hall, salon = a_room(event, "Hall"), a_room(event, "Salon")
    track = a_track(event)
    zoe = a_person("Zoé Été", code="zoe", organisation=an_organisation())
    opening = a_session(
        event, "OPEN", kind=SessionKind.OPENING, room=hall, people=(zoe,), floor_languages=("fr",)
    )
    panel = a_session(
        event,
        "PANEL",
        at="10:00",
        room=salon,
        track=track,
        title=Bilingual("Éthique & données", "Ethics & Data"),
        floor_languages=("en",),
        interpretation_languages=("fr",),
        people=(zoe, a_person("Ada Exemple", code="ada")),
    )
    a_session(event, "PAUSE", at="11:00", minutes=30, kind=SessionKind.BREAK)
    a_session(event, "OFF", at="14:00", room=hall, state=SlotState.CANCELLED)
    a_session(event, "NEXT", day=FIRST_DAY + timedelta(days=1), room=hall)
    a_session(event, "LATER", at=None)
    a_release(event)
    return Summit(event, opening, panel)


@pytest.fixture
def moved(summit: Summit) -> Summit:
    """Release 2: the opening is later, in another room, and has another title."""
    summit.opening.span = a_span(summit.event, "09:30", minutes=30)
    summit.opening.room = summit.panel.room
    summit.opening.title = Bilingual("Grande ouverture", "Grand Opening")
    approve_all(summit.event)
    note = Bilingual("L’ouverture change de salle.", "The opening changes rooms.")
    publishing.publish(summit.event, by="organizer", now=NOW + timedelta(days=1), note=note)
    db.session.commit()
    return summit


@pytest.fixture
def half_translated(app: Flask) -> Event:
    """A programme that exists in English only, published with its gaps marked."""
    event = a_summit("english")
    a_session(
        event,
        "PANEL",
        room=a_room(event),
        track=a_track(event, name=Bilingual(en="Governance")),
        title=Bilingual(en="Ethics and Data"),
        abstract=Bilingual(en="About **ethics**."),
        people=(a_person("Zoé Été", code="zoe", function=Bilingual(en="Director")),),
    )
    approve_all(event, Language.EN)
    publishing.publish(event, by="organizer", now=NOW, note=Bilingual(), allow_missing=True)
    db.session.commit()
    return event


@pytest.fixture
def visit(app: Flask, client: FlaskClient) -> Visit:
    """Reads a page: `visit("/fr/summit/", status=200)`."""

    def visit(path: str, *, status: int = 200, headers: Mapping[str, str] | None = None) -> Page:
        with app.app_context():  # each visit has its own, as in a served application
            response: TestResponse = client.get(path, headers=headers)
        assert response.status_code == status
        return page_of(response.text)

    return visit
