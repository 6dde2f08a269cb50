"""Movements in the workspace: the list, and each by its form."""

from collections.abc import Iterable
from typing import Any

from flask import render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from eventapp.accounts.doing import confirmed, done, my_deed
from eventapp.accounts.guarding import needs
from eventapp.accounts.rights import Right
from eventapp.agenda.conflicts.queries import conflicts_around, conflicts_by_slot
from eventapp.agenda.kinds import SlotState
from eventapp.agenda.manage.boarding import today
from eventapp.agenda.writing import span_of
from eventapp.delegations.kinds import MemberFunction
from eventapp.delegations.models import Delegation
from eventapp.events.models import Event
from eventapp.events.places import rooms_of
from eventapp.history.actions import Action
from eventapp.history.saving import FieldRefusal, Sheet, opened, save
from eventapp.movements.editing import Aboard, add_movement, edit_movement, remove_movement
from eventapp.movements.forms import MovementForm
from eventapp.movements.kinds import MovementKind, Travellers
from eventapp.movements.manage.pages import EVENT, blueprint
from eventapp.movements.models import Movement
from eventapp.movements.queries import (
    by_day,
    delegations_of,
    members_of,
    movement_called,
    movements_of,
    name_of,
    parties_of,
)
from eventapp.people.models import Person
from eventapp.plumbing.fields import offered
from eventapp.plumbing.forms import Offers
from eventapp.plumbing.web import found, reading_language
from eventapp.values.refusal import Refusal
from eventapp.values.timespan import TimeSpan

MOVEMENTS = f"{EVENT}/movements"
MOVEMENT = f"{MOVEMENTS}/<code:code>"

Answer = Response | tuple[str, int]
Form = Sheet[MovementForm, Movement]


@blueprint.get(MOVEMENTS)
@needs(Right.PROTOCOL)
def movements(event: Event) -> str:
    """All movements by day, or those of the delegation that the address names."""
    delegations = delegations_of(event, reading_language())
    asked = request.args.get("delegation", "")
    chosen = next((each for each, _name in delegations if each.code == asked), None)
    return render_template(
        "movements/movements.html",
        event=event,
        days=by_day(event, movements_of(event, chosen)),
        delegations=delegations,
        chosen=chosen,
        conflicts=conflicts_by_slot(event, today=today(event)),
        name_of=name_of,
        parties_of=parties_of,
    )


@blueprint.get(f"{MOVEMENTS}/new")
@needs(Right.PROTOCOL)
def new(event: Event) -> Answer:
    """An empty form: a transfer of everybody on the first day."""
    given = {
        "kind": MovementKind.TRANSFER,
        "state": SlotState.CONFIRMED,
        "day": event.starts_on,
        "travellers": Travellers.EVERYBODY,
        "delegations": request.args.getlist("delegation"),
    }
    return _page(event, Sheet(MovementForm(stored=given, offers=_offers(event, None))))


@blueprint.post(f"{MOVEMENTS}/new")
@needs(Right.PROTOCOL)
def add(event: Event) -> Answer:
    """Adds a movement."""
    deed = my_deed(event, Action.ADD)

    def write(_row: Movement | None, form: MovementForm) -> Movement:
        return add_movement(event, _values(event, form, None), _aboard(event, form), now=deed.now)

    return _saved(event, save(MovementForm, None, write, deed, _offers(event, None)))


@blueprint.get(MOVEMENT)
@needs(Right.PROTOCOL)
def movement(event: Event, code: str) -> Answer:
    """A movement's form."""
    row = found(movement_called(event, code))
    return _page(event, opened(MovementForm, row, _offers(event, row)))


@blueprint.post(MOVEMENT)
@needs(Right.PROTOCOL)
def change(event: Event, code: str) -> Answer:
    """Saves a movement."""
    row = found(movement_called(event, code))
    deed = my_deed(event, name=row.title)

    def write(row: Movement | None, form: MovementForm) -> Movement:
        row = found(row)
        values = _values(event, form, row.span)
        return edit_movement(row, values, _aboard(event, form), now=deed.now)

    return _saved(event, save(MovementForm, row, write, deed, _offers(event, row)))


@blueprint.get(f"{MOVEMENT}/remove")
@needs(Right.PROTOCOL)
def removing(event: Event, code: str) -> str:
    """Asks once."""
    return _ask(event, found(movement_called(event, code)))


@blueprint.post(f"{MOVEMENT}/remove")
@needs(Right.PROTOCOL)
def remove(event: Event, code: str) -> Answer:
    """Removes a movement, or calls off one that is known."""
    row = found(movement_called(event, code))
    deed = my_deed(event, Action.REMOVE, row.title)
    return confirmed(
        lambda: remove_movement(row, now=deed.now),
        deed,
        lambda refusal: _ask(event, row, refusal),
        _("“%(name)s” was removed. Undo brings it back.", name=_title(row)),
        url_for(".movements"),
    )


def _ask(event: Event, row: Movement, refusal: str = "") -> str:
    known = _("Its people know of it: it is cancelled, and they are told.")
    return render_template(
        "layouts/confirm.html",
        event=event,
        place="movements.movements",
        question=_("Remove “%(name)s”?", name=_title(row)),
        detail=known if row.revision is not None else _("It can be brought back with Undo."),
        refusal=refusal,
        back=url_for(".movements"),
    )


def _title(row: Movement) -> str:
    return row.title.text(reading_language()).text or row.code


def _saved(event: Event, sheet: Form) -> Answer:
    if sheet.is_saved and sheet.row is not None:
        return done(_("Saved."), url_for(".movement", code=sheet.row.code))
    return _page(event, sheet)


def _page(event: Event, sheet: Sheet[Any, Any]) -> Answer:
    row = sheet.row
    page = render_template(
        "movements/movement.html",
        event=event,
        sheet=sheet,
        title=_title(row) if row else "",
        conflicts=conflicts_around(
            event, row.uid, reading_language(), today=today(event), is_discreet=False
        )
        if row
        else [],
    )
    return page, sheet.status


def _offers(event: Event, row: Movement | None) -> Offers:
    language = reading_language()
    delegations = [(each.code, name) for each, name in delegations_of(event, language)]
    rooms = [(room.code, room.name) for room in rooms_of(event)]
    people = _members(parties_of(row)) if row else {}
    aboard = {each.person.code: each.person.name for each in row.appearances} if row else {}
    return {
        "room": [("", "–"), *offered(rooms, language)],
        "delegations": offered(delegations, language),
        "people": [*(people | aboard).items()],
    }


def _members(delegations: Iterable[Delegation]) -> dict[str, str]:
    """Members by their persons' codes."""
    members = members_of(delegations)
    return {each.participant.person.code: each.participant.person.name for each in members}


def _values(event: Event, form: MovementForm, was: TimeSpan | None) -> dict[str, Any]:
    """The columns of a movement. Raises FieldRefusal for a time that cannot be."""
    names = ("kind", "state", "origin", "destination", "transport", "contact", "note")
    rooms = {each.code: each.id for each in rooms_of(event)}
    try:
        span = span_of(event, form.day.data, form.start.data, form.end.data, was=was)
    except Refusal as refusal:
        raise FieldRefusal("start", refusal) from refusal
    plain = {name: form[name].data for name in names}
    return plain | {"span": span, "room_id": rooms.get(form.room.data)}


def _aboard(event: Event, form: MovementForm) -> Aboard:
    chosen = set(form.delegations.data)
    delegations = [
        each for each, _name in delegations_of(event, reading_language()) if each.code in chosen
    ]
    return Aboard(delegations, [*_people(delegations, form)])


def _people(delegations: Iterable[Delegation], form: MovementForm) -> Iterable[Person]:
    """Who of them is on it: never anybody of another delegation."""
    codes = set(form.people.data)
    for member in members_of(delegations):
        person = member.participant.person
        is_head = member.function is MemberFunction.HEAD
        match form.travellers.data:
            case Travellers.EVERYBODY:
                yield person
            case Travellers.HEADS if is_head:
                yield person
            case Travellers.CHOSEN if person.code in codes:
                yield person
