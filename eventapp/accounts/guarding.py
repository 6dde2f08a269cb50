"""Guards: every page of the workspace names who may open it.

A view behind `needs(Right.…)` gets the Event itself where its address names it. A reader without
any role in an event learns nothing of it: 404, as if it were not there.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any, NamedTuple, Protocol, TypeVar

from flask import Blueprint, Flask, abort, current_app, g, redirect, request, url_for
from flask_login import current_user
from sqlalchemy import select
from werkzeug.wrappers import Response as AnyResponse

from eventapp.accounts.models import Account, Membership
from eventapp.accounts.rights import Right, rights_of
from eventapp.accounts.sessions import demand_a_session
from eventapp.plumbing.database import db
from eventapp.plumbing.origins import csrf, refuse_other_sites
from eventapp.plumbing.web import found, reading_language

View = Callable[..., Any]
V = TypeVar("V", bound=View)

SAFE = frozenset({"GET", "HEAD", "OPTIONS"})


class EventLike(Protocol):
    """What the guard knows of an event."""

    id: Any


class Guard(NamedTuple):
    """Who may open a page: those with one of its rights, administrators, all signed in, or all.

    Whoever has several of the rights acts by the first of them.
    """

    rights: tuple[Right, ...] = ()
    is_for_administrators: bool = False
    is_for_everybody: bool = False


def init_app(app: Flask, find_event: Callable[[str], EventLike | None]) -> None:
    """Tells the guards how to find the event that an address names."""
    app.extensions["find_event"] = find_event
    # Functions, so that a public page asks for no session.
    app.jinja_env.globals.update(signed_in_account=signed_in_account, allows=allows)


def workspace(name: str) -> Blueprint:
    """A blueprint of guarded pages below `/<language>/`.

    Its views take no language (`reading_language()` tells it), and its addresses need none:
    `url_for(".rooms")` stays in the language and in the event of the page that names it.
    """
    blueprint = Blueprint(name, __name__)
    blueprint.url_value_preprocessor(keep_language)
    return blueprint


def keep_language(_endpoint: str | None, values: dict[str, Any] | None) -> None:
    """Takes the language out of what a view is given: `reading_language()` tells it."""
    if values is not None:
        g.language = values.pop("language", None) or reading_language()


def needs(*rights: Right) -> Callable[[V], V]:
    """Guards a page of an event, whose address names it as `event`: one of the rights is enough."""
    return _guarded(Guard(rights))


def signed_in(view: V) -> V:
    """Guards a page that is for everybody who is signed in."""
    return _guarded(Guard())(view)


def administrators(view: V) -> V:
    """Guards a page of the whole site."""
    return _guarded(Guard(is_for_administrators=True))(view)


def everybody(view: V) -> V:
    """Guards a page for those who are not signed in yet: its forms still come from here alone."""
    return _guarded(Guard(is_for_everybody=True))(view)


def signed_in_account() -> Account | None:
    """Who makes this request, or None."""
    account: Account | None = getattr(current_user, "_get_current_object", lambda: None)()
    return account if account is not None and account.is_authenticated else None


def me() -> Account:
    """Who makes this request, on a page that is guarded."""
    return found(signed_in_account())


def rights_in(event: EventLike) -> frozenset[Right]:
    """What the reader may do in the event; asked of the database once per request."""
    known: dict[int, frozenset[Right]] = g.setdefault("rights", {})
    if event.id not in known:
        known[event.id] = _rights(me(), event)
    return known[event.id]


def allows(event: EventLike, rights: str) -> bool:
    """For templates: whether the reader has one of these rights in the event: `read publish`."""
    return any(Right(right) in rights_in(event) for right in rights.split())


def _rights(account: Account, event: EventLike) -> frozenset[Right]:
    if account.is_administrator:
        return frozenset(Right)
    roles = select(Membership.role).where(
        Membership.account_id == account.id, Membership.event_id == event.id
    )
    return rights_of(db.session.scalars(roles))


def _guarded(guard: Guard) -> Callable[[V], V]:
    def decorate(view: V) -> V:
        @wraps(view)
        def guarded(*args: Any, **kwargs: Any) -> AnyResponse:
            demand_a_session()
            if request.method not in SAFE:
                refuse_other_sites()
            account = signed_in_account()
            if account is None and not guard.is_for_everybody:
                return to_sign_in()
            if guard.is_for_administrators and not me().is_administrator:
                abort(403)
            if guard.rights:
                kwargs["event"] = _event_of(kwargs["event"], guard.rights)
            if request.method not in SAFE:
                csrf.protect()
            response = current_app.make_response(view(*args, **kwargs))
            response.headers["Cache-Control"] = "private, no-store"
            return response

        guarded.guard = guard  # type: ignore[attr-defined]
        return guarded  # type: ignore[return-value]

    return decorate


def _event_of(slug: str, enough: tuple[Right, ...]) -> EventLike:
    """The event, for a reader with one of the rights in it; 403 for one with other rights."""
    event: EventLike = found(current_app.extensions["find_event"](slug))
    rights = rights_in(event)
    if not rights:
        abort(404)
    allowing = next((right for right in enough if right in rights), None)
    if allowing is None:
        abort(403)
    g.right = allowing.value
    return event


def to_sign_in() -> AnyResponse:
    """To the page for signing in, and from there back to this one; 401 for a form."""
    if request.method not in SAFE:
        abort(401)
    target = request.full_path.rstrip("?")
    return redirect(url_for("security.login", next=target))
