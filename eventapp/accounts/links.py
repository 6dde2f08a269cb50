"""Links that work once: to sign in, for a new password, for another address.

Only the newest link of its kind works, for an hour, while the account is open and keeps the
address that the letter went to.
"""

from datetime import datetime, timedelta

from sqlalchemy import delete, select

from eventapp.accounts.facts import (
    AddressChangeAsked,
    Notice,
    PasswordResetAsked,
    SecurityNotice,
    SignInLinkAsked,
)
from eventapp.accounts.models import Account, LinkPurpose, OneUseLink
from eventapp.accounts.queries import account_of
from eventapp.accounts.tokens import hash_of, new_token
from eventapp.plumbing.database import db
from eventapp.plumbing.facts import announce
from eventapp.plumbing.pages import absolute
from eventapp.values.catalogue import N_
from eventapp.values.refusal import Refusal

LIFETIME = timedelta(hours=1)


def ask_for_sign_in_link(email: str, *, now: datetime) -> None:
    """Sends a link to whoever has the address; tells nobody whether somebody has."""
    if account := account_of(email):
        link = _made(account, LinkPurpose.SIGN_IN, account.email, "account.link", now)
        announce(SignInLinkAsked(account, link, now + LIFETIME))


def ask_for_password_link(email: str, *, now: datetime) -> None:
    """Sends a link for a new password to whoever has the address."""
    if account := account_of(email):
        link = password_link(account, now=now)
        announce(PasswordResetAsked(account, link, now + LIFETIME))


def password_link(account: Account, *, now: datetime) -> str:
    """A link for a password, for who hands it over themselves."""
    return _made(account, LinkPurpose.PASSWORD, account.email, "account.new_password", now)


def ask_for_address(account: Account, address: str, *, now: datetime) -> None:
    """Sends a link to the address that the account is to have, if nobody has it yet."""
    if account_of(address, is_open=False) is None:
        link = _made(account, LinkPurpose.ADDRESS, address, "account.new_address", now)
        announce(AddressChangeAsked(account, address, link, now + LIFETIME))


def link_behind(token: str, purpose: LinkPurpose, *, now: datetime) -> OneUseLink:
    """The link, unused. Raises Refusal where it works no longer, or never did."""
    query = select(OneUseLink).where(
        OneUseLink.token_hash == hash_of(token), OneUseLink.purpose == purpose
    )
    link = db.session.scalars(query).one_or_none()
    if link is None or not _works(link, now):
        raise _works_no_longer()
    return link


def use(token: str, purpose: LinkPurpose, *, now: datetime) -> OneUseLink:
    """Uses the link up: of two who do so at once, one gets the Refusal."""
    link = link_behind(token, purpose, now=now)
    gone = db.session.execute(
        delete(OneUseLink)
        .where(OneUseLink.id == link.id)
        .execution_options(synchronize_session=False)
    )
    if gone.rowcount != 1:  # type: ignore[attr-defined]
        raise _works_no_longer()
    return link


def change_address(link: OneUseLink, *, now: datetime) -> None:
    """Gives the account the address that its letter went to; the old one hears of it.

    Raises Refusal where another account got that address meanwhile.
    """
    account, before = link.account, link.account.email
    if account_of(link.address, is_open=False) is not None:
        raise _works_no_longer()
    account.email = link.address
    announce(SecurityNotice(account, before, Notice.ADDRESS_CHANGED, now))


def forget_links(account: Account) -> None:
    """Whatever letters are under way, none of their links works any more."""
    db.session.execute(delete(OneUseLink).where(OneUseLink.account_id == account.id))


def _made(
    account: Account, purpose: LinkPurpose, address: str, endpoint: str, now: datetime
) -> str:
    """The absolute address of a new link, in the account's language; older ones stop working."""
    older = (OneUseLink.account_id == account.id, OneUseLink.purpose == purpose)
    db.session.execute(delete(OneUseLink).where(*older))
    token = new_token()
    link = OneUseLink(
        account=account,
        purpose=purpose,
        token_hash=hash_of(token),
        address=address,
        expires_at=now + LIFETIME,
    )
    db.session.add(link)
    return absolute(endpoint, language=account.language, token=token)


def _works(link: OneUseLink, now: datetime) -> bool:
    is_for_address = link.purpose is LinkPurpose.ADDRESS
    is_still_theirs = is_for_address or link.address == link.account.email
    return link.expires_at > now and link.account.active and is_still_theirs


def _works_no_longer() -> Refusal:
    return Refusal(
        N_("This link works no longer: it was used, it is too old, or a newer one was sent.")
    )
