"""The guard of pages for those who work for one delegation alone."""

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

from sqlalchemy import select

from eventapp.accounts.guarding import me, signed_in
from eventapp.delegations.models import Delegation, DelegationAccess
from eventapp.events.models import Event
from eventapp.plumbing.database import db
from eventapp.plumbing.web import found

V = TypeVar("V", bound=Callable[..., Any])


def assigned(view: V) -> V:
    """Guards a page of a delegation for its liaison officers and focal points.

    The view gets the DelegationAccess itself, in place of the event and the code that its address
    names. Whoever else asks gets the 404 of a delegation that is not there.
    """

    @wraps(view)
    def guarded(*args: Any, event: str, code: str, **kwargs: Any) -> Any:
        return view(*args, access=found(_access(event, code)), **kwargs)

    return signed_in(guarded)  # type: ignore[return-value]


def _access(event: str, code: str) -> DelegationAccess | None:
    query = (
        select(DelegationAccess)
        .join(DelegationAccess.delegation)
        .join(Event, Event.id == Delegation.event_id)
        .where(
            Event.slug == event,
            Event.removed_at.is_(None),
            Delegation.code == code,
            DelegationAccess.account_id == me().id,
        )
        .order_by(DelegationAccess.id)
    )
    return db.session.scalars(query).first()
