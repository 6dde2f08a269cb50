"""Tables of accounts, how they sign in, and their roles in events."""

from datetime import UTC, datetime
from enum import StrEnum

from flask import g
from flask_security.core import UserMixin, WebAuthnMixin
from flask_security.datastore import AsaList
from sqlalchemy import ForeignKey, LargeBinary, String, UniqueConstraint, text
from sqlalchemy.ext.mutable import MutableList
from sqlalchemy.orm import Mapped, mapped_column, relationship

from eventapp.accounts.rights import EventRole
from eventapp.history.models import Recorded
from eventapp.history.recording import Actor
from eventapp.plumbing.database import Instant, Model, Words, choice
from eventapp.values.bilingual import Bilingual
from eventapp.values.language import Language

EMAIL_LENGTH = 254  # RFC 5321 §4.5.3.1.3, less its two brackets
TOKEN_HASH = 64


def _now() -> datetime:
    """For rows that Flask-Security makes."""
    return datetime.now(UTC)


class Account(Recorded, UserMixin, Model):  # compte
    """Somebody who signs in. Attributes without a comment are those that Flask-Security knows.

    `email` is kept in lower case. `fs_uniquifier` names the account in sessions: a new one ends
    them all. An account that was closed is not `active`. `totp_counter` is the half minute of the
    last code from an application that was taken, so that none is taken twice (RFC 6238 §5.2).
    """

    __tablename__ = "account"

    id: Mapped[int] = mapped_column(primary_key=True)
    email: Mapped[str] = mapped_column(String(EMAIL_LENGTH), unique=True)
    name: Mapped[str] = mapped_column(String(200))
    language: Mapped[Language] = mapped_column(choice(Language), default=Language.FR)
    is_administrator: Mapped[bool] = mapped_column(default=False, server_default=text("false"))
    password: Mapped[str | None] = mapped_column(String(255))
    active: Mapped[bool] = mapped_column(default=True, server_default=text("true"))
    fs_uniquifier: Mapped[str] = mapped_column(String(64), unique=True)
    confirmed_at: Mapped[datetime | None] = mapped_column(Instant())
    created_at: Mapped[datetime] = mapped_column(Instant())
    tf_primary_method: Mapped[str | None] = mapped_column(String(64))
    tf_totp_secret: Mapped[str | None] = mapped_column(String(255))
    totp_counter: Mapped[int | None]
    mf_recovery_codes: Mapped[list[str] | None] = mapped_column(
        MutableList.as_mutable(AsaList()), default=list
    )
    fs_webauthn_user_handle: Mapped[str | None] = mapped_column(  # type: ignore[assignment]
        String(64), unique=True
    )

    webauthn: Mapped[list["Passkey"]] = relationship(  # type: ignore[assignment]
        back_populates="account", cascade="all, delete-orphan"
    )
    memberships: Mapped[list["Membership"]] = relationship(
        back_populates="account", cascade="all, delete-orphan"
    )

    unrecorded = frozenset(
        {
            "password",
            "fs_uniquifier",
            "tf_totp_secret",
            "totp_counter",
            "mf_recovery_codes",
            "fs_webauthn_user_handle",
        }
    )

    @property
    def recorded_as(self) -> Bilingual:
        return Bilingual.same(self.name)

    @property
    def actor(self) -> Actor:
        """How the log names this account, with the right that the page at work asked for."""
        return Actor(self.id, self.name, g.get("right", ""))


class Passkey(WebAuthnMixin, Model):  # clé d'accès
    """A key that an account signs in with (WebAuthn); attributes as Flask-Security knows them."""

    __tablename__ = "passkey"

    id: Mapped[int] = mapped_column(primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"), index=True)
    credential_id: Mapped[bytes] = mapped_column(LargeBinary(1024), unique=True)
    public_key: Mapped[bytes] = mapped_column(LargeBinary)
    sign_count: Mapped[int] = mapped_column(default=0)
    transports: Mapped[list[str] | None] = mapped_column(MutableList.as_mutable(AsaList()))
    extensions: Mapped[str | None] = mapped_column(String(255))
    backup_state: Mapped[bool]
    device_type: Mapped[str] = mapped_column(String(64))
    name: Mapped[str] = mapped_column(String(64))
    usage: Mapped[str] = mapped_column(String(64))
    create_datetime: Mapped[datetime] = mapped_column(Instant(), default=_now)
    lastuse_datetime: Mapped[datetime] = mapped_column(Instant(), default=_now)

    account: Mapped[Account] = relationship(back_populates="webauthn")

    def get_user_mapping(self) -> dict[str, int]:
        """How Flask-Security finds the key's account."""
        return {"id": self.account_id}


class SignIn(Model):  # session de connexion
    """A browser's session, kept on the server: without its row, a cookie is worth nothing.

    `key` is the SHA-256 of what the cookie holds, in hexadecimal; `content` is Flask-Session's.
    """

    __tablename__ = "sign_in"

    key: Mapped[str] = mapped_column(String(TOKEN_HASH), primary_key=True)
    content: Mapped[bytes] = mapped_column(LargeBinary)
    expires_at: Mapped[datetime] = mapped_column(Instant(), index=True)


class LinkPurpose(StrEnum):
    """What a link that works once is for."""

    SIGN_IN = "sign_in"
    PASSWORD = "password"  # noqa: S105 - no password
    ADDRESS = "address"


class OneUseLink(Model):  # lien à usage unique
    """A link in a letter that lets its reader do one thing, once; there is none once it is used.

    `token_hash` is the SHA-256 of the link's secret part, in hexadecimal. `address` is the one
    that the letter went to: the account's own, or the one that it is to have.
    """

    __tablename__ = "one_use_link"

    id: Mapped[int] = mapped_column(primary_key=True)
    account_id: Mapped[int] = mapped_column(
        ForeignKey("account.id", ondelete="CASCADE"), index=True
    )
    purpose: Mapped[LinkPurpose] = mapped_column(choice(LinkPurpose))
    token_hash: Mapped[str] = mapped_column(String(TOKEN_HASH), unique=True)
    address: Mapped[str] = mapped_column(String(EMAIL_LENGTH))
    expires_at: Mapped[datetime] = mapped_column(Instant())

    account: Mapped[Account] = relationship()


class Membership(Recorded, Model):  # fonction dans un événement
    """A role that an account has in an event; one row a role."""

    __tablename__ = "membership"
    __table_args__ = (UniqueConstraint("event_id", "account_id", "role"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    event_id: Mapped[int] = mapped_column(ForeignKey("event.id"))
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"), index=True)
    role: Mapped[EventRole] = mapped_column(choice(EventRole))

    account: Mapped[Account] = relationship(back_populates="memberships")

    @property
    def recorded_as(self) -> Bilingual:
        return Bilingual.same(self.account.name)


class Invitation(Recorded, Model):  # invitation
    """A letter that lets its reader take roles in an event, once, until it expires.

    `token_hash` is the SHA-256 of the link's secret part, in hexadecimal. `email` is kept in
    lower case; whoever holds the letter may accept with an account of another address.
    """

    __tablename__ = "invitation"

    id: Mapped[int] = mapped_column(primary_key=True)
    event_id: Mapped[int] = mapped_column(ForeignKey("event.id"), index=True)
    email: Mapped[str] = mapped_column(String(EMAIL_LENGTH))
    name: Mapped[str] = mapped_column(String(200))
    language: Mapped[Language] = mapped_column(choice(Language))
    roles: Mapped[tuple[str, ...]] = mapped_column(Words())
    token_hash: Mapped[str] = mapped_column(String(TOKEN_HASH), unique=True)
    made_at: Mapped[datetime] = mapped_column(Instant())
    expires_at: Mapped[datetime] = mapped_column(Instant())
    accepted_at: Mapped[datetime | None] = mapped_column(Instant())
    accepted_by_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    withdrawn_at: Mapped[datetime | None] = mapped_column(Instant())

    unrecorded = frozenset({"token_hash"})

    @property
    def recorded_as(self) -> Bilingual:
        return Bilingual.same(self.name or self.email)
