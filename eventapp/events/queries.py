"""Questions about events and their places, as organizers ask them."""

from collections import defaultdict

from sqlalchemy import select

from eventapp.accounts.models import Account, Membership
from eventapp.accounts.rights import EventRole
from eventapp.events.models import Event
from eventapp.plumbing.database import db


def event_called(slug: str) -> Event | None:
    """The event with that name in addresses, or None."""
    return db.session.scalars(select(Event).where(Event.slug == slug)).one_or_none()


def events_of(account: Account) -> list[Event]:
    """The events that the account has a role in, the newest first; all, for an administrator."""
    query = select(Event).order_by(Event.starts_on.desc().nulls_last(), Event.slug)
    if not account.is_administrator:
        own = select(Membership.event_id).where(Membership.account_id == account.id)
        query = query.where(Event.id.in_(own))
    return [*db.session.scalars(query)]


def roles_of(account: Account) -> dict[int, list[EventRole]]:
    """The roles that the account has, by event."""
    query = select(Membership).where(Membership.account_id == account.id)
    roles: dict[int, list[EventRole]] = defaultdict(list)
    for membership in db.session.scalars(query):
        roles[membership.event_id].append(membership.role)
    return roles
