"""What Flask-Security says to people, in our words and in both languages. Pure."""

from collections.abc import Mapping

from eventapp.values.catalogue import N_

_ERROR, _INFO = "error", "info"

#: By the names that Flask-Security gives to its messages: those of the features in use.
MESSAGES: Mapping[str, tuple[str, str]] = {
    "API_ERROR": (N_("The browser sent something that cannot be understood."), _ERROR),
    "GENERIC_AUTHN_FAILED": (N_("The address or the password is not right."), _ERROR),
    "UNAUTHORIZED": (N_("Your account may not do this."), _ERROR),
    "UNAUTHENTICATED": (N_("Please sign in first."), _ERROR),
    "REAUTHENTICATION_REQUIRED": (
        N_("For your safety, please confirm first that it is you."),
        _INFO,
    ),
    "PASSWORD_MISMATCH": (N_("The two passwords are not the same."), _ERROR),
    "RETYPE_PASSWORD_MISMATCH": (N_("The two passwords are not the same."), _ERROR),
    "INVALID_RECOVERY_CODE": (N_("This recovery code is not right, or was used."), _ERROR),
    "NO_RECOVERY_CODES_SETUP": (N_("You have no recovery codes yet."), _INFO),
    "DISABLED_ACCOUNT": (N_("The address or the password is not right."), _ERROR),
    "EMAIL_NOT_PROVIDED": (N_("Please give your e-mail address."), _ERROR),
    "INVALID_EMAIL_ADDRESS": (N_("This is not an e-mail address."), _ERROR),
    "INVALID_CODE": (N_("This code is not right, or was used."), _ERROR),
    "INVALID_INPUT": (N_("This cannot stand here."), _ERROR),
    "INVALID_INPUT_LENGTH": (N_("This is longer than %(length)s characters."), _ERROR),
    "PASSWORD_NOT_PROVIDED": (N_("Please give a password."), _ERROR),
    "PASSWORD_INVALID_LENGTH": (
        N_("A password has between %(length)s and 128 characters here."),
        _ERROR,
    ),
    "PASSWORD_TOO_SIMPLE": (N_("This password is too easy to guess."), _ERROR),
    "USER_DOES_NOT_EXIST": (N_("The address or the password is not right."), _ERROR),
    "INVALID_PASSWORD": (N_("The password is not right."), _ERROR),
    "INVALID_PASSWORD_CODE": (N_("The password is not right."), _ERROR),
    "FORGOT_PASSWORD": (N_("Forgot your password?"), _INFO),
    "PASSWORD_IS_THE_SAME": (N_("The new password is the same as the one before."), _ERROR),
    "PASSWORD_CHANGE": (N_("Your password is changed. You stay signed in only here."), _INFO),
    "LOGIN": (N_("Please sign in first."), _INFO),
    "REFRESH": (N_("For your safety, please confirm first that it is you."), _INFO),
    "REAUTHENTICATION_SUCCESSFUL": (N_("Thank you: it is you."), _INFO),
    "ANONYMOUS_USER_REQUIRED": (N_("You are signed in already."), _ERROR),
    "TWO_FACTOR_INVALID_TOKEN": (N_("This code is not right, or was used."), _ERROR),
    "TWO_FACTOR_LOGIN_SUCCESSFUL": (N_("You are signed in."), _INFO),
    "TWO_FACTOR_CHANGE_METHOD_SUCCESSFUL": (
        N_("From now on, signing in asks for a code from your application."),
        _INFO,
    ),
    "TWO_FACTOR_PERMISSION_DENIED": (N_("Please sign in first."), _ERROR),
    "TWO_FACTOR_METHOD_NOT_AVAILABLE": (N_("This is not one of the choices."), _ERROR),
    "TWO_FACTOR_DISABLED": (N_("Signing in no longer asks for a code."), _INFO),
    "TWO_FACTOR_SETUP_EXPIRED": (N_("That took too long. Please start again."), _ERROR),
    "WEBAUTHN_EXPIRED": (N_("That took too long. Please start again."), _ERROR),
    "WEBAUTHN_NAME_REQUIRED": (N_("Please give the passkey a name."), _ERROR),
    "WEBAUTHN_NAME_INUSE": (N_("You have a passkey named “%(name)s” already."), _ERROR),
    "WEBAUTHN_NAME_NOT_FOUND": (N_("You have no passkey named “%(name)s”."), _ERROR),
    "WEBAUTHN_NAME_DISALLOWED_CHARACTERS": (
        N_("The name of a passkey has letters, digits, spaces, - and _ only."),
        _ERROR,
    ),
    "WEBAUTHN_CREDENTIAL_DELETED": (N_("The passkey “%(name)s” is removed."), _INFO),
    "WEBAUTHN_REGISTER_SUCCESSFUL": (N_("The passkey “%(name)s” is ready."), _INFO),
    "WEBAUTHN_CREDENTIAL_ID_INUSE": (N_("This passkey is registered already."), _ERROR),
    "WEBAUTHN_UNKNOWN_CREDENTIAL_ID": (N_("This passkey is not known here."), _ERROR),
    "WEBAUTHN_ORPHAN_CREDENTIAL_ID": (N_("This passkey is not known here."), _ERROR),
    "WEBAUTHN_NO_VERIFY": (N_("This passkey could not be checked."), _ERROR),
    "WEBAUTHN_CREDENTIAL_WRONG_USAGE": (N_("This passkey is not known here."), _ERROR),
    "WEBAUTHN_MISMATCH_USER_HANDLE": (N_("This passkey belongs to another account."), _ERROR),
}
