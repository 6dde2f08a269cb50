"""Signing in and out: Flask-Security, with our pages and our words."""

from typing import Any

from flask import Flask
from flask_security.core import Security
from flask_security.datastore import SQLAlchemyUserDatastore
from flask_wtf import CSRFProtect

from eventapp.accounts.models import Account, Passkey
from eventapp.plumbing.database import db
from eventapp.plumbing.settings import Settings

csrf = CSRFProtect()


def init_app(app: Flask, settings: Settings) -> None:
    """Tells Flask-Security what our accounts are and how strict to be."""
    app.config.update(
        WTF_CSRF_CHECK_DEFAULT=False,  # the guard of each page asks for it
        WTF_CSRF_TIME_LIMIT=None,  # a token lasts as long as its session
        SECURITY_PASSWORD_SALT=settings.secret_key,
        SECURITY_PASSWORD_HASH="argon2",  # noqa: S106 - the name of a scheme
        SECURITY_RETURN_GENERIC_RESPONSES=True,
    )
    csrf.init_app(app)
    datastore = SQLAlchemyUserDatastore(db, Account, None, Passkey)  # type: ignore[arg-type]
    Security(app, datastore, register_blueprint=False)
    _leave_public_pages_alone(app)


def _leave_public_pages_alone(app: Flask) -> None:
    """Takes back what Flask-Login and Flask-Principal do at every request, asked or not.

    They look into the session, for a cookie that we never set and permissions that we do not
    use: public pages, which know nobody, would no longer be the same for everybody.
    """
    lists: tuple[list[Any], ...] = (
        app.before_request_funcs[None],
        app.after_request_funcs[None],
        app.template_context_processors[None],
    )
    for hooks in lists:
        hooks[:] = [hook for hook in hooks if hook.__module__.partition(".")[0] not in _INTRUSIVE]


_INTRUSIVE = {"flask_login", "flask_principal"}
