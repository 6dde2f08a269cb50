"""Tables of parties and delegations."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from eventapp.accounts.models import Account
from eventapp.delegations.kinds import AccessKind, DelegationState, MemberFunction, PartyKind
from eventapp.events.models import Event
from eventapp.history.models import Recorded
from eventapp.participants.models import Category, Participant
from eventapp.people.kinds import Correspondence
from eventapp.people.models import Organisation
from eventapp.plumbing.database import (
    Identified,
    Instant,
    Model,
    Removable,
    Versioned,
    bilingual,
    choice,
)
from eventapp.values.bilingual import Bilingual


class Party(Identified, Versioned, Removable, Recorded, Model):  # partie
    """A state, an organisation or another entity that sends delegations, over all events.

    `country` is an ISO 3166-1 alpha-2 code, or empty. `short_name` and `formal_name` are the
    host's own; those of CLDR and the United Nations are looked up by country. `sort_key` files
    it otherwise than by the printed name. It acceded on `acceded_on`, where that matters.
    """

    __tablename__ = "party"

    kind: Mapped[PartyKind] = mapped_column(choice(PartyKind), default=PartyKind.STATE)
    country: Mapped[str] = mapped_column(String(2), default="", index=True)
    organisation_id: Mapped[int | None] = mapped_column(ForeignKey("organisation.id"), index=True)
    short_name: Mapped[Bilingual] = bilingual("short_name", length=200)
    formal_name: Mapped[Bilingual] = bilingual("formal_name", length=300)
    sort_key: Mapped[Bilingual] = bilingual("sort_key", length=300)
    acceded_on: Mapped[date | None]

    organisation: Mapped[Organisation | None] = relationship()

    @property
    def recorded_as(self) -> Bilingual:
        return self.short_name or Bilingual.same(self.country)


class Delegation(Identified, Versioned, Removable, Recorded, Model):  # délégation
    """Whom a party sends to an event. `code` names it in addresses, within the event.

    `credentials_on` is the date of its letter of credentials. `correspondence` is the language
    of letters to it, which go to `email`.
    """

    __tablename__ = "delegation"
    __table_args__ = (
        UniqueConstraint("event_id", "code"),
        Index(
            "uq_delegation_party",
            "event_id",
            "party_id",
            unique=True,
            sqlite_where=text("removed_at IS NULL"),
            postgresql_where=text("removed_at IS NULL"),
        ),
    )

    event_id: Mapped[int] = mapped_column(ForeignKey("event.id"))
    party_id: Mapped[int] = mapped_column(ForeignKey("party.id"), index=True)
    code: Mapped[str] = mapped_column(String(40))
    state: Mapped[DelegationState] = mapped_column(
        choice(DelegationState), default=DelegationState.INVITED
    )
    correspondence: Mapped[Correspondence] = mapped_column(
        choice(Correspondence), default=Correspondence.BOTH
    )
    email: Mapped[str] = mapped_column(String(254), default="")
    telephone: Mapped[str] = mapped_column(String(40), default="")
    credentials_on: Mapped[date | None]
    note: Mapped[str] = mapped_column(String(2_000), default="")

    event: Mapped[Event] = relationship()
    party: Mapped[Party] = relationship()
    members: Mapped[list["Member"]] = relationship(
        # Undoing never takes a delegation away from under its members: the database refuses.
        back_populates="delegation",
        order_by="Member.position",
        passive_deletes="all",
    )
    quotas: Mapped[list["Quota"]] = relationship(
        back_populates="delegation", cascade="all, delete-orphan"
    )

    @property
    def recorded_as(self) -> Bilingual:
        return self.party.recorded_as


class Quota(Recorded, Model):  # quota
    """How many of a category a delegation may send, where not as many as any other."""

    __tablename__ = "quota"
    __table_args__ = (
        UniqueConstraint("delegation_id", "category_id"),
        CheckConstraint("most >= 0", name="most_not_negative"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    delegation_id: Mapped[int] = mapped_column(ForeignKey("delegation.id"))
    category_id: Mapped[int] = mapped_column(ForeignKey("category.id"), index=True)
    most: Mapped[int]

    delegation: Mapped[Delegation] = relationship(back_populates="quotas")
    category: Mapped[Category] = relationship()

    @property
    def recorded_as(self) -> Bilingual:
        return self.delegation.recorded_as

    @property
    def recorded_in(self) -> int:
        return self.delegation.event_id


class Member(Recorded, Model):  # membre
    """A participant in a delegation. One has one head at a time: the database sees to it.

    Seniority among equals of rank is by `in_post_since`. Who stands in for somebody
    (`stands_in_for_id`, another member) does not inherit their rank.
    """

    __tablename__ = "member"
    __table_args__ = (
        Index(
            "uq_member_head",
            "delegation_id",
            unique=True,
            sqlite_where=text("function = 'head'"),
            postgresql_where=text("function = 'head'"),
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    delegation_id: Mapped[int] = mapped_column(ForeignKey("delegation.id"), index=True)
    participant_id: Mapped[int] = mapped_column(ForeignKey("participant.id"), unique=True)
    function: Mapped[MemberFunction] = mapped_column(
        choice(MemberFunction), default=MemberFunction.DELEGATE
    )
    position: Mapped[int] = mapped_column(default=0)
    in_post_since: Mapped[date | None]
    stands_in_for_id: Mapped[int | None] = mapped_column(
        ForeignKey("member.id", ondelete="SET NULL"), index=True
    )

    delegation: Mapped[Delegation] = relationship(back_populates="members")
    participant: Mapped[Participant] = relationship()
    stands_in_for: Mapped["Member | None"] = relationship(remote_side="Member.id")

    @property
    def recorded_as(self) -> Bilingual:
        return self.participant.recorded_as

    @property
    def recorded_in(self) -> int:
        return self.delegation.event_id


class DelegationAccess(Recorded, Model):  # accès à une délégation
    """An account that works for one delegation: its liaison officer, or its own focal point."""

    __tablename__ = "delegation_access"
    __table_args__ = (UniqueConstraint("delegation_id", "account_id", "kind"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    delegation_id: Mapped[int] = mapped_column(ForeignKey("delegation.id"))
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"), index=True)
    kind: Mapped[AccessKind] = mapped_column(choice(AccessKind))
    telephone: Mapped[str] = mapped_column(String(40), default="")

    delegation: Mapped[Delegation] = relationship()
    account: Mapped[Account] = relationship()

    @property
    def recorded_as(self) -> Bilingual:
        return Bilingual.same(self.account.name)

    @property
    def recorded_in(self) -> int:
        return self.delegation.event_id


class AccessInvitation(Recorded, Model):  # invitation à suivre une délégation
    """A letter that lets its reader work for a delegation, once, until it expires.

    `token_hash` is the SHA-256 of the link's secret part, in hexadecimal.
    """

    __tablename__ = "access_invitation"
    unrecorded = frozenset({"token_hash"})

    id: Mapped[int] = mapped_column(primary_key=True)
    delegation_id: Mapped[int] = mapped_column(ForeignKey("delegation.id"), index=True)
    kind: Mapped[AccessKind] = mapped_column(choice(AccessKind))
    email: Mapped[str] = mapped_column(String(254))
    name: Mapped[str] = mapped_column(String(200))
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    made_at: Mapped[datetime] = mapped_column(Instant())
    expires_at: Mapped[datetime] = mapped_column(Instant())
    accepted_at: Mapped[datetime | None] = mapped_column(Instant())
    withdrawn_at: Mapped[datetime | None] = mapped_column(Instant())

    delegation: Mapped[Delegation] = relationship()

    @property
    def recorded_as(self) -> Bilingual:
        return Bilingual.same(self.name or self.email)

    @property
    def recorded_in(self) -> int:
        return self.delegation.event_id
