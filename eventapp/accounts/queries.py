"""Questions about accounts."""

from sqlalchemy import select

from eventapp.accounts.models import Account, Invitation, Membership
from eventapp.accounts.rights import EventRole
from eventapp.plumbing.database import db

_TOO_HIGH = 2**31  # for a key of the database


def account_of(email: str, *, is_open: bool = True) -> Account | None:
    """Who has the address; only somebody whose account is open, unless told otherwise."""
    query = select(Account).where(Account.email == email.strip().lower())
    if is_open:
        query = query.where(Account.active)
    return db.session.scalars(query).one_or_none()


def accounts() -> list[Account]:
    """All accounts, by name."""
    return [*db.session.scalars(select(Account).order_by(Account.name, Account.email))]


def account_numbered(number: int) -> Account | None:
    """The account of that id, which may be any number that an address can hold."""
    return db.session.get(Account, number) if number < _TOO_HIGH else None


def member(event_id: int, number: int) -> Account | None:
    """The account of that id, if it is on the event's team."""
    account = account_numbered(number)
    here = account and any(each.event_id == event_id for each in account.memberships)
    return account if here else None


def invitation(event_id: int, number: int) -> Invitation | None:
    """The event's invitation of that id."""
    found = db.session.get(Invitation, number) if number < _TOO_HIGH else None
    return found if found and found.event_id == event_id else None


def roles_in(event_id: int) -> dict[Account, list[EventRole]]:
    """Who works on the event and as what: people by name, roles in the order of the list."""
    query = (
        select(Membership)
        .join(Membership.account)
        .where(Membership.event_id == event_id)
        .order_by(Account.name, Account.email)
    )
    found: dict[Account, list[EventRole]] = {}
    for membership in db.session.scalars(query):
        found.setdefault(membership.account, []).append(membership.role)
    order = list(EventRole)
    return {account: sorted(roles, key=order.index) for account, roles in found.items()}
