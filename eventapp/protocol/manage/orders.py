"""Official orders: the list, how it stands, and the rule that it is made by."""

from typing import Any, NamedTuple

from flask import render_template, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from eventapp.accounts.doing import done, my_deed
from eventapp.accounts.guarding import me, needs
from eventapp.accounts.rights import Right
from eventapp.delegations.models import Delegation
from eventapp.delegations.naming import party_name
from eventapp.events.models import Event
from eventapp.history.actions import Action
from eventapp.history.saving import AT_THE_SAME_MOMENT, Sheet, attempted, opened, save
from eventapp.planning.precedence import Basis, ListKind
from eventapp.plumbing.forms import Offers
from eventapp.plumbing.web import reading_language
from eventapp.protocol.forms import RuleForm
from eventapp.protocol.manage.pages import (
    EVENT,
    ORDER,
    blueprint,
    delegation_called,
    kind_called,
    locked,
    named,
    stored,
)
from eventapp.protocol.models import OfficialOrder, OrderOverride
from eventapp.protocol.ordering import make_order, remake
from eventapp.protocol.orders import OfficialList, first_of, list_of, order_of
from eventapp.protocol.standing import GONE, NEW, Change, Standing, standing_of
from eventapp.protocol.words import FACTS, deciding, order_name
from eventapp.values.bilingual import Bilingual
from eventapp.values.typography import enumeration

Answer = Response | tuple[str, int]


class Line(NamedTuple):
    """A place of the list, and what is to be said of it."""

    place: int
    delegation: Delegation
    name: Bilingual
    override: OrderOverride | None
    is_new: bool
    place_anew: int
    decided_by: str


@blueprint.get(f"{EVENT}/order")
@blueprint.get(ORDER)
@needs(Right.PROTOCOL)
def order(event: Event, kind: str = ListKind.PARTICIPANTS) -> Answer:
    """One list, in both languages."""
    return page_of(event, kind_called(kind))


@blueprint.post(f"{ORDER}/anew")
@needs(Right.PROTOCOL)
def make_anew(event: Event, kind: str) -> Answer:
    """Makes the order from what has changed since."""
    row = stored(event, kind_called(kind))
    deed = my_deed(event, name=row.recorded_as)
    refusal = attempted(deed, lambda: _anew(event, row, deed.now))
    if refusal is not None:
        return page_of(event, row.kind, refusal.text(reading_language()))
    return done(_("The order was made anew."), url_for(".order", kind=kind))


@blueprint.get(f"{ORDER}/rule")
@needs(Right.PROTOCOL)
def rule(event: Event, kind: str) -> Answer:
    """The rule as a form."""
    row = order_of(event, kind_called(kind))
    return _rule_page(event, kind_called(kind), opened(RuleForm, row, _offers(event, row)))


@blueprint.post(f"{ORDER}/rule")
@needs(Right.PROTOCOL)
def save_rule(event: Event, kind: str) -> Answer:
    """Makes the order by the rule."""
    listed = kind_called(kind)
    row = order_of(event, listed)
    deed = my_deed(event, Action.EDIT if row else Action.ADD, order_name(listed))

    def write(row: OfficialOrder | None, form: RuleForm) -> OfficialOrder:
        if row is None and order_of(event, listed) is not None:
            raise AT_THE_SAME_MOMENT
        return make_order(event, listed, row, _columns(event, form), by=me().name, now=deed.now)

    sheet = save(RuleForm, row, write, deed, _offers(event, row))
    if sheet.is_saved:
        return done(_("The order was made."), url_for(".order", kind=kind))
    return _rule_page(event, listed, sheet)


def page_of(event: Event, kind: ListKind, refusal: str = "") -> Answer:
    """The page of a list; with what could not be done, where something could not."""
    row = order_of(event, kind)
    shown, standing = list_of(event, row), standing_of(event, row)
    page = render_template(
        "protocol/order.html",
        event=event,
        kind=kind,
        kinds=ListKind,
        order=row,
        list=shown,
        lines=_lines(row, shown, standing),
        changes=[(_name(each, shown), _said(each.facts)) for each in standing.changes],
        can_draw=row is not None and row.basis is Basis.NAME and row.first_id is None,
        drawn=_drawn(row),
        remainder=_remainder(row),
        refusal=refusal,
    )
    return page, 409 if refusal else 200


def _anew(event: Event, row: OfficialOrder, now: Any) -> None:
    remake(event, locked(row), by=me().name, now=now)


def _lines(row: OfficialOrder | None, shown: OfficialList, standing: Standing) -> list[Line]:
    overrides = {each.delegation_id: each for each in row.overrides} if row else {}
    return [
        Line(
            place=place,
            delegation=each,
            name=shown.name_of(each),
            override=overrides.get(each.id),
            is_new=row is not None and each.uid in shown.unplaced,
            place_anew=standing.places[str(each.uid)],
            decided_by=_decided_by(row, str(each.uid)),
        )
        for place, each in enumerate(shown.delegations, 1)
    ]


def _decided_by(row: OfficialOrder | None, uid: str) -> str:
    return deciding(row.basis, row.made_from.get(uid, {}), reading_language()) if row else ""


def _name(change: Change, shown: OfficialList) -> str:
    """What the list calls whose facts have changed; who is gone, as it was filed."""
    if change.delegation is None:
        return change.name
    return shown.name_of(change.delegation).text(reading_language()).text


def _said(facts: tuple[str, ...]) -> str:
    """What has changed of a delegation, in words."""
    if facts == (NEW,):
        return str(_("not yet in the order"))
    if facts == (GONE,):
        return str(_("no longer comes"))
    return enumeration([_(FACTS[fact]) for fact in facts], reading_language())


def _drawn(row: OfficialOrder | None) -> str:
    """What the list calls whose seat was drawn."""
    first = first_of(row) if row else None
    if row is None or first is None:
        return ""
    return party_name(first.party, row.authority).text(reading_language()).text


def _remainder(row: OfficialOrder | None) -> int:
    """Which of the drawn-among, from 0, a draw by seed gave."""
    first = first_of(row) if row else None
    uid = str(first.uid) if first else ""
    among = row.drawn_among if row else []
    return among.index(uid) if uid in among else 0


def _columns(event: Event, form: RuleForm) -> dict[str, Any]:
    values = form.values
    code = values.pop("host")
    return {**values, "host_id": delegation_called(event, code).id if code else None}


def _offers(event: Event, row: OfficialOrder | None) -> Offers:
    return {"host": [("", "–"), *named(event, row)]}


def _rule_page(event: Event, kind: ListKind, sheet: Sheet[Any, Any]) -> Answer:
    page = render_template("protocol/rule.html", event=event, kind=kind, sheet=sheet)
    return page, sheet.status
