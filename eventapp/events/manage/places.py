"""Venues and rooms: in order, with what they offer."""

from typing import Any
from uuid import UUID

from flask import render_template, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from eventapp.accounts.doing import confirmed, done, my_deed
from eventapp.accounts.guarding import allows, needs
from eventapp.accounts.rights import Right
from eventapp.events import labels
from eventapp.events.editing import add_room, add_venue, edit_place, remove_place
from eventapp.events.forms import RoomForm, VenueForm
from eventapp.events.kinds import Equipment
from eventapp.events.manage.pages import EVENT, blueprint
from eventapp.events.models import Event, Room, Venue
from eventapp.events.places import room_of, rooms_of, venue_of, venues_of
from eventapp.history.actions import Action
from eventapp.history.saving import Sheet, opened, save
from eventapp.plumbing.fields import Offer, offered
from eventapp.plumbing.forms import Offers
from eventapp.plumbing.web import found, reading_language
from eventapp.translation.approving import states_of
from eventapp.values.territories import countries

PLACES = f"{EVENT}/places"
ROOM, VENUE = f"{PLACES}/rooms/<code:code>", f"{PLACES}/venues/<uuid:uid>"

Answer = Response | tuple[str, int]


@blueprint.get(PLACES)
@needs(Right.READ)
def places(event: Event) -> str:
    """All venues, each with its rooms."""
    return render_template(
        "events/places.html",
        event=event,
        venues=venues_of(event),
        rooms=rooms_of(event),
        equipment=dict(_equipment()),
    )


@blueprint.get(f"{PLACES}/new-room")
@needs(Right.PROGRAMME)
def new_room(event: Event) -> Answer:
    """An empty form for a room."""
    return _page(event, opened(RoomForm, offers=_room_offers(event)))


@blueprint.post(f"{PLACES}/new-room")
@needs(Right.PROGRAMME)
def add_new_room(event: Event) -> Answer:
    """Adds a room."""

    def write(_row: Any, form: RoomForm) -> Room:
        return add_room(event, _room_values(event, form))

    return _saved(event, save(RoomForm, None, write, _adding(event), _room_offers(event)))


@blueprint.get(ROOM)
@needs(Right.READ)
def room(event: Event, code: str) -> Answer:
    """A room's form."""
    return _page(event, opened(RoomForm, found(room_of(event, code)), _room_offers(event)))


@blueprint.post(ROOM)
@needs(Right.PROGRAMME)
def save_room(event: Event, code: str) -> Answer:
    """Saves a room."""
    row = found(room_of(event, code))
    deed = my_deed(event, name=row.name)

    def write(row: Room | None, form: RoomForm) -> Room:
        return edit_place(found(row), _room_values(event, form), now=deed.now)

    return _saved(event, save(RoomForm, row, write, deed, _room_offers(event)))


@blueprint.get(f"{PLACES}/new-venue")
@needs(Right.PROGRAMME)
def new_venue(event: Event) -> Answer:
    """An empty form for a venue."""
    return _page(event, opened(VenueForm, offers=_venue_offers()))


@blueprint.post(f"{PLACES}/new-venue")
@needs(Right.PROGRAMME)
def add_new_venue(event: Event) -> Answer:
    """Adds a venue."""

    def write(_row: Any, form: VenueForm) -> Venue:
        return add_venue(event, form.values)

    return _saved(event, save(VenueForm, None, write, _adding(event), _venue_offers()))


@blueprint.get(VENUE)
@needs(Right.READ)
def venue(event: Event, uid: UUID) -> Answer:
    """A venue's form."""
    return _page(event, opened(VenueForm, found(venue_of(event, uid)), _venue_offers()))


@blueprint.post(VENUE)
@needs(Right.PROGRAMME)
def save_venue(event: Event, uid: UUID) -> Answer:
    """Saves a venue."""
    row = found(venue_of(event, uid))
    deed = my_deed(event, name=row.name)

    def write(row: Venue | None, form: VenueForm) -> Venue:
        return edit_place(found(row), form.values, now=deed.now)

    return _saved(event, save(VenueForm, row, write, deed, _venue_offers()))


@blueprint.get(f"{ROOM}/remove")
@needs(Right.PROGRAMME)
def removing_room(event: Event, code: str) -> str:
    """Asks once."""
    return _ask(event, found(room_of(event, code)))


@blueprint.post(f"{ROOM}/remove")
@needs(Right.PROGRAMME)
def remove_room(event: Event, code: str) -> Answer:
    """Removes a room."""
    return _remove(event, found(room_of(event, code)))


@blueprint.get(f"{VENUE}/remove")
@needs(Right.PROGRAMME)
def removing_venue(event: Event, uid: UUID) -> str:
    """Asks once."""
    return _ask(event, found(venue_of(event, uid)))


@blueprint.post(f"{VENUE}/remove")
@needs(Right.PROGRAMME)
def remove_venue(event: Event, uid: UUID) -> Answer:
    """Removes a venue."""
    return _remove(event, found(venue_of(event, uid)))


def _adding(event: Event) -> Any:
    return my_deed(event, Action.ADD)


def _saved(event: Event, sheet: Sheet[Any, Any]) -> Answer:
    if sheet.is_saved:
        return done(_("Saved."), url_for(".places"))
    return _page(event, sheet)


def _page(event: Event, sheet: Sheet[Any, Any]) -> Answer:
    kind = "room" if isinstance(sheet.form, RoomForm) else "venue"
    row = sheet.row
    page = render_template(
        f"events/places_{kind}.html",
        event=event,
        sheet=sheet,
        states=states_of(row.uid, sheet.stored_texts) if row else {},
        may_edit=allows(event, Right.PROGRAMME),
    )
    return page, sheet.status


def _ask(event: Event, place: Room | Venue, refusal: str = "") -> str:
    name = place.name.text(reading_language()).text
    return render_template(
        "layouts/confirm.html",
        event=event,
        place="workspace.places",
        question=_("Remove “%(name)s”?", name=name),
        refusal=refusal,
        back=url_for(".places"),
    )


def _remove(event: Event, place: Room | Venue) -> Answer:
    deed = my_deed(event, Action.REMOVE, place.name)
    name = place.name.text(reading_language()).text
    return confirmed(
        lambda: remove_place(place, now=deed.now),
        deed,
        lambda refusal: _ask(event, place, refusal),
        _("“%(name)s” was removed. Undo brings it back.", name=name),
        url_for(".places"),
    )


def _room_values(event: Event, form: RoomForm) -> dict[str, Any]:
    ids = {str(each.uid): each.id for each in venues_of(event)}
    values = form.values
    venue = values.pop("venue")
    return {**values, "venue_id": ids.get(venue)}


def _room_offers(event: Event) -> Offers:
    venues = [(str(each.uid), each.name) for each in venues_of(event)]
    return {
        "venue": [("", "–"), *offered(venues, reading_language())],
        "equipment": _equipment(),
    }


def _venue_offers() -> Offers:
    return {"country": [("", "–"), *countries(reading_language())]}


def _equipment() -> list[Offer]:
    return [(each.value, labels.equipment(each, reading_language())) for each in Equipment]
