"""The demonstration's accounts: one of each kind, in every event."""

import hmac
from base64 import b32encode
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import select

from eventapp.accounts import administering, queries, team
from eventapp.accounts.models import Account
from eventapp.accounts.rights import EventRole
from eventapp.delegations.kinds import AccessKind
from eventapp.delegations.models import Delegation, DelegationAccess
from eventapp.events.models import Event
from eventapp.plumbing.database import db
from eventapp.plumbing.settings import in_force
from eventapp.values.language import Language


class Visitor(NamedTuple):
    """Somebody whom a newcomer can be."""

    kind: str
    email: str
    name: str
    language: Language
    role: EventRole | None = None
    access: AccessKind | None = None


VISITORS = (
    Visitor("owner", "claire@example.org", "Claire Exemple", Language.FR, EventRole.OWNER),
    Visitor("programme", "peter@example.org", "Peter Example", Language.EN, EventRole.PROGRAMME),
    Visitor("translator", "lea@example.org", "Léa Exemple", Language.FR, EventRole.TRANSLATION),
    Visitor("protocol", "paul@example.org", "Paul Exemple", Language.FR, EventRole.PROTOCOL),
    Visitor(
        "registration", "rita@example.org", "Rita Example", Language.EN, EventRole.REGISTRATION
    ),
    Visitor("reader", "ruth@example.org", "Ruth Example", Language.EN, EventRole.READER),
    Visitor(
        "liaison officer", "lise@example.org", "Lise Exemple", Language.FR,
        access=AccessKind.LIAISON,
    ),
    Visitor(
        "focal point", "felix@example.org", "Felix Example", Language.EN,
        access=AccessKind.FOCAL_POINT,
    ),
    Visitor("administrator", "admin@example.org", "Ada Exemple", Language.FR),
)  # fmt: skip


def load_accounts(*, now: datetime) -> None:
    """Opens the accounts that are missing; one that is there keeps every change made to it."""
    events = [*db.session.scalars(select(Event.id))]
    for visitor in VISITORS:
        if queries.account_of(visitor.email, is_open=False) is None:
            account = administering.open_account(
                visitor.email,
                visitor.name,
                now=now,
                language=visitor.language,
                password=password_of(visitor),
                is_administrator=visitor.role is None and visitor.access is None,
            )
            if visitor.role is not None:
                for event_id in events:
                    team.give_roles(event_id, account, {visitor.role})
            if visitor.access is not None:
                _let_in(account, visitor.access)


def _let_in(account: Account, kind: AccessKind) -> None:
    """To the same delegation, whoever looks after it."""
    first = select(Delegation).order_by(Delegation.id).limit(1)
    for delegation in db.session.scalars(first):
        access = DelegationAccess(
            delegation=delegation, account=account, kind=kind, telephone="+1 514 555-0199"
        )
        db.session.add(access)


def password_of(visitor: Visitor) -> str:
    """Of this machine's own secret, so that no demonstration has a well-known one."""
    secret = in_force().secret_key.encode()
    letters = b32encode(hmac.digest(secret, visitor.email.encode(), "sha256")).decode().lower()
    return "-".join(letters[start : start + 4] for start in range(0, 16, 4))


def sign_ins() -> list[str]:
    """One line a visitor: who they are, and what they sign in with."""
    return [
        f"  {visitor.kind:<17}  {visitor.email:<20}  {password_of(visitor)}" for visitor in VISITORS
    ]
