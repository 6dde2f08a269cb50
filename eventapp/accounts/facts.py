"""What has happened to accounts, for those who write letters about it.

Links are absolute, in the language of their reader, and secret: whoever has one can act by it.
A letter that holds one shows its words in no outbox, and forgets them once it is sent.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from eventapp.accounts.models import Account, Invitation
from eventapp.values.bilingual import Bilingual


@dataclass(frozen=True, slots=True)
class InvitationMade:
    """Somebody was invited to take roles in an event; `invitation` has their address and name.

    `invited_by` is the name of who did it. The link works until `invitation.expires_at`.
    """

    invitation: Invitation
    link: str
    event_title: Bilingual
    event_zone: str
    invited_by: str


@dataclass(frozen=True, slots=True)
class SignInLinkAsked:
    """Somebody wants to sign in by a link that works once, until `expires_at`."""

    account: Account
    link: str
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class PasswordResetAsked:
    """Somebody forgot their password and gets a link that works once, until `expires_at`."""

    account: Account
    link: str
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class AddressChangeAsked:
    """An account wants another address: the letter with the link goes to that `address`."""

    account: Account
    address: str
    link: str
    expires_at: datetime


class Notice(StrEnum):
    """What happened to the security of an account."""

    PASSWORD_CHANGED = "password_changed"  # noqa: S105 - no password
    ADDRESS_CHANGED = "address_changed"
    PASSKEY_ADDED = "passkey_added"
    PASSKEY_REMOVED = "passkey_removed"
    TWO_FACTOR_ON = "two_factor_on"
    TWO_FACTOR_OFF = "two_factor_off"
    RECOVERY_CODES_MADE = "recovery_codes_made"


@dataclass(frozen=True, slots=True)
class SecurityNotice:
    """Something that the account's owner should hear of, at the `address` that they had then."""

    account: Account
    address: str
    what: Notice
    at: datetime
