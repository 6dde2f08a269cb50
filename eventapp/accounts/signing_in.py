"""What goes around Flask-Security's pages: guards, limits, transactions, facts."""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import wraps
from typing import Any

from flask import Flask, Response, abort, make_response, render_template, request, session, url_for
from flask_security.signals import (
    password_changed,
    tf_disabled,
    tf_profile_changed,
    user_authenticated,
    wan_deleted,
    wan_registered,
)
from werkzeug.wrappers import Response as AnyResponse

from eventapp.accounts import throttling
from eventapp.accounts.facts import Notice, SecurityNotice
from eventapp.accounts.guarding import SAFE, keep_language, me, signed_in_account, to_sign_in
from eventapp.accounts.links import forget_links
from eventapp.accounts.models import Account
from eventapp.accounts.sessions import demand_a_session
from eventapp.plumbing.database import unit_of_work
from eventapp.plumbing.facts import announce
from eventapp.plumbing.origins import csrf, refuse_other_sites
from eventapp.plumbing.pages import safe_next

BLUEPRINT = "security"
FORMS = {"application/x-www-form-urlencoded", "multipart/form-data"}

#: Pages that Flask-Security brings and nobody needs here: a letter to the administrators.
NOT_HERE = {"security.two_factor_rescue"}

#: Pages for who is not signed in, or not quite.
AT_THE_DOOR = {
    "security.login",
    "security.logout",
    "security.mf_recovery",
    "security.tf_select",
    "security.two_factor_token_validation",
    "security.wan_signin",
    "security.wan_signin_response",
}

#: What each page lets somebody guess: a password of whom, or a code of whom.
PASSWORD_OF: dict[str, Callable[[], str]] = {
    "security.login": lambda: request.form.get("email", ""),
    "security.verify": lambda: me().email,
    "security.change_password": lambda: me().email,
}
CODE_OF: dict[str, Callable[[], str]] = {
    "security.two_factor_token_validation": lambda: session.get("tf_user_id", ""),
    "security.mf_recovery": lambda: session.get("tf_user_id", ""),
}

#: Pages whose forms write. Signing in by password does not: hashing would hold the lock.
WRITING = (
    "change_password",
    "two_factor_setup",
    "two_factor_setup_validate",
    "two_factor_token_validation",
    "mf_recovery",
    "mf_recovery_codes",
    "wan_register",
    "wan_register_response",
    "wan_signin_response",
    "wan_delete",
    "wan_verify_response",
)


def init_app(app: Flask) -> None:
    """Puts all of it around the blueprint that Flask-Security has made."""
    app.url_value_preprocessors.setdefault(BLUEPRINT, []).append(keep_language)
    app.before_request_funcs.setdefault(BLUEPRINT, []).append(_guard)
    app.after_request_funcs.setdefault(BLUEPRINT, []).append(_stay_private)
    for name in WRITING:
        endpoint = f"{BLUEPRINT}.{name}"
        app.view_functions[endpoint] = _in_one_unit(app.view_functions[endpoint])
    user_authenticated.connect(_forgive, app)
    password_changed.connect(_note_password, app)
    for signal, notice in _NOTICES:
        signal.connect(notice, app)


def page(template: str, **context: Any) -> Response:
    """A page of Flask-Security, rendered by us: 400 where its form is not accepted."""
    forms = [value for name, value in context.items() if name.endswith("_form")]
    is_refused = request.method == "POST" and any(form.errors for form in forms)
    return make_response(render_template(template, **context), 400 if is_refused else 200)


def _guard() -> AnyResponse | None:
    if request.endpoint in NOT_HERE:
        abort(404)
    demand_a_session()
    if request.method not in SAFE:
        refuse_other_sites()
    if request.endpoint not in AT_THE_DOOR and signed_in_account() is None:
        return to_sign_in()
    if request.method not in SAFE:
        csrf.protect()
        if request.mimetype not in FORMS:
            abort(415)
        _count_guesses()
    return None


def _count_guesses() -> None:
    if whose := PASSWORD_OF.get(request.endpoint or ""):
        throttling.count_guess(whose())
    if whose := CODE_OF.get(request.endpoint or ""):
        throttling.count_code(whose())


def _stay_private(response: Response) -> Response:
    """Kept by nobody, and leading on to pages of this site alone."""
    response.headers["Cache-Control"] = "private, no-store"
    path = (response.location or "").partition("?")[0]
    if path and not safe_next(path, ""):
        response.location = url_for("workspace.home")
    return response


def _in_one_unit(view: Callable[..., Any]) -> Callable[..., Any]:
    """What a form writes is committed together with the letters about it."""

    @wraps(view)
    def writing(**values: Any) -> Any:
        if request.method in SAFE:
            return view(**values)
        with unit_of_work():
            return view(**values)

    return writing


def _forgive(_app: Flask, user: Account, **_values: object) -> None:
    throttling.forgive(user.email)


def _note_password(_app: Flask, user: Account, **_values: object) -> None:
    forget_links(user)
    _note(user, Notice.PASSWORD_CHANGED)


def _note(user: Account, what: Notice) -> None:
    announce(SecurityNotice(user, user.email, what, datetime.now(UTC)))


def _noting(what: Notice) -> Callable[..., None]:
    def note(_app: Flask, **_values: object) -> None:
        _note(me(), what)

    return note


_NOTICES = (
    (tf_profile_changed, _noting(Notice.TWO_FACTOR_ON)),
    (tf_disabled, _noting(Notice.TWO_FACTOR_OFF)),
    (wan_registered, _noting(Notice.PASSKEY_ADDED)),
    (wan_deleted, _noting(Notice.PASSKEY_REMOVED)),
)
