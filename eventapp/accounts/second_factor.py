"""The second factor: codes from an application, and codes on paper for when it is lost."""

from base64 import urlsafe_b64encode
from collections.abc import Iterable
from hashlib import sha256
from typing import Any

from flask_security.totp import Totp
from passlib.totp import TOTP, AppWallet, TotpMatch


class Codes(Totp):
    """Flask-Security's codes; each is taken once, and secrets follow a new key (RFC 6238 §5.2).

    `secrets` are the application's keys by their names, the one in use first.
    """

    def __init__(self, secrets: dict[str, str], issuer: str) -> None:
        wallet = AppWallet(secrets, default_tag=next(iter(secrets)))
        self._totp = TOTP.using(issuer=issuer, wallet=wallet)

    def generate_qrcode(self, username: str, totp: str) -> str:  # noqa: ARG002 - its signature
        """Nothing: the page shows the picture of `account.setup_code`, at an address."""
        return ""

    def get_last_counter(self, user: Any) -> int | None:
        counter: int | None = user.totp_counter
        return counter

    def set_last_counter(self, user: Any, tmatch: TotpMatch) -> None:
        user.totp_counter = tmatch.counter
        if user.tf_totp_secret and tmatch.totp.changed:
            user.tf_totp_secret = tmatch.totp.to_json(encrypt=True)


def code_keys(secrets: Iterable[str]) -> dict[str, str]:
    """A key for the secrets of codes from each key of the application, by a name of its own."""
    return {f"k{_derived(each, 'name')[:8]}": _derived(each, "codes") for each in secrets}


def recovery_keys(secrets: Iterable[str]) -> list[bytes]:
    """A key (Fernet's, 32 bytes) for recovery codes from each key of the application."""
    return [urlsafe_b64encode(bytes.fromhex(_derived(each, "recovery codes"))) for each in secrets]


def _derived(secret: str, purpose: str) -> str:
    return sha256(f"eventapp {purpose} {secret}".encode()).hexdigest()
