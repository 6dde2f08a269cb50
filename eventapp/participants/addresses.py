"""Secret addresses: made, found again by their secret alone, and taken back."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import delete, select

from eventapp.accounts.tokens import hash_of, new_token
from eventapp.events.models import Event
from eventapp.participants.kinds import AddressPurpose
from eventapp.participants.models import SecretAddress
from eventapp.plumbing.database import db


def make_address(
    event_id: int, subject: UUID, purpose: AddressPurpose, languages: str = "", *, now: datetime
) -> str:
    """Makes another address for what is the subject's own, and returns its secret part.

    Earlier ones stay good: each letter carries one of its own.
    """
    token = new_token()
    db.session.add(
        SecretAddress(
            event_id=event_id,
            subject=subject,
            purpose=purpose,
            languages=languages,
            token_hash=hash_of(token),
            made_at=now,
        )
    )
    return token


def address_behind(event: str, token: str, purpose: AddressPurpose) -> SecretAddress | None:
    """The address of that event (by its slug) whose secret this is; None for any other."""
    query = select(SecretAddress).join(Event, Event.id == SecretAddress.event_id)
    return db.session.scalars(
        query.where(
            Event.slug == event,
            SecretAddress.purpose == purpose,
            SecretAddress.token_hash == hash_of(token),
        )
    ).one_or_none()


def revoke_addresses(subject: UUID, purpose: AddressPurpose, languages: str | None = None) -> None:
    """Ends all addresses of the subject for that purpose; of a calendar, in those languages."""
    dead = delete(SecretAddress).where(
        SecretAddress.subject == subject, SecretAddress.purpose == purpose
    )
    if languages is not None:
        dead = dead.where(SecretAddress.languages == languages)
    db.session.execute(dead)
