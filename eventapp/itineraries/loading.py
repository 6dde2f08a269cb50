"""From rows to an itinerary: what is public now, and what is the owner's own as it stands."""

from collections.abc import Iterator
from datetime import UTC, datetime

from sqlalchemy import or_, select

from eventapp.agenda import labels, queries
from eventapp.agenda.freezing import event_as_it_stands
from eventapp.agenda.kinds import AppearanceState, Role, Visibility
from eventapp.agenda.models import Appearance, Session, SlotDelegation
from eventapp.agenda.published import (
    PublishedAgenda,
    PublishedRelease,
    PublishedSession,
)
from eventapp.agenda.reading import capitalized
from eventapp.delegations.kinds import AccessKind
from eventapp.delegations.models import DelegationAccess
from eventapp.itineraries.itinerary import (
    Contact,
    Entry,
    EntryKind,
    Fact,
    Itinerary,
    in_both,
)
from eventapp.itineraries.naming import name_of, party_of, said
from eventapp.itineraries.owners import Owner
from eventapp.itineraries.private import private_entries
from eventapp.plumbing.database import db
from eventapp.registration.kinds import ChoiceState
from eventapp.registration.models import SessionChoice
from eventapp.values import typography
from eventapp.values.addresses import is_mail_address
from eventapp.values.bilingual import PublishedText
from eventapp.values.catalogue import N_
from eventapp.values.language import Language
from eventapp.values.tongues import language_name

#: Who waits for a seat does not have the session in their agenda yet.
IN_AGENDA = (ChoiceState.CHOSEN, ChoiceState.SEATED)
LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)
LAST = datetime.max.replace(tzinfo=UTC)


def itinerary_of(owner: Owner) -> Itinerary:
    """The owner's agenda at this moment."""
    release = queries.whole_release(owner.event.slug)
    private = private_entries(owner)
    agenda = _own_part(owner, release)
    sessions = [_session_entry(owner, agenda, session) for session in agenda.sessions]
    entries = sorted((*sessions, *private), key=_order)
    return Itinerary(
        uid=str(owner.uid),
        owner=name_of(owner.participant) if owner.participant else _party(owner),
        is_delegation=owner.participant is None,
        agenda=agenda,
        entries=tuple(entries),
        changed_at=max(_changes(release, entries), default=LONG_AGO).replace(microsecond=0),
        contacts=tuple(_contacts(owner)),
        release=release.number if release else None,
    )


def _order(entry: Entry) -> tuple[datetime, str]:
    return (entry.span.starts_at if entry.span else LAST), entry.uid


def _party(owner: Owner) -> PublishedText:
    assert owner.delegation is not None  # noqa: S101 - it is no participant's agenda
    return party_of(owner.delegation)


def _own_part(owner: Owner, release: PublishedRelease | None) -> PublishedAgenda:
    """The published sessions that are the owner's, and what these refer to."""
    if release is None:
        return PublishedAgenda(event_as_it_stands(owner.event, now=datetime.now(UTC)))
    held = _held_sessions(owner)
    readable = release.agenda.seen_by(Visibility.PARTICIPANTS, held | _credited(owner, release))
    mine = held | _credited(owner, release) | _chosen(owner)
    return readable.keeping(lambda session: session.uid in mine)


def _credited(owner: Owner, release: PublishedRelease) -> set[str]:
    """The sessions whose published programme names one of the owner's people."""
    uids = {str(member.participant.person.uid) for member in owner.members}
    if owner.participant:
        uids = {str(owner.participant.person.uid)}
    return {
        session.uid
        for session in release.agenda.sessions
        if any(appearance.person in uids for appearance in session.appearances)
    }


def _held_sessions(owner: Owner) -> set[str]:
    """Sessions that the programme does not tell are theirs.

    Interpreters and members of delegations stand in no release, nor does for which delegation a
    session is held.
    """
    unnamed = [role for role in Role if not role.is_public]
    sure = [state for state in AppearanceState if state.is_public]
    named = Session.id.in_(
        select(Appearance.slot_id).where(
            Appearance.person_id.in_(owner.people),
            Appearance.role.in_(unnamed),
            Appearance.state.in_(sure),
        )
    )
    held = Session.id.in_(
        select(SlotDelegation.slot_id).where(
            SlotDelegation.delegation_id == (owner.delegation.id if owner.delegation else None)
        )
    )
    which = named if owner.participant else or_(named, held)
    query = select(Session.uid).where(Session.event_id == owner.event.id, which)
    return {str(uid) for uid in db.session.scalars(query)}


def _chosen(owner: Owner) -> set[str]:
    """The sessions that the participant put into their agenda."""
    if owner.participant is None:
        return set()
    query = (
        select(Session.uid)
        .join(SessionChoice, SessionChoice.session_id == Session.id)
        .where(
            SessionChoice.participant_id == owner.participant.id,
            SessionChoice.state.in_(IN_AGENDA),
        )
    )
    return {str(uid) for uid in db.session.scalars(query)}


def _session_entry(owner: Owner, agenda: PublishedAgenda, session: PublishedSession) -> Entry:
    room = agenda.room_of(session)
    return Entry(
        uid=session.uid,
        kind=EntryKind.SESSION,
        title=session.title or said(session.code),
        stamp=session.stamp,
        state=session.state,
        span=session.span,
        room=room,
        venue=agenda.venue_of(room) if room else None,
        facts=tuple(fact for fact in _session_facts(owner, session) if fact.text),
        session=session,
    )


def _session_facts(owner: Owner, session: PublishedSession) -> Iterator[Fact]:
    """What the owner does there, and in which languages it is held."""
    people = [owner.participant] if owner.participant else [m.participant for m in owner.members]
    roles = {
        (participant.person.name, appearance.role): None
        for participant in people
        for appearance in session.appearances
        if appearance.person == str(participant.person.uid)
    }
    if owner.participant:
        part = in_both(lambda each: capitalized(typography.enumeration(_roles(roles, each), each)))
        yield Fact(N_("Your part"), part)
    else:
        yield Fact(N_("For us"), in_both(lambda each: "; ".join(_parts(roles, each))))
    yield Fact(N_("Languages"), _languages(session.floor_languages))
    yield Fact(N_("Interpretation"), _languages(session.interpretation_languages))


def _roles(roles: dict[tuple[str, Role], None], language: Language) -> list[str]:
    return [labels.role(role, language) for _, role in roles]


def _parts(roles: dict[tuple[str, Role], None], language: Language) -> list[str]:
    return [f"{name} ({labels.role(role, language)})" for name, role in roles]


def _languages(tags: tuple[str, ...]) -> PublishedText:
    return in_both(
        lambda each: capitalized(
            typography.enumeration([language_name(tag, each) for tag in tags], each)
        )
    )


def _changes(release: PublishedRelease | None, entries: list[Entry]) -> Iterator[datetime]:
    """When things last became what they are."""
    yield from (entry.stamp.revised_at for entry in entries)
    if release:
        yield release.published_at


def _contacts(owner: Owner) -> Iterator[Contact]:
    """What to call in an emergency, the delegation's liaison officers, the event's own address."""
    if owner.event.emergency_telephone:
        yield Contact(N_("Emergency"), "", owner.event.emergency_telephone)
    if owner.delegation:
        query = (
            select(DelegationAccess)
            .where(
                DelegationAccess.delegation_id == owner.delegation.id,
                DelegationAccess.kind == AccessKind.LIAISON,
            )
            .order_by(DelegationAccess.id)
        )
        for access in db.session.scalars(query):
            yield Contact(N_("Liaison officer"), access.account.name, access.telephone)
    if is_mail_address(owner.event.contact):
        yield Contact(N_("Secretariat"), "", email=owner.event.contact)
