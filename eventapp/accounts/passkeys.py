"""Passkeys (WebAuthn): what browsers are asked for, and whom they are bound to."""

from typing import Any

from flask_security.core import UserMixin
from flask_security.webauthn_util import WebauthnUtil
from webauthn.helpers.structs import (
    AuthenticatorSelectionCriteria,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)


class PasskeyOptions(WebauthnUtil):
    """Keys that are found without a name typed, and that ask for a finger, a face or a PIN.

    So a passkey is both factors at once, and nobody can try which addresses have one.
    """

    def authenticator_selection(
        self,
        user: UserMixin,  # noqa: ARG002 - its signature
        usage: str,  # noqa: ARG002
    ) -> AuthenticatorSelectionCriteria:
        return AuthenticatorSelectionCriteria(
            resident_key=ResidentKeyRequirement.REQUIRED,
            require_resident_key=True,
            user_verification=UserVerificationRequirement.REQUIRED,
        )

    def user_verification(self, *_arguments: Any) -> UserVerificationRequirement:
        return UserVerificationRequirement.REQUIRED
