"""Signing in and out: Flask-Security, with our pages and our words."""

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
    # Flask-Login looks into the session after every request for a cookie that we never set:
    # public pages, which know nobody, would no longer be the same for everybody.
    app.after_request_funcs[None].remove(app.login_manager._update_remember_cookie)  # type: ignore[attr-defined]  # noqa: SLF001
