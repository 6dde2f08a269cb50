"""The booklet of each delegation, in numbered copies."""

from datetime import UTC, datetime

from flask import Response, request
from sqlalchemy import select

from eventapp.accounts.guarding import needs
from eventapp.accounts.rights import Right
from eventapp.delegations.models import Delegation
from eventapp.documents.booklet import MOST_COPIES, booklet_data
from eventapp.documents.booklets import booklet_of
from eventapp.documents.imprint import in_both
from eventapp.documents.manage.pages import PAPERS, blueprint, noted, pdf, wished
from eventapp.events.models import Event
from eventapp.plumbing.database import db
from eventapp.plumbing.web import found
from eventapp.values.catalogue import N_
from eventapp.values.refusal import Refusal

WRONG_COPIES = Refusal(
    N_("Between 1 and %(most)s copies can be printed at once."), most=MOST_COPIES
)


@blueprint.get(f"{PAPERS}/booklet.pdf")
@needs(Right.PROTOCOL)
def booklet(event: Event) -> Response:
    """One delegation's booklet, set anew each time."""
    query = select(Delegation).where(
        Delegation.event_id == event.id, Delegation.code == request.args.get("delegation", "")
    )
    delegation = found(db.session.scalars(query).one_or_none())
    made = booklet_of(delegation, *wished(event), copies=_copies(), now=datetime.now(UTC))
    noted(event, in_both(N_("Delegation booklet")), len(made.party.people))
    return pdf("booklet.typ", booklet_data(made), made.filename, made_at=made.imprint.made_at)


def _copies() -> int:
    """How many copies are asked for. Raises Refusal."""
    asked = request.args.get("copies", "1")
    if not (asked.isascii() and asked.isdigit() and len(asked) < 4):
        raise WRONG_COPIES
    if not 1 <= int(asked) <= MOST_COPIES:
        raise WRONG_COPIES
    return int(asked)
