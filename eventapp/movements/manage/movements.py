"""Movements in the workspace: the list, and each by its form."""

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
from eventapp.events.models import Event
from eventapp.history.actions import Action
from eventapp.history.saving import Sheet, opened, save
from eventapp.movements.editing import add_movement, edit_movement, remove_movement
from eventapp.movements.forms import MovementForm
from eventapp.movements.kinds import MovementKind, Travellers
from eventapp.movements.manage.filling import aboard_of, offers_of, values_of
from eventapp.movements.manage.pages import EVENT, blueprint
from eventapp.movements.models import Movement
from eventapp.movements.queries import (
    by_day,
    delegations_of,
    movement_called,
    movements_of,
    name_of,
    parties_of,
)
from eventapp.plumbing.web import found, reading_language

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
    return _page(event, Sheet(MovementForm(stored=given, offers=offers_of(event, None))))


@blueprint.post(f"{MOVEMENTS}/new")
@needs(Right.PROTOCOL)
def add(event: Event) -> Answer:
    """Adds a movement."""
    deed = my_deed(event, Action.ADD)

    def write(_row: Movement | None, form: MovementForm) -> Movement:
        return add_movement(
            event, values_of(event, form, None), aboard_of(event, form), now=deed.now
        )

    return _saved(event, save(MovementForm, None, write, deed, offers_of(event, None)))


@blueprint.get(MOVEMENT)
@needs(Right.PROTOCOL)
def movement(event: Event, code: str) -> Answer:
    """A movement's form."""
    row = found(movement_called(event, code))
    return _page(event, opened(MovementForm, row, offers_of(event, row)))


@blueprint.post(MOVEMENT)
@needs(Right.PROTOCOL)
def change(event: Event, code: str) -> Answer:
    """Saves a movement."""
    row = found(movement_called(event, code))
    deed = my_deed(event, name=row.title)

    def write(row: Movement | None, form: MovementForm) -> Movement:
        row = found(row)
        values = values_of(event, form, row.span)
        return edit_movement(row, values, aboard_of(event, form), now=deed.now)

    return _saved(event, save(MovementForm, row, write, deed, offers_of(event, row)))


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
