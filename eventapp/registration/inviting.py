"""Personal invitations: a link that registers one person once, whatever the form's limits say."""

import re
from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import func, select

from eventapp.accounts.tokens import hash_of, new_token
from eventapp.events.models import Event
from eventapp.participants.models import Category
from eventapp.people.kinds import Correspondence
from eventapp.plumbing.database import db
from eventapp.plumbing.facts import announce
from eventapp.registration.facts import PersonInvited
from eventapp.registration.models import PersonalInvitation
from eventapp.values.addresses import is_mail_address
from eventapp.values.catalogue import N_
from eventapp.values.cleaning import one_line
from eventapp.values.refusal import Refusal

AT_MOST = 500  # letters at once
NAME_LENGTH = 200
ADDRESS_LENGTH = 254

_NAMED = re.compile(r"([^<>]*)<([^<>]*)>")


class NoLongerUsable(Refusal):
    """An invitation that was used, withdrawn, or is too old."""


class Invitee(NamedTuple):
    """Whom an invitation goes to; the name may be empty."""

    name: str
    email: str


def invitees(text: str) -> list[Invitee]:
    """One on each line, or parted by commas or semicolons: `zoe@example.org`, `Zoé <zoe@…>`.

    An address that is there twice is invited once. Raises Refusal, with the first line that
    cannot be read.
    """
    found: dict[str, Invitee] = {}
    for part in re.split(r"[\n;,]", text):
        line = one_line(part)
        if not line:
            continue
        named = _NAMED.fullmatch(line)
        name, email = (named[1], named[2]) if named else ("", line)
        invitee = Invitee(name.strip(' "'), email.strip())
        if not is_mail_address(invitee.email) or len(invitee.email) > ADDRESS_LENGTH:
            raise Refusal(N_("This is not an e-mail address: %(line)s"), line=line[:100])
        if len(invitee.name) > NAME_LENGTH:
            raise Refusal(N_("This name is too long: %(line)s"), line=line[:100])
        found.setdefault(invitee.email.lower(), invitee)
    if not found:
        raise Refusal(N_("An address is needed."))
    if len(found) > AT_MOST:
        raise Refusal(N_("%(most)s addresses at most at once."), most=AT_MOST)
    return [*found.values()]


def invite(
    event: Event,
    people: Iterable[Invitee],
    category: Category,
    language: Correspondence,
    *,
    expires_at: datetime,
    now: datetime,
) -> int:
    """Writes to everybody who has no open invitation yet; answers to how many."""
    already = {each.email.lower() for each in invitations_of(event.id) if is_usable(each, now)}
    invited = [each for each in people if each.email.lower() not in already]
    for each in invited:
        token = new_token()
        invitation = PersonalInvitation(
            event_id=event.id,
            category=category,
            email=each.email,
            name=each.name,
            language=language.value,
            token_hash=hash_of(token),
            made_at=now,
            expires_at=expires_at,
        )
        db.session.add(invitation)
        db.session.flush()
        announce(PersonInvited(invitation, token))
    return len(invited)


def withdraw_invitation(invitation: PersonalInvitation, *, now: datetime) -> None:
    """Ends an invitation. Raises Refusal where it was used meanwhile."""
    demand_usable(invitation, now=now)
    invitation.withdrawn_at = now


def invitation_behind(event: Event, token: str, *, lock: bool = False) -> PersonalInvitation | None:
    """The event's invitation whose link holds that secret, usable or not."""
    query = select(PersonalInvitation).where(
        PersonalInvitation.event_id == event.id, PersonalInvitation.token_hash == hash_of(token)
    )
    if lock:
        query = query.with_for_update().execution_options(populate_existing=True)
    return db.session.scalars(query).one_or_none()


def invitation_numbered(event: Event, number: int) -> PersonalInvitation | None:
    """The event's invitation with that number."""
    if not 0 < number < 2**31:
        return None
    query = select(PersonalInvitation).where(
        PersonalInvitation.event_id == event.id, PersonalInvitation.id == number
    )
    return db.session.scalars(query).one_or_none()


def invitations_of(event_id: int) -> list[PersonalInvitation]:
    """All of the event's invitations, the newest first."""
    query = select(PersonalInvitation).where(PersonalInvitation.event_id == event_id)
    return [*db.session.scalars(query.order_by(PersonalInvitation.id.desc()))]


def waiting_for_answer(event_id: int, now: datetime) -> int:
    """How many invitations can still be used."""
    query = select(func.count()).where(
        PersonalInvitation.event_id == event_id,
        PersonalInvitation.withdrawn_at.is_(None),
        PersonalInvitation.participant_id.is_(None),
        PersonalInvitation.expires_at > now,
    )
    return db.session.scalar(query) or 0


def is_usable(invitation: PersonalInvitation, now: datetime) -> bool:
    """Whether somebody can still register with it."""
    is_over = invitation.withdrawn_at is not None or invitation.participant_id is not None
    return not is_over and invitation.expires_at > now


def demand_usable(invitation: PersonalInvitation, *, now: datetime) -> None:
    """Raises NoLongerUsable where nobody can register with it any more."""
    if not is_usable(invitation, now):
        raise NoLongerUsable(N_("This invitation was used, withdrawn, or is too old."))
