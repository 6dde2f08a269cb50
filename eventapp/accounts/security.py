"""Flask-Security: what it may do here, over our accounts, with our pages and our words."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from flask import Flask
from flask_security.core import Security
from flask_security.datastore import SQLAlchemyUserDatastore

from eventapp.accounts import forms, signing_in
from eventapp.accounts.models import Account, Passkey
from eventapp.accounts.passkeys import PasskeyOptions
from eventapp.accounts.passwords import SHORTEST, Passwords
from eventapp.accounts.second_factor import Codes, code_keys, recovery_keys
from eventapp.accounts.words import MESSAGES
from eventapp.plumbing.database import db
from eventapp.plumbing.settings import Settings
from eventapp.values.catalogue import DOMAIN, FOLDER

#: How long after signing in somebody may change what they sign in with, unasked.
WITHIN, GRACE = timedelta(minutes=30), timedelta(minutes=15)

#: Flask-Security's name of each page, and its address below `/<language>/account`.
PAGES = {
    "LOGIN": "/sign-in",
    "LOGOUT": "/sign-out",
    "VERIFY": "/confirm",
    "CHANGE": "/password",
    "TWO_FACTOR_SETUP": "/codes",
    "TWO_FACTOR_TOKEN_VALIDATION": "/sign-in/code",
    "TWO_FACTOR_SELECT": "/sign-in/choice",
    "TWO_FACTOR_RESCUE": "/sign-in/rescue",
    "MULTI_FACTOR_RECOVERY": "/sign-in/recovery",
    "MULTI_FACTOR_RECOVERY_CODES": "/recovery-codes",
    "WAN_SIGNIN": "/sign-in/passkey",
    "WAN_REGISTER": "/passkeys",
    "WAN_DELETE": "/passkeys/remove",
    "WAN_VERIFY": "/confirm/passkey",
}


def init_app(app: Flask, settings: Settings) -> None:
    """Gives the application its pages for signing in, below `/<language>/account`."""
    app.config.update(
        {f"SECURITY_{name}_URL": path for name, path in PAGES.items()},
        SECURITY_URL_PREFIX="/<language:language>/account",
        SECURITY_STATIC_FOLDER=None,
        SECURITY_I18N_DIRNAME=[str(FOLDER)],
        SECURITY_I18N_DOMAIN=DOMAIN,
        SECURITY_POST_LOGIN_VIEW="workspace.home",
        SECURITY_POST_LOGOUT_VIEW="security.login",
        SECURITY_POST_VERIFY_VIEW="account.settings",
        SECURITY_POST_CHANGE_VIEW="account.settings",
        SECURITY_TWO_FACTOR_POST_SETUP_VIEW="account.settings",
        SECURITY_DATETIME_FACTORY=lambda: datetime.now(UTC),
        SECURITY_CACHE_CONTROL=None,  # ours says it
        SECURITY_API_ENABLED_METHODS=["session"],
        SECURITY_FRESHNESS=WITHIN,
        SECURITY_FRESHNESS_GRACE_PERIOD=GRACE,
    )
    app.config.update({f"SECURITY_MSG_{name}": said for name, said in MESSAGES.items()})
    app.config.update(_passwords())
    app.config.update(_factors(settings))
    datastore = SQLAlchemyUserDatastore(db, Account, None, Passkey)  # type: ignore[arg-type]
    security = _OurSecurity(
        app,
        datastore,
        render_template=signing_in.page,  # type: ignore[arg-type]
        login_form=forms.SignInForm,
        verify_form=forms.ConfirmForm,
        change_password_form=forms.OtherPasswordForm,
        wan_signin_form=forms.AskPasskeyForm,
        two_factor_setup_form=forms.SetUpCodesForm,
        two_factor_rescue_form=forms.RescueForm,
        wan_register_form=forms.NewPasskeyForm,
        wan_register_response_form=forms.MadePasskeyForm,
        wan_signin_response_form=forms.UsedPasskeyForm,
        password_util_cls=Passwords,
        totp_cls=Codes,
        webauthn_util_cls=PasskeyOptions,
    )
    security.want_json(lambda _request: False)
    security.login_manager.request_loader(lambda _request: None)  # a session alone signs in
    _leave_public_pages_alone(app)
    signing_in.init_app(app)


def _passwords() -> dict[str, Any]:
    return {
        "SECURITY_PASSWORD_HASH": "argon2",
        "SECURITY_PASSWORD_SCHEMES": ["argon2"],
        "SECURITY_PASSWORD_SINGLE_HASH": True,
        "SECURITY_PASSWORD_LENGTH_MIN": SHORTEST,
        "SECURITY_CHANGEABLE": True,
        "SECURITY_SEND_PASSWORD_CHANGE_EMAIL": False,
        "SECURITY_RETURN_GENERIC_RESPONSES": True,
    }


def _factors(settings: Settings) -> dict[str, Any]:
    secrets: Sequence[str] = (settings.secret_key, *settings.former_secret_keys)
    name = settings.organisation.fr or settings.organisation.en
    return {
        "SECURITY_TWO_FACTOR": True,
        "SECURITY_TWO_FACTOR_ENABLED_METHODS": ["authenticator"],
        "SECURITY_TWO_FACTOR_AUTHENTICATOR_VALIDITY": 30,  # seconds that a clock may be wrong
        "SECURITY_TWO_FACTOR_RESCUE_EMAIL": False,
        "SECURITY_TOTP_SECRETS": code_keys(secrets),
        "SECURITY_TOTP_ISSUER": name,
        "SECURITY_MULTI_FACTOR_RECOVERY_CODES": True,
        "SECURITY_MULTI_FACTOR_RECOVERY_CODES_N": 10,
        "SECURITY_MULTI_FACTOR_RECOVERY_CODES_KEYS": recovery_keys(secrets),
        "SECURITY_WEBAUTHN": True,
        "SECURITY_WAN_RP_NAME": name,
        "SECURITY_WAN_ALLOW_USER_HINTS": False,
    }


class _OurSecurity(Security):
    """Flask-Security asks for a library that draws QR codes, even where it draws none."""

    def _check_modules(self, module: str, config_name: str) -> object:
        return module == "qrcode" or super()._check_modules(module, config_name)  # type: ignore[no-untyped-call]


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
