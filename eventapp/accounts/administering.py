"""Opening and closing accounts, and who looks after the site."""

from datetime import datetime

from sqlalchemy import select

from eventapp.accounts.links import forget_links
from eventapp.accounts.models import Account
from eventapp.accounts.passwords import give_password
from eventapp.accounts.queries import account_of
from eventapp.accounts.tokens import new_uniquifier
from eventapp.plumbing.database import db
from eventapp.values.catalogue import N_
from eventapp.values.language import Language
from eventapp.values.refusal import Refusal


def open_account(
    email: str,
    name: str,
    *,
    now: datetime,
    language: Language,
    password: str = "",
    is_administrator: bool = False,
) -> Account:
    """A new account; without a password its owner signs in by links.

    Raises Refusal where somebody has the address.
    """
    if account_of(email, is_open=False) is not None:
        raise Refusal(N_("“%(email)s” has an account already."), email=email)
    account = Account(
        email=email.strip().lower(),
        name=name,
        language=language,
        is_administrator=is_administrator,
        fs_uniquifier=new_uniquifier(),
        fs_webauthn_user_handle=new_uniquifier(),
        created_at=now,
        confirmed_at=now,
        active=True,
    )
    if password:
        give_password(account, password)
    db.session.add(account)
    db.session.flush()
    return account


def close(account: Account) -> None:
    """Closes the account: all its sessions and links end. Raises Refusal for the last one."""
    if account.is_administrator:
        _demand_another(account)
    account.active = False
    account.fs_uniquifier = new_uniquifier()
    forget_links(account)


def reopen(account: Account) -> None:
    """Opens a closed account; its owner signs in anew."""
    account.active = True


def make_administrator(account: Account) -> None:
    """Lets the account do everything in every event."""
    account.is_administrator = True


def end_administrator(account: Account) -> None:
    """Raises Refusal for the last administrator of the site."""
    _demand_another(account)
    account.is_administrator = False


def _demand_another(account: Account) -> None:
    """Two who take each other's place at once wait for one another here."""
    query = select(Account.id).where(Account.is_administrator, Account.active).with_for_update()
    if set(db.session.scalars(query)) <= {account.id}:
        raise Refusal(N_("The site needs an administrator: this is the last one."))
