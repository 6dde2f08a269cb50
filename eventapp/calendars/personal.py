"""What a visitor does with a calendar of their own; whoever has its address owns it."""

from collections.abc import Iterable
from datetime import datetime
from hashlib import sha256
from hmac import compare_digest
from secrets import token_urlsafe

from sqlalchemy import select

from eventapp.agenda.published import PublishedAgenda
from eventapp.calendars.models import PersonalCalendar
from eventapp.events.models import Event
from eventapp.plumbing.database import db
from eventapp.values.catalogue import N_
from eventapp.values.refusal import Refusal

TOKEN_BYTES = 24  # 192 bits of chance
SESSIONS_AT_MOST = 500


def calendar_at(event: str, token: str) -> PersonalCalendar | None:
    """The calendar of that event whose address holds that secret."""
    hashed = _hashed(token)
    query = select(PersonalCalendar).join(Event).where(Event.slug == event)
    calendar = db.session.scalars(query.where(PersonalCalendar.token_hash == hashed)).first()
    return calendar if calendar and compare_digest(calendar.token_hash, hashed) else None


def make(event: str, sessions: list[str], *, now: datetime) -> str:
    """Makes a calendar of these sessions, given by uid, and returns the secret of its address."""
    token = token_urlsafe(TOKEN_BYTES)
    owner = db.session.scalars(select(Event).where(Event.slug == event)).one()
    calendar = PersonalCalendar(
        event=owner,
        token_hash=_hashed(token),
        sessions=sessions,
        created_at=now,
        changed_at=now,
    )
    db.session.add(calendar)
    return token


def choose(calendar: PersonalCalendar, sessions: list[str], *, now: datetime) -> None:
    """Puts other sessions into the calendar."""
    calendar.sessions = sessions
    calendar.changed_at = now


def renew(calendar: PersonalCalendar, *, now: datetime) -> str:
    """Moves the calendar to a new address, whose secret is returned; the old one is dead."""
    token = token_urlsafe(TOKEN_BYTES)
    calendar.token_hash = _hashed(token)
    calendar.changed_at = now
    return token


def revoke(calendar: PersonalCalendar) -> None:
    """Ends the calendar and forgets what was chosen."""
    db.session.delete(calendar)


def uids_of(codes: Iterable[str], agenda: PublishedAgenda) -> tuple[list[str], list[str]]:
    """The uids of the sessions with these codes, in programme order, and the codes of none.

    Raises Refusal where they are too many, or none at all.
    """
    asked = set(codes)
    if len(asked) > SESSIONS_AT_MOST:
        raise Refusal(N_("Choose %(most)s sessions at most."), most=SESSIONS_AT_MOST)
    known = [session for session in agenda.sessions if session.code in asked]
    if not known:
        raise Refusal(N_("Choose at least one session of this programme."))
    unknown = asked - {session.code for session in known}
    return [session.uid for session in known], sorted(unknown)


def _hashed(token: str) -> str:
    return sha256(token.encode()).hexdigest()
