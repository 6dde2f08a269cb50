"""What a person decides about an order: the draw of its first seat, and fixed places."""

from collections.abc import Callable
from secrets import token_hex
from typing import Any

from flask import render_template, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from eventapp.accounts.doing import confirmed, done, my_deed
from eventapp.accounts.guarding import me, needs
from eventapp.accounts.rights import Right
from eventapp.delegations.models import Delegation
from eventapp.delegations.naming import party_name
from eventapp.events.models import Event
from eventapp.history.actions import Action
from eventapp.history.saving import Deed, Sheet, attempted, opened, save
from eventapp.plumbing.forms import Offers
from eventapp.plumbing.web import found, reading_language
from eventapp.protocol.forms import DrawForm, OverrideForm
from eventapp.protocol.manage.orders import page_of
from eventapp.protocol.manage.pages import (
    ORDER,
    blueprint,
    delegation_called,
    kind_called,
    locked,
    named,
    stored,
)
from eventapp.protocol.models import OfficialOrder, OrderOverride
from eventapp.protocol.ordering import (
    draw_first_seat,
    enter_draw,
    override,
    withdraw_draw,
    withdraw_override,
)

SEED_BYTES = 8

Answer = Response | tuple[str, int]


@blueprint.post(f"{ORDER}/draw")
@needs(Right.PROTOCOL)
def draw(event: Event, kind: str) -> Answer:
    """Draws the first seat."""

    def act(row: OfficialOrder, deed: Deed) -> None:
        draw_first_seat(event, row, token_hex(SEED_BYTES), by=me().name, now=deed.now)

    return _acted(event, kind, act, _("The first seat was drawn."))


@blueprint.post(f"{ORDER}/draw/withdraw")
@needs(Right.PROTOCOL)
def take_back_draw(event: Event, kind: str) -> Answer:
    """Withdraws the draw."""

    def act(row: OfficialOrder, deed: Deed) -> None:
        withdraw_draw(event, row, by=me().name, now=deed.now)

    return _acted(event, kind, act, _("The draw was withdrawn."))


@blueprint.get(f"{ORDER}/drawn")
@needs(Right.PROTOCOL)
def draw_by_hand(event: Event, kind: str) -> Answer:
    """A form for a draw that was held elsewhere."""
    row = stored(event, kind_called(kind))
    sheet: Sheet[Any, Any] = opened(DrawForm, None, {"first": named(event, row)})
    return _form_page(event, row, sheet, "protocol/draw.html")


@blueprint.post(f"{ORDER}/drawn")
@needs(Right.PROTOCOL)
def save_draw(event: Event, kind: str) -> Answer:
    """Keeps what a draw by hand gave."""
    row = stored(event, kind_called(kind))
    deed = my_deed(event, name=row.recorded_as)

    def write(_row: object, form: DrawForm) -> OfficialOrder:
        first = delegation_called(event, form.first.data)
        enter_draw(event, locked(row), first, form.day.data, by=me().name, now=deed.now)
        return row

    sheet = save(DrawForm, None, write, deed, {"first": named(event, row)})
    return _saved(event, row, sheet, "protocol/draw.html")


@blueprint.get(f"{ORDER}/exceptions/new")
@needs(Right.PROTOCOL)
def new_exception(event: Event, kind: str) -> Answer:
    """A form for a place that is fixed by decision."""
    row = stored(event, kind_called(kind))
    sheet: Sheet[Any, Any] = opened(OverrideForm, None, _delegations(event, row))
    return _form_page(event, row, sheet, "protocol/exception.html")


@blueprint.post(f"{ORDER}/exceptions/new")
@needs(Right.PROTOCOL)
def add_exception(event: Event, kind: str) -> Answer:
    """Fixes a place."""
    row = stored(event, kind_called(kind))
    deed = my_deed(event, Action.ADD, row.recorded_as)

    def write(_row: object, form: OverrideForm) -> OrderOverride:
        delegation = delegation_called(event, form.delegation.data)
        order, position = locked(row), form.position.data
        reason = form.reason.data
        return override(event, order, delegation, position, reason, by=me().name, now=deed.now)

    sheet = save(OverrideForm, None, write, deed, _delegations(event, row))
    return _saved(event, row, sheet, "protocol/exception.html")


@blueprint.get(f"{ORDER}/exceptions/<code:code>/remove")
@needs(Right.PROTOCOL)
def removing_exception(event: Event, kind: str, code: str) -> str:
    """Asks once."""
    row = stored(event, kind_called(kind))
    return _ask(event, row, _fixed(row, delegation_called(event, code)))


@blueprint.post(f"{ORDER}/exceptions/<code:code>/remove")
@needs(Right.PROTOCOL)
def remove_exception(event: Event, kind: str, code: str) -> Answer:
    """Takes the decision back."""
    row = stored(event, kind_called(kind))
    delegation = delegation_called(event, code)
    fixed = _fixed(row, delegation)
    deed = my_deed(event, Action.REMOVE, fixed.recorded_as)

    def act() -> None:
        order = locked(row)
        withdraw_override(event, order, _fixed(order, delegation), by=me().name, now=deed.now)

    back = url_for(".order", kind=kind)
    return confirmed(
        act, deed, lambda refusal: _ask(event, row, fixed, refusal), _("Taken back."), back
    )


def _acted(
    event: Event, kind: str, act: Callable[[OfficialOrder, Deed], None], said: str
) -> Answer:
    row = stored(event, kind_called(kind))
    deed = my_deed(event, name=row.recorded_as)
    refusal = attempted(deed, lambda: act(locked(row), deed))
    if refusal is not None:
        return page_of(event, row.kind, refusal.text(reading_language()))
    return done(said, url_for(".order", kind=kind))


def _fixed(row: OfficialOrder, delegation: Delegation) -> OrderOverride:
    return found(
        next((each for each in row.overrides if each.delegation_id == delegation.id), None)
    )


def _delegations(event: Event, row: OfficialOrder) -> Offers:
    return {"delegation": named(event, row)}


def _ask(event: Event, row: OfficialOrder, fixed: OrderOverride, refusal: str = "") -> str:
    party = found(fixed.delegation).party
    name = party_name(party, row.authority).text(reading_language()).text
    return render_template(
        "layouts/confirm.html",
        event=event,
        place="protocol.order",
        question=_("Let the rule say where “%(name)s” stands?", name=name),
        verb=_("Take the decision back"),
        refusal=refusal,
        back=url_for(".order", kind=row.kind),
    )


def _saved(event: Event, row: OfficialOrder, sheet: Sheet[Any, Any], template: str) -> Answer:
    if sheet.is_saved:
        return done(_("Saved."), url_for(".order", kind=row.kind))
    return _form_page(event, row, sheet, template)


def _form_page(event: Event, row: OfficialOrder, sheet: Sheet[Any, Any], template: str) -> Answer:
    page = render_template(template, event=event, kind=row.kind, sheet=sheet)
    return page, sheet.status
