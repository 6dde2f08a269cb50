"""Who works for one delegation alone: inviting them, letting them in, taking it back."""

from datetime import datetime, timedelta

from sqlalchemy import select

from eventapp.accounts.models import Account
from eventapp.accounts.tokens import hash_of, new_token
from eventapp.delegations.facts import AccessOffered
from eventapp.delegations.kinds import AccessKind
from eventapp.delegations.models import AccessInvitation, Delegation, DelegationAccess
from eventapp.plumbing.database import db
from eventapp.plumbing.facts import announce
from eventapp.plumbing.pages import absolute
from eventapp.values.catalogue import N_
from eventapp.values.language import Language
from eventapp.values.refusal import Refusal

LIFETIME = timedelta(days=14)


def invite(
    delegation: Delegation,
    kind: AccessKind,
    email: str,
    name: str,
    *,
    invited_by: str,
    now: datetime,
) -> AccessInvitation:
    """Sends somebody a letter with a link that opens the delegation; older ones stop working."""
    for older in open_invitations(delegation, now=now):
        if (older.email, older.kind) == (email, kind):
            older.withdrawn_at = now
    token = new_token()
    invitation = AccessInvitation(
        delegation=delegation,
        kind=kind,
        email=email,
        name=name,
        token_hash=hash_of(token),
        made_at=now,
        expires_at=now + LIFETIME,
    )
    db.session.add(invitation)
    db.session.flush()
    links = {
        language: absolute("liaison.invitation", language=language, token=token)
        for language in Language
    }
    announce(AccessOffered(invitation, links, invited_by))
    return invitation


def invitation_behind(token: str, *, now: datetime) -> AccessInvitation:
    """The invitation of a link, locked. Raises Refusal where it can no longer be accepted."""
    query = (
        select(AccessInvitation)
        .join(AccessInvitation.delegation)
        .where(AccessInvitation.token_hash == hash_of(token))
        .with_for_update(of=AccessInvitation)
        .execution_options(populate_existing=True)
    )
    invitation = db.session.scalars(query).one_or_none()
    if invitation is None or not is_open(invitation, now):
        raise Refusal(N_("This invitation was accepted, withdrawn, or is too old."))
    return invitation


def accept(invitation: AccessInvitation, account: Account, *, now: datetime) -> None:
    """Lets the account in, once."""
    delegation = invitation.delegation
    query = select(DelegationAccess).where(
        DelegationAccess.delegation_id == delegation.id,
        DelegationAccess.account_id == account.id,
        DelegationAccess.kind == invitation.kind,
    )
    if db.session.scalars(query).one_or_none() is None:
        access = DelegationAccess(delegation=delegation, account=account, kind=invitation.kind)
        db.session.add(access)
    invitation.accepted_at = now


def withdraw(invitation: AccessInvitation, *, now: datetime) -> None:
    """Ends an invitation. Raises Refusal where it was accepted meanwhile."""
    if not is_open(invitation, now):
        raise Refusal(N_("This invitation was accepted, withdrawn, or is too old."))
    invitation.withdrawn_at = now


def take_away(access: DelegationAccess) -> None:
    """Ends somebody's access: their next request finds nothing."""
    db.session.delete(access)


def is_open(invitation: AccessInvitation, now: datetime) -> bool:
    """Whether it can still be accepted."""
    is_taken = invitation.accepted_at or invitation.withdrawn_at
    return not is_taken and invitation.expires_at > now


def open_invitations(delegation: Delegation, *, now: datetime) -> list[AccessInvitation]:
    """Those that can still be accepted, the newest first."""
    query = (
        select(AccessInvitation)
        .where(
            AccessInvitation.delegation_id == delegation.id,
            AccessInvitation.accepted_at.is_(None),
            AccessInvitation.withdrawn_at.is_(None),
            AccessInvitation.expires_at > now,
        )
        .order_by(AccessInvitation.id.desc())
    )
    return [*db.session.scalars(query)]
