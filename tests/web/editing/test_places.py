"""Venues and rooms in the browser."""

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select

from eventapp.accounts.rights import EventRole
from eventapp.events.models import Event, Room, Venue
from eventapp.plumbing.database import db
from eventapp.values.bilingual import Bilingual
from tests.builders import a_room, a_session, a_summit, an_account, sign_in
from tests.web.editing.sheets import fill_in
from tests.web.workspace.posting import post

PLACES = "/en/manage/summit/places"
ROOM = f"{PLACES}/rooms/hall"


@pytest.fixture
def event(client: FlaskClient) -> Event:
    event = a_summit()
    a_room(event, "Hall", capacity=100)
    sign_in(client, an_account(event, EventRole.PROGRAMME))
    return event


def rooms() -> list[tuple[str, int | None]]:
    db.session.rollback()
    return [(room.name.en, room.capacity) for room in db.session.scalars(select(Room))]


def test_rooms_are_listed_with_their_venue(client: FlaskClient, event: Event) -> None:
    page = client.get(PLACES).text
    assert ("Room Hall" in page, "Palace" in page) == (True, True)


def test_a_room_is_added_after_the_others(client: FlaskClient, event: Event) -> None:
    answer = fill_in(
        client,
        f"{PLACES}/new-room",
        name__fr="Salle des pas perdus",
        name__en="Great Hall",
        capacity="40",
        venue=str(event.venues[0].uid),
        equipment=["projector", "captions"],
    )
    assert (answer.status_code, answer.location) == (303, PLACES)
    db.session.rollback()
    room = db.session.scalars(select(Room).where(Room.code == "great-hall")).one()
    assert (room.name, room.capacity, room.position) == (
        Bilingual("Salle des pas perdus", "Great Hall"),
        40,
        1,
    )
    assert (room.equipment, room.venue) == (("projector", "captions"), event.venues[0])


def test_a_room_with_all_equipment_fits_its_column(client: FlaskClient, event: Event) -> None:
    page = client.get(ROOM).text
    every = [part.partition('"')[0] for part in page.split('name="equipment" value="')[1:]]
    assert fill_in(client, ROOM, equipment=every).status_code == 303
    db.session.rollback()
    assert list(db.session.scalars(select(Room.equipment)).one()) == every


def test_what_is_wrong_stands_beside_its_field_and_nothing_is_lost(
    client: FlaskClient, event: Event
) -> None:
    answer = fill_in(client, ROOM, name__fr="Grande salle", name__en="", capacity="many")
    assert answer.status_code == 422
    assert "A whole number from 1 to 1000000 is needed." in answer.text
    assert ('value="many"' in answer.text, 'value="Grande salle"' in answer.text) == (True, True)
    assert rooms() == [("Room Hall", 100)]


def test_errors_are_in_the_readers_language(client: FlaskClient, event: Event) -> None:
    answer = fill_in(client, ROOM.replace("/en/", "/fr/"), capacity="0")
    assert "Il faut un nombre entier de 1 à 1000000." in answer.text


def test_a_room_in_use_is_not_removed_and_the_page_says_where(
    client: FlaskClient, event: Event
) -> None:
    a_session(event, "OPEN", room=db.session.scalars(select(Room)).one())
    db.session.commit()
    answer = post(client, f"{ROOM}/remove", {})
    assert (answer.status_code, "“Session OPEN”" in answer.text) == (409, True)
    assert rooms() == [("Room Hall", 100)]


def test_a_removed_room_comes_back_with_undo(client: FlaskClient, event: Event) -> None:
    assert post(client, f"{ROOM}/remove", {}).status_code == 303
    assert (rooms(), client.get(ROOM).status_code) == ([], 404)
    page = post(client, PLACES, {"next": PLACES}, to="/en/manage/summit/undo")
    assert (page.status_code, rooms()) == (303, [("Room Hall", 100)])


def test_a_venue_with_rooms_is_not_removed(client: FlaskClient, event: Event) -> None:
    venue = f"{PLACES}/venues/{event.venues[0].uid}"
    answer = post(client, f"{venue}/remove", {})
    assert (answer.status_code, "“Room Hall”" in answer.text) == (409, True)


def test_a_venue_is_changed(client: FlaskClient, event: Event) -> None:
    page = f"{PLACES}/venues/{event.venues[0].uid}"
    answer = fill_in(client, page, country="CA", latitude="45,5048", address="1, rue X")
    assert answer.status_code == 303
    db.session.rollback()
    venue = db.session.scalars(select(Venue)).one()
    assert (venue.country, venue.latitude, venue.address) == ("CA", 45.5048, "1, rue X")


def test_a_reader_sees_the_form_and_cannot_save_it(client: FlaskClient) -> None:
    event = a_summit("other")
    a_room(event, "Hall")
    sign_in(client, an_account(event, EventRole.READER))
    page = "/en/manage/other/places/rooms/hall"
    assert "disabled" in client.get(page).text
    assert post(client, page, {"capacity": "7"}, to=page).status_code == 403
    assert rooms() == [("Room Hall", 100)]
