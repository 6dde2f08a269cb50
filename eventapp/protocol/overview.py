"""What the overview of an event says of its official orders."""

from flask import url_for
from sqlalchemy import select

from eventapp.accounts.guarding import rights_in
from eventapp.accounts.rights import Right
from eventapp.events.models import Event
from eventapp.events.overview import Card
from eventapp.plumbing.database import db
from eventapp.protocol.models import OfficialOrder
from eventapp.protocol.orders import list_of
from eventapp.protocol.words import list_kind
from eventapp.values.catalogue import N_, translator
from eventapp.values.language import Language
from eventapp.values.typography import label


def card(event: Event, language: Language) -> Card | None:
    """Which orders are made, those first from which facts have moved away since."""
    if Right.PROTOCOL not in rights_in(event):
        return None
    query = select(OfficialOrder).where(OfficialOrder.event_id == event.id)
    orders = [*db.session.scalars(query.order_by(OfficialOrder.id))]
    if not orders:
        return None
    said = {each: list_of(event, each).is_final for each in orders}
    return Card(
        heading=translator(language)(N_("Official order")),
        address=url_for("protocol.order", event=event.slug),
        urgent=[_line(each, N_("out of date"), language) for each in orders if not said[each]],
        lines=[_line(each, N_("up to date"), language) for each in orders if said[each]],
    )


def _line(order: OfficialOrder, state: str, language: Language) -> str:
    name = list_kind(order.kind, language)
    return f"{label(name[:1].upper() + name[1:], language)} {translator(language)(state)}"
