"""Passwords: what they may be, and giving an account another one.

Argon2 with a salt of each password's own. No key of the application goes into a hash, so that
changing the key leaves every password as it is.
"""

from datetime import datetime
from typing import Any

from flask import current_app
from flask_security.password_util import PasswordUtil
from flask_security.utils import get_message, hash_password

from eventapp.accounts.facts import Notice, SecurityNotice
from eventapp.accounts.models import Account
from eventapp.accounts.tokens import new_uniquifier
from eventapp.plumbing.facts import announce

SHORTEST, LONGEST = 12, 128  # Flask-Security fixes the second


class Passwords(PasswordUtil):
    """Flask-Security's rules, and one of ours: not the account's own address."""

    def validate(
        self, password: str, is_register: bool, **kwargs: Any
    ) -> tuple[list[str] | None, str]:
        problems, normal = super().validate(password, is_register, **kwargs)
        if not problems and _tells(kwargs["user"].email, normal.casefold()):
            problems = [get_message("PASSWORD_TOO_SIMPLE")[0]]
        return problems or None, normal


def _tells(email: str, password: str) -> bool:
    return password in email or email in password


def problems_with(password: str, account: Account) -> list[str]:
    """What keeps a password from being the account's, in the reader's language."""
    problems, _normal = current_app.extensions["security"].password_util.validate(
        password, False, user=account
    )
    return problems or []


def give_password(account: Account, password: str) -> None:
    """Gives the account a password that `problems_with` had nothing against."""
    normal = current_app.extensions["security"].password_util.normalize(password)
    account.password = hash_password(normal)


def change_password(account: Account, password: str, *, now: datetime) -> None:
    """Gives the account another password; whoever is signed in with it no longer is."""
    give_password(account, password)
    account.fs_uniquifier = new_uniquifier()
    announce(SecurityNotice(account, account.email, Notice.PASSWORD_CHANGED, now))
