"""Who works on an event: giving and taking away roles, and inviting people to them."""

from collections.abc import Collection
from datetime import datetime, timedelta
from typing import Any, Protocol

from sqlalchemy import select

from eventapp.accounts.facts import InvitationMade
from eventapp.accounts.models import Account, Invitation, Membership
from eventapp.accounts.rights import EventRole
from eventapp.accounts.tokens import hash_of, new_token
from eventapp.plumbing.database import db
from eventapp.plumbing.facts import announce
from eventapp.plumbing.pages import absolute
from eventapp.values.bilingual import Bilingual
from eventapp.values.catalogue import N_
from eventapp.values.language import Language
from eventapp.values.refusal import Refusal

LIFETIME = timedelta(days=14)


class TitledEvent(Protocol):
    """What an invitation says of an event."""

    id: Any
    title: Any
    zone: Any


def give_roles(event_id: int, account: Account, roles: Collection[EventRole]) -> None:
    """Makes these the account's roles in the event, and no others; none removes it from the team.

    Raises Refusal where the event would be left without an owner.
    """
    held = {each.role: each for each in _memberships(event_id, account)}
    if EventRole.OWNER in held and EventRole.OWNER not in roles:
        _demand_another_owner(event_id, account)
    for role in held.keys() - set(roles):
        db.session.delete(held[role])
    _add_roles(event_id, account, [role for role in EventRole if role in set(roles) - held.keys()])


def invite(
    event: TitledEvent,
    email: str,
    name: str,
    roles: Collection[EventRole],
    *,
    language: Language,
    invited_by: str,
    now: datetime,
) -> Invitation:
    """Sends somebody a letter with a link that gives them the roles.

    Raises Refusal where no role is chosen.
    """
    if not roles:
        raise Refusal(N_("Choose at least one role."))
    token = new_token()
    invitation = Invitation(
        event_id=event.id,
        email=email,
        name=name,
        language=language,
        roles=tuple(role.value for role in EventRole if role in roles),
        token_hash=hash_of(token),
        made_at=now,
        expires_at=now + LIFETIME,
    )
    db.session.add(invitation)
    db.session.flush()
    link = absolute("workspace.invitation", language=language, token=token)
    title: Bilingual = event.title
    announce(InvitationMade(invitation, link, title, event.zone, invited_by))
    return invitation


def invitation_behind(token: str, *, now: datetime) -> Invitation:
    """The invitation of a link. Raises Refusal where it can no longer be accepted."""
    query = select(Invitation).where(Invitation.token_hash == hash_of(token)).with_for_update()
    invitation = db.session.scalars(query).one_or_none()
    if invitation is None or not is_open(invitation, now):
        raise Refusal(N_("This invitation was accepted, withdrawn, or is too old."))
    return invitation


def accept(invitation: Invitation, account: Account, *, now: datetime) -> None:
    """Gives the account the roles that it is invited to, beside those that it has."""
    held = {each.role for each in _memberships(invitation.event_id, account)}
    wanted = [EventRole(role) for role in invitation.roles]
    _add_roles(invitation.event_id, account, [role for role in wanted if role not in held])
    invitation.accepted_at, invitation.accepted_by_id = now, account.id


def withdraw(invitation: Invitation, *, now: datetime) -> None:
    """Ends an invitation. Raises Refusal where it was accepted meanwhile."""
    if not is_open(invitation, now):
        raise Refusal(N_("This invitation was accepted, withdrawn, or is too old."))
    invitation.withdrawn_at = now


def is_open(invitation: Invitation, now: datetime) -> bool:
    """Whether it can still be accepted."""
    is_taken = invitation.accepted_at or invitation.withdrawn_at
    return not is_taken and invitation.expires_at > now


def open_invitations(event_id: int, *, now: datetime) -> list[Invitation]:
    """Those that can still be accepted, the newest first."""
    query = (
        select(Invitation)
        .where(
            Invitation.event_id == event_id,
            Invitation.accepted_at.is_(None),
            Invitation.withdrawn_at.is_(None),
            Invitation.expires_at > now,
        )
        .order_by(Invitation.id.desc())
    )
    return [*db.session.scalars(query)]


def _memberships(event_id: int, account: Account) -> list[Membership]:
    query = select(Membership).where(
        Membership.event_id == event_id, Membership.account_id == account.id
    )
    return [*db.session.scalars(query)]


def _add_roles(event_id: int, account: Account, roles: Collection[EventRole]) -> None:
    db.session.add_all(Membership(event_id=event_id, account=account, role=role) for role in roles)


def _demand_another_owner(event_id: int, account: Account) -> None:
    """Two owners who leave at once wait for one another here."""
    owners = (
        select(Membership.account_id)
        .join(Membership.account)
        .where(Membership.event_id == event_id, Membership.role == EventRole.OWNER, Account.active)
        .with_for_update()
    )
    if set(db.session.scalars(owners)) <= {account.id}:
        raise Refusal(N_("The event needs an owner: name another one first."))
