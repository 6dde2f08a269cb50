"""An event's settings, new events, and the next edition of one."""

from datetime import date, datetime, timedelta

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select

from eventapp.accounts.models import Membership
from eventapp.accounts.rights import EventRole
from eventapp.agenda.kinds import AppearanceState, SlotState
from eventapp.agenda.models import Session, Track
from eventapp.events.facts import Part
from eventapp.events.models import Event, Room
from eventapp.plumbing.database import db
from eventapp.values.bilingual import Bilingual
from tests.builders import (
    FIRST_DAY,
    a_person,
    a_room,
    a_session,
    a_summit,
    a_track,
    an_account,
    sign_in,
)
from tests.web.editing.sheets import fill_in

SETTINGS, COPY, NEW = "/en/manage/summit/settings", "/en/manage/summit/copy", "/en/manage/new"


@pytest.fixture
def event(client: FlaskClient) -> Event:
    event = a_summit()
    hall = a_room(event, "Hall")
    people = (a_person("Zoé Été"),)
    a_session(event, "OPEN", room=hall, track=a_track(event), people=people, at="09:30")
    a_session(event, "OFF", state=SlotState.CANCELLED)
    sign_in(client, an_account(event, EventRole.OWNER))
    return event


def called(slug: str = "summit") -> Event:
    db.session.rollback()
    return db.session.scalars(select(Event).where(Event.slug == slug)).one()


def test_settings_are_saved(client: FlaskClient, event: Event) -> None:
    answer = fill_in(
        client,
        SETTINGS,
        title__en="The Summit",
        contact="desk@example.org",
        texts_due_on="2024-11-15",
        day_change="4 h",
        travel_minutes="35",
    )
    assert answer.status_code == 303
    now = called()
    assert (now.title.en, now.contact, now.texts_due_on, now.travel_minutes) == (
        "The Summit",
        "desk@example.org",
        date(2024, 11, 15),
        35,
    )
    assert now.day_change.hour == 4


def test_in_another_zone_sessions_keep_their_wall_times(client: FlaskClient, event: Event) -> None:
    assert fill_in(client, SETTINGS, zone="America/Toronto").status_code == 303
    db.session.rollback()
    span = db.session.scalars(select(Session).where(Session.code == "OPEN")).one().span
    assert span
    assert (span.start, span.zone) == (datetime(2024, 12, 3, 9, 30), "America/Toronto")


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"zone": "Europe/Nowhere"}, "A place of the time zone database"),
        ({"ends_on": "2024-12-01"}, "The last day comes before the first one."),
        ({"title__fr": "", "title__en": ""}, "This is needed, in one language at least."),
        ({"contact": "nobody"}, "This is not an e-mail address."),
    ],
)
def test_what_is_wrong_is_said(
    client: FlaskClient, event: Event, typed: dict[str, str], words: str
) -> None:
    answer = fill_in(client, SETTINGS, **typed)
    assert (answer.status_code, words in answer.text) == (422, True)


def test_the_next_edition_begins_with_what_was_chosen(client: FlaskClient, event: Event) -> None:
    answer = fill_in(
        client,
        COPY,
        title__fr="Sommet 2025",
        title__en="Summit 2025",
        slug="summit-2025",
        starts_on="2025-12-02",
    )
    assert (answer.status_code, answer.location) == (303, "/en/manage/summit-2025/")
    copy = called("summit-2025")
    assert (copy.title, copy.starts_on, copy.ends_on) == (
        Bilingual("Sommet 2025", "Summit 2025"),
        date(2025, 12, 2),
        date(2025, 12, 3),
    )
    [session] = db.session.scalars(select(Session).where(Session.event_id == copy.id))
    assert session.span
    assert session.span.start == datetime(2025, 12, 2, 9, 30)
    assert (session.state, session.revision) == (SlotState.DRAFT, None)
    assert session.room in db.session.scalars(select(Room).where(Room.event_id == copy.id)).all()
    assert session.track in db.session.scalars(select(Track).where(Track.event_id == copy.id)).all()
    assert [each.state for each in session.appearances] == [AppearanceState.PROPOSED]
    roles = select(Membership.role).where(Membership.event_id == copy.id)
    assert db.session.scalars(roles).all() == [EventRole.OWNER]


def test_only_what_was_chosen_is_taken_over(client: FlaskClient, event: Event) -> None:
    answer = fill_in(client, COPY, slug="bare", starts_on="2025-12-02", parts=[Part.TRACKS.value])
    assert answer.status_code == 303
    copy = called("bare")
    counts = [
        len(db.session.scalars(select(kind).where(kind.event_id == copy.id)).all())
        for kind in (Room, Track, Session)
    ]
    assert counts == [0, 1, 0]


def test_a_session_at_an_hour_that_is_skipped_waits_for_another(
    client: FlaskClient, event: Event
) -> None:
    a_session(event, "NIGHT", at="02:15", day=FIRST_DAY + timedelta(days=1))
    db.session.commit()
    spring = date(2025, 3, 29)
    fill_in(client, COPY, slug="spring", starts_on=spring.isoformat())
    copy = called("spring")
    spans = {
        each.code: each.span
        for each in db.session.scalars(select(Session))
        if each.event_id == copy.id
    }
    assert (spans["NIGHT"], spans["OPEN"] is None) == (None, False)


def test_an_address_that_is_taken_is_refused(client: FlaskClient, event: Event) -> None:
    answer = fill_in(client, COPY, slug="summit", starts_on="2025-12-02")
    assert (answer.status_code, "Another event has the address" in answer.text) == (422, True)


@pytest.mark.parametrize("slug", ["Été", "my", "a b", "-x", "x" * 81])
def test_an_address_that_cannot_be_is_refused(client: FlaskClient, event: Event, slug: str) -> None:
    assert fill_in(client, COPY, slug=slug, starts_on="2025-12-02").status_code == 422


def test_administrators_add_events(client: FlaskClient) -> None:
    sign_in(client, an_account(is_administrator=True))
    typed = {"title__fr": "Colloque", "slug": "colloque", "zone": "America/Toronto"}
    answer = fill_in(client, NEW, **typed)
    assert (answer.status_code, answer.location) == (303, "/en/manage/colloque/settings")
    assert client.get("/en/manage/colloque/settings").status_code == 200


def test_owners_of_an_event_add_none(client: FlaskClient, event: Event) -> None:
    assert client.get(NEW).status_code == 403
