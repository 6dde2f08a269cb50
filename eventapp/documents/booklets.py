"""From rows to the booklet of a delegation."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from sqlalchemy import select

from eventapp.bilaterals.models import Bilateral
from eventapp.delegations.kinds import AccessKind, MemberFunction
from eventapp.delegations.models import Delegation, DelegationAccess, Member
from eventapp.documents.booklet import Booklet, Counterpart, Meeting
from eventapp.documents.itinerary import OwnDocument
from eventapp.documents.loading import imprint_of, roster_of
from eventapp.documents.roster import PrintedPerson, Roster
from eventapp.documents.variants import Choice, Paper
from eventapp.itineraries.itinerary import Contact, EntryKind, Itinerary
from eventapp.itineraries.loading import itinerary_of
from eventapp.itineraries.owners import members_of, of_delegation
from eventapp.plumbing.database import db
from eventapp.plumbing.settings import in_force
from eventapp.values.catalogue import N_


def booklet_of(
    delegation: Delegation, choice: Choice, paper: Paper, *, copies: int, now: datetime
) -> Booklet:
    """The booklet as things stand, with what the delegation may know of others and no more."""
    event, roster = delegation.event, roster_of(delegation.event)
    imprint = imprint_of(event, choice, paper, now=now)
    itinerary = itinerary_of(of_delegation(delegation))
    own = OwnDocument(itinerary, choice, paper, in_force().organisation, "", imprint.made_at)
    return Booklet(
        party=next(each for each in roster.parties if each.code == delegation.code),
        own=own,
        meetings=list(_meetings(delegation, itinerary, roster)),
        contacts=[*itinerary.contacts, *_focal_points(delegation)],
        imprint=imprint,
        copies=copies,
    )


def _meetings(delegation: Delegation, itinerary: Itinerary, roster: Roster) -> Iterator[Meeting]:
    """The meetings of its agenda that take place, in the order of the agenda."""
    uids = [
        entry.uid
        for entry in itinerary.entries
        if entry.kind is EntryKind.MEETING and not entry.is_cancelled
    ]
    query = select(Bilateral).where(Bilateral.event_id == delegation.event_id)
    bilaterals = {str(each.uid): each for each in db.session.scalars(query)}
    printed = {person.uid: person for person in roster.people}
    for uid in uids:
        meeting = bilaterals[uid]
        ours = meeting.requested_by_id == delegation.id
        other = meeting.requested_of if ours else meeting.requested_by
        party = next(each for each in roster.parties if each.code == other.code)
        yield Meeting(uid, party.name, tuple(_counterparts(meeting, other, printed)))


def _counterparts(
    meeting: Bilateral, other: Delegation, printed: dict[str, PrintedPerson]
) -> Iterator[Counterpart]:
    """Those of the other delegation who are named for the meeting; else its head."""
    there = {each.person_id for each in meeting.appearances if each.state.is_public}
    members = members_of(other)
    named = [each for each in members if each.participant.person_id in there]
    for member in named or _heads(members):
        participant = member.participant
        yield Counterpart(printed[str(participant.uid)], participant.person.biography)


def _heads(members: Iterable[Member]) -> list[Member]:
    return [each for each in members if each.function is MemberFunction.HEAD]


def _focal_points(delegation: Delegation) -> Iterator[Contact]:
    """Whom the delegation itself has named."""
    query = (
        select(DelegationAccess)
        .where(
            DelegationAccess.delegation_id == delegation.id,
            DelegationAccess.kind == AccessKind.FOCAL_POINT,
        )
        .order_by(DelegationAccess.id)
    )
    for access in db.session.scalars(query):
        account = access.account
        yield Contact(N_("Focal point"), account.name, access.telephone, account.email)
