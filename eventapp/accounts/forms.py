"""The shapes of what people fill in about accounts. What is true of them, the verbs check."""

from typing import Any

from flask_babel import gettext
from flask_babel import lazy_gettext as _
from flask_security.forms import (
    ChangePasswordForm,
    LoginForm,
    RequiredLocalize,
    TwoFactorRescueForm,
    TwoFactorSetupForm,
    VerifyForm,
)
from flask_security.utils import get_message
from flask_security.webauthn import (
    WebAuthnRegisterForm,
    WebAuthnRegisterResponseForm,
    WebAuthnSigninForm,
    WebAuthnSigninResponseForm,
)
from webauthn.helpers.exceptions import WebAuthnException
from wtforms import EmailField, Field, HiddenField, PasswordField, RadioField, ValidationError

from eventapp.accounts.models import EMAIL_LENGTH, Account
from eventapp.accounts.passwords import LONGEST, SHORTEST
from eventapp.accounts.rights import EventRole
from eventapp.plumbing.fields import ChoiceField, CodesField, PatternField, TextField
from eventapp.plumbing.forms import WorkspaceForm
from eventapp.plumbing.pages import safe_next
from eventapp.values.addresses import is_mail_address
from eventapp.values.cleaning import one_line
from eventapp.values.language import Language

NAME_LENGTH = 200
EXTENSIONS_LENGTH = 255

#: Each in itself: whoever looks for their language reads it.
LANGUAGES = [(Language.FR.value, "Français"), (Language.EN.value, "English")]


def _tidied(address: str | None) -> str:
    return one_line(address or "").lower()


def _bounded(password: str | None) -> str:
    """A longer one is wrong anyway, and takes long to find wrong."""
    return (password or "")[: LONGEST + 1]


def _known_password() -> PasswordField:
    required = RequiredLocalize("PASSWORD_NOT_PROVIDED")
    return PasswordField(validators=[required], filters=[_bounded])


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
        is_long_enough = SHORTEST <= len(text) <= LONGEST or (self.is_optional and not text)
        if not is_long_enough:
            raise ValidationError(get_message("PASSWORD_INVALID_LENGTH", length=SHORTEST)[0])


class AskForLinkForm(WorkspaceForm):
    """Who wants a letter with a link: to sign in, or for a new password."""

    email = AddressField(_("E-mail address"), is_required=True)


class NewPasswordForm(WorkspaceForm):
    """A password in place of one that was forgotten."""

    password = NewPasswordField(_("New password"))


class OwnSettingsForm(WorkspaceForm):
    """How an account's owner is called, and in which language letters come."""

    name = TextField(_("Name"), most=NAME_LENGTH, is_required=True)
    language = ChoiceField(_("Language of letters"), choices=lambda: LANGUAGES)

    @classmethod
    def stored(cls, row: Account) -> dict[str, Any]:
        return {"name": row.name, "language": row.language.value}


class InvitationForm(WorkspaceForm):
    """Who is invited to a team, and to do what."""

    email = AddressField(_("E-mail address"), is_required=True)
    name = TextField(_("Name"), most=NAME_LENGTH, is_required=True)
    language = ChoiceField(_("Language of the letter"), choices=lambda: LANGUAGES)
    roles = CodesField(_("Roles"), choices=lambda: [(role.value, "") for role in EventRole])

    def validate_roles(self, field: CodesField) -> None:
        if not field.data:
            raise ValidationError(gettext("Choose at least one role."))


class OpenAccountForm(WorkspaceForm):
    """A new account; without a password, its owner signs in by links."""

    name = TextField(_("Name"), most=NAME_LENGTH, is_required=True)
    password = NewPasswordField(_("Password"), is_optional=True)


class NewAddressForm(WorkspaceForm):
    """Another e-mail address for an account."""

    email = AddressField(_("New e-mail address"), is_required=True)


class _LeadsOn:
    """A form that says where to go on to: to a page of this site, or nowhere."""

    def validate_next(self, field: Field) -> None:
        field.data = safe_next(field.data or "", "")


class SignInForm(_LeadsOn, LoginForm):
    """Flask-Security's, without a cookie that outlives the session."""

    remember = None  # type: ignore[assignment]
    email = EmailField(validators=[RequiredLocalize("EMAIL_NOT_PROVIDED")], filters=[_tidied])
    password = _known_password()


class ConfirmForm(_LeadsOn, VerifyForm):
    """Flask-Security's, for who has signed in a while ago."""

    password = _known_password()


class OtherPasswordForm(ChangePasswordForm):
    """Flask-Security's; who has no password yet gives none."""

    password = PasswordField(filters=[_bounded])


class AskPasskeyForm(_LeadsOn, WebAuthnSigninForm):
    """Flask-Security's; nobody is asked for a name."""


class NewPasskeyForm(WebAuthnRegisterForm):
    """Flask-Security's, for keys that sign in by themselves."""

    usage = HiddenField()  # type: ignore[assignment]

    def validate(self, **kwargs: Any) -> bool:
        self.usage.data = "first"
        return bool(super().validate(**kwargs))


class SetUpCodesForm(TwoFactorSetupForm):
    """Flask-Security's, with buttons in place of a choice."""

    setup = HiddenField()  # type: ignore[assignment]


class RescueForm(TwoFactorRescueForm):
    """Flask-Security's, which no page of ours shows."""

    help_setup = RadioField(choices=[])


class MadePasskeyForm(WebAuthnRegisterResponseForm):
    """Flask-Security's, over whatever a browser sends."""

    def validate(self, **kwargs: Any) -> bool:
        is_valid = _understood(super().validate, self, **kwargs)
        is_short = isinstance(self.extensions, str) and len(self.extensions) <= EXTENSIONS_LENGTH
        if is_valid and not is_short:
            self.extensions = None
        return is_valid

    extensions: Any = None


class UsedPasskeyForm(_LeadsOn, WebAuthnSigninResponseForm):
    """Flask-Security's, over whatever a browser sends."""

    def validate(self, **kwargs: Any) -> bool:
        return _understood(super().validate, self, **kwargs)


def _understood(validate: Any, form: Any, **kwargs: Any) -> bool:
    """What cannot even be read is not valid either."""
    try:
        return bool(validate(**kwargs))
    except (WebAuthnException, ValueError, TypeError, KeyError, RecursionError):
        form.credential.errors = [gettext("This passkey could not be checked.")]
        return False
