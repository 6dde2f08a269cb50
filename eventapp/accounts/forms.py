"""The shapes of what people fill in about accounts. What is true of them, the verbs check."""

from typing import Any

from flask_babel import gettext
from flask_babel import lazy_gettext as _
from flask_security.forms import LoginForm
from flask_security.webauthn import (
    WebAuthnRegisterForm,
    WebAuthnRegisterResponseForm,
    WebAuthnSigninResponseForm,
)
from webauthn.helpers.exceptions import WebAuthnException
from wtforms import PasswordField, ValidationError

from eventapp.accounts.models import EMAIL_LENGTH, Account
from eventapp.accounts.passwords import LONGEST, SHORTEST
from eventapp.plumbing.fields import ChoiceField, PatternField, TextField
from eventapp.plumbing.forms import WorkspaceForm
from eventapp.values.addresses import is_mail_address
from eventapp.values.cleaning import clean
from eventapp.values.language import Language

NAME_LENGTH = 200
EXTENSIONS_LENGTH = 255

#: Each in itself: whoever looks for their language reads it.
LANGUAGES = [(Language.FR.value, "Français"), (Language.EN.value, "English")]


class AddressField(PatternField):
    """An e-mail address, in the lower case in which accounts keep it."""

    def __init__(self, label: str, **kwargs: Any) -> None:
        hint = _("This is not an e-mail address.")
        super().__init__(label, fits=is_mail_address, hint=hint, most=EMAIL_LENGTH, **kwargs)

    def process_formdata(self, valuelist: list[Any]) -> None:
        super().process_formdata(valuelist)
        self.data = self.data.lower()


class NewPasswordField(PasswordField):
    """A password to be; its text is never shown again."""

    def __init__(self, label: str, *, is_optional: bool = False, **kwargs: Any) -> None:
        super().__init__(label, **kwargs)
        self.is_optional = is_optional

    def pre_validate(self, _form: object) -> None:
        text = self.data or ""
        if not text and self.is_optional:
            return
        if len(text) < SHORTEST:
            raise ValidationError(
                gettext("A password has at least %(length)s characters here.", length=SHORTEST)
            )
        if len(text) > LONGEST or clean(text) != text:
            raise ValidationError(gettext("This cannot be a password."))


class AskForLinkForm(WorkspaceForm):
    """Who wants a letter with a link: to sign in, or for a new password."""

    email = AddressField(_("E-mail address"), is_required=True)


class NewPasswordForm(WorkspaceForm):
    """A password in place of one that was forgotten."""

    password = NewPasswordField(_("New password"))


class OwnSettingsForm(WorkspaceForm):
    """How an account's owner is called, and in which language letters come."""

    name = TextField(_("Name"), most=NAME_LENGTH, is_required=True)
    language = ChoiceField(_("Language of letters"), choices=LANGUAGES)

    @classmethod
    def stored(cls, row: Account) -> dict[str, Any]:
        return {"name": row.name, "language": row.language.value}


class OpenAccountForm(WorkspaceForm):
    """A new account; without a password, its owner signs in by links."""

    name = TextField(_("Name"), most=NAME_LENGTH, is_required=True)
    password = NewPasswordField(_("Password"), is_optional=True)


class NewAddressForm(WorkspaceForm):
    """Another e-mail address for an account."""

    email = AddressField(_("New e-mail address"), is_required=True)


class SignInForm(LoginForm):
    """Flask-Security's, without a cookie that outlives the session."""

    remember = None  # type: ignore[assignment]


class NewPasskeyForm(WebAuthnRegisterForm):
    """Flask-Security's, for keys that sign in by themselves."""

    def validate(self, **kwargs: Any) -> bool:
        self.usage.data = "first"
        return bool(super().validate(**kwargs))


class MadePasskeyForm(WebAuthnRegisterResponseForm):
    """Flask-Security's, over whatever a browser sends."""

    def validate(self, **kwargs: Any) -> bool:
        is_valid = _understood(super().validate, self, **kwargs)
        is_short = isinstance(self.extensions, str) and len(self.extensions) <= EXTENSIONS_LENGTH
        if is_valid and not is_short:
            self.extensions = None
        return is_valid

    extensions: Any = None


class UsedPasskeyForm(WebAuthnSigninResponseForm):
    """Flask-Security's, over whatever a browser sends."""

    def validate(self, **kwargs: Any) -> bool:
        return _understood(super().validate, self, **kwargs)


def _understood(validate: Any, form: Any, **kwargs: Any) -> bool:
    """What cannot even be read is not valid either."""
    try:
        return bool(validate(**kwargs))
    except (WebAuthnException, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        form.credential.errors = [gettext("This passkey could not be checked.")]
        return False
