"""What the reader of a guarded page is about to do, for the log and the undo button."""

from collections.abc import Callable
from datetime import UTC, datetime

from flask import flash, redirect
from werkzeug.wrappers import Response

from eventapp.accounts.guarding import EventLike, me
from eventapp.history.actions import Action
from eventapp.history.saving import Deed, attempted
from eventapp.plumbing.web import reading_language
from eventapp.values.bilingual import Bilingual

NO_NAME = Bilingual()


def my_deed(
    event: EventLike | None,
    action: Action = Action.EDIT,
    name: Bilingual = NO_NAME,
    *,
    can_be_undone: bool = True,
) -> Deed:
    """The reader does it now, in this event, or in none."""
    event_id = event.id if event is not None else None
    return Deed(event_id, me().actor, datetime.now(UTC), action, name, can_be_undone)


def done(said: str, address: str) -> Response:
    """Goes on to a page that says what was done."""
    flash(said)
    return redirect(address, 303)


def confirmed(
    act: Callable[[], None], deed: Deed, page: Callable[[str], str], said: str, address: str
) -> Response | tuple[str, int]:
    """Does what a page asked to confirm, or says on that page why it cannot be done."""
    refusal = attempted(deed, act)
    if refusal is not None:
        return page(refusal.text(reading_language())), 409
    return done(said, address)
