"""What these pages have in common."""

from eventapp.accounts.guarding import workspace
from eventapp.delegations.models import Delegation
from eventapp.delegations.naming import party_name
from eventapp.events.models import Event
from eventapp.planning.precedence import ListKind
from eventapp.plumbing.database import db
from eventapp.plumbing.fields import Offer
from eventapp.plumbing.web import found, reading_language
from eventapp.protocol.entries import delegations_of
from eventapp.protocol.models import OfficialOrder
from eventapp.protocol.orders import authority_of, order_of
from eventapp.protocol.words import list_kind
from eventapp.values import typography
from eventapp.values.collation import sort_key

blueprint = workspace("protocol")
blueprint.add_app_template_filter(list_kind)
blueprint.add_app_template_filter(typography.instant)

EVENT = "/<language:language>/manage/<slug:event>"
ORDER = f"{EVENT}/order/<kind>"


def kind_called(name: str) -> ListKind:
    """The list that an address names, or 404."""
    return found(next((kind for kind in ListKind if kind == name), None))


def stored(event: Event, kind: ListKind) -> OfficialOrder:
    """The event's order of that kind, or 404 where nobody has made one."""
    return found(order_of(event, kind))


def locked(order: OfficialOrder) -> OfficialOrder:
    """The order as it stands now, for the rest of a unit of work: of two at once, one waits."""
    row = db.session.get(OfficialOrder, order.id, with_for_update=True, populate_existing=True)
    return found(row)


def named(event: Event, order: OfficialOrder | None) -> list[Offer]:
    """The event's delegations to choose from, by code, in the reader's alphabet."""
    language, authority = reading_language(), authority_of(order)
    names = [
        (each.code, party_name(each.party, authority).text(language).text)
        for each in delegations_of(event)
    ]
    return sorted(names, key=lambda each: sort_key(each[1], language))


def delegation_called(event: Event, code: str) -> Delegation:
    """The event's delegation of that code, or 404."""
    return found(next((each for each in delegations_of(event) if each.code == code), None))
