"""Things of the field, built in a line: `a_session(event, at="09:00")`.

Builders add rows to the session of the database and leave committing to the test.
"""

from datetime import UTC, date, datetime, timedelta
from datetime import time as wall_clock
from itertools import count
from time import time
from typing import Any

import msgspec
from flask.testing import FlaskClient
from sqlalchemy import select

from eventapp.accounts.models import Account, Membership
from eventapp.accounts.rights import EventRole
from eventapp.agenda import publishing
from eventapp.agenda.freezing import public_units
from eventapp.agenda.kinds import AppearanceState, Role, SessionKind, SlotState, Visibility
from eventapp.agenda.models import Appearance, Release, Session, SlotDelegation, Track
from eventapp.bilaterals.kinds import BilateralState, ProposalState
from eventapp.bilaterals.models import Bilateral, MeetingWindow, Proposal
from eventapp.bilaterals.proposing import Outcome
from eventapp.delegations.kinds import AccessKind, MemberFunction
from eventapp.delegations.models import Delegation, DelegationAccess, Member, Party
from eventapp.events.kinds import EventKind
from eventapp.events.models import Event, Room, Venue
from eventapp.movements.kinds import MovementKind
from eventapp.movements.models import Movement
from eventapp.participants.joining import add_participant, participant_for
from eventapp.participants.models import Category, Participant
from eventapp.people.models import Organisation, Person
from eventapp.planning.meetings.instance import Proposal as Solved
from eventapp.planning.meetings.instance import Reason
from eventapp.plumbing.database import db
from eventapp.translation.approving import approve
from eventapp.values.bilingual import Bilingual
from eventapp.values.language import Language
from eventapp.values.timespan import TimeSpan

NOW = datetime(2024, 11, 1, 12, 0, tzinfo=UTC)
FIRST_DAY = date(2024, 12, 3)

_numbers = count(1)


def a_summit(slug: str = "summit", **fields: object) -> Event:
    """A two-day summit in Belgrade with one venue."""
    given = {
        "kind": EventKind.SUMMIT,
        "title": Bilingual("Sommet exemple", "Example Summit"),
        "summary": Bilingual("Un sommet.", "A summit."),
        "starts_on": FIRST_DAY,
        "ends_on": FIRST_DAY + timedelta(days=1),
        "zone": "Europe/Belgrade",
    }
    event = Event(slug=slug, **(given | fields))
    event.venues = [
        Venue(
            name=Bilingual("Palais", "Palace"), city=Bilingual("Belgrade", "Belgrade"), country="RS"
        )
    ]
    db.session.add(event)
    db.session.flush()
    return event


def a_room(event: Event, name: str = "A", *, capacity: int | None = 100) -> Room:
    room = Room(
        event=event,
        venue=event.venues[0],
        code=name.lower(),
        name=Bilingual(f"Salle {name}", f"Room {name}"),
        capacity=capacity,
        position=len(event.rooms),
    )
    db.session.add(room)
    db.session.flush()
    return room


def a_track(event: Event, code: str = "governance", **fields: object) -> Track:
    given = {"name": Bilingual("Gouvernance", "Governance"), "colour": 1}
    track = Track(event_id=event.id, code=code, **(given | fields))
    db.session.add(track)
    db.session.flush()
    return track


def a_person(name: str = "Zoé Exemple", **fields: object) -> Person:
    given_name, _, family_name = name.partition(" ")
    given = {
        "code": f"p{next(_numbers)}",
        "given_name": given_name,
        "family_name": family_name,
        "function": Bilingual("directrice", "Director"),
    }
    person = Person(**(given | fields))
    db.session.add(person)
    db.session.flush()
    return person


def an_organisation(name: str = "Institut exemple", **fields: object) -> Organisation:
    organisation = Organisation(name=Bilingual.same(name), **fields)
    db.session.add(organisation)
    db.session.flush()
    return organisation


def a_category(event: Event, code: str = "delegate", **fields: object) -> Category:
    """A category of the event, which may be the one that is there already."""
    query = select(Category).where(Category.event_id == event.id, Category.code == code)
    if (there := db.session.scalars(query).one_or_none()) is not None:
        return there
    given = {"name": Bilingual(f"Catégorie {code}", f"Category {code}")}
    category = Category(event_id=event.id, code=code, **(given | fields))
    db.session.add(category)
    db.session.flush()
    return category


def a_participant(
    event: Event,
    person: Person | str = "Zoé Exemple",
    category: Category | str = "delegate",
    **fields: Any,
) -> Participant:
    """A confirmed participant; a name makes a person, a code finds or makes a category."""
    return add_participant(
        event,
        a_person(person) if isinstance(person, str) else person,
        a_category(event, category) if isinstance(category, str) else category,
        **({"now": NOW} | fields),
    )


def a_span(
    event: Event, at: str = "09:00", *, minutes: int = 60, day: date = FIRST_DAY
) -> TimeSpan:
    start = datetime.fromisoformat(f"{day}T{at}")
    return TimeSpan.lasting(start, timedelta(minutes=minutes), event.zone)


def a_session(
    event: Event,
    code: str = "",
    *,
    at: str | None = "09:00",
    minutes: int = 60,
    day: date = FIRST_DAY,
    people: tuple[Person, ...] = (),
    **fields: object,
) -> Session:
    """A confirmed session; `at=None` leaves it without a time."""
    code = code or f"S{next(_numbers)}"
    given = {
        "kind": SessionKind.PANEL,
        "title": Bilingual(f"Séance {code}", f"Session {code}"),
        "abstract": Bilingual("Une *bonne* séance.", "A *good* session."),
        "state": SlotState.CONFIRMED,
        "span": a_span(event, at, minutes=minutes, day=day) if at else None,
    }
    session = Session(event=event, code=code, **(given | fields))
    session.appearances = [
        Appearance(
            person=person,
            role=Role.PANELIST,
            state=AppearanceState.CONFIRMED,
            position=position,
        )
        for position, person in enumerate(people)
    ]
    db.session.add(session)
    db.session.flush()
    return session


def a_movement(
    *delegations: Delegation,
    at: str = "09:00",
    minutes: int = 60,
    people: tuple[Person, ...] = (),
    **fields: object,
) -> Movement:
    """A confirmed transfer of these delegations, and of these people of theirs."""
    event = delegations[0].event
    given = {
        "code": f"m{next(_numbers)}",
        "kind": MovementKind.TRANSFER,
        "title": Bilingual("Transfert : hôtel → palais", "Transfer: hotel → palace"),
        "origin": Bilingual("hôtel", "hotel"),
        "destination": Bilingual("palais", "palace"),
        "visibility": Visibility.DELEGATION,
        "state": SlotState.CONFIRMED,
        "span": a_span(event, at, minutes=minutes),
    }
    movement = Movement(event=event, **(given | fields))
    movement.delegations = [SlotDelegation(delegation=each) for each in delegations]
    movement.appearances = [Appearance(person=each, role=Role.MEMBER) for each in people]
    db.session.add(movement)
    db.session.flush()
    return movement


def approve_all(event: Event, *languages: Language, now: datetime = NOW) -> None:
    """Approves every public text of the event, in both languages unless told."""
    db.session.flush()
    approve(public_units(event), languages or tuple(Language), by="translator", now=now)
    db.session.flush()


def a_party(country: str = "RS", **fields: object) -> Party:
    """A state by its country's code."""
    party = Party(country=country, **fields)
    db.session.add(party)
    db.session.flush()
    return party


def a_delegation(event: Event, country: str = "RS", **fields: object) -> Delegation:
    """A delegation of a state, whose code is its country's in small letters."""
    party = fields.pop("party", None) or a_party(country)
    given = {"code": country.lower()}
    delegation = Delegation(event=event, party=party, **(given | fields))
    db.session.add(delegation)
    db.session.flush()
    return delegation


def a_member(
    delegation: Delegation,
    person: Person | str = "Zoé Exemple",
    function: MemberFunction = MemberFunction.DELEGATE,
    *,
    category: Category | str = "delegate",
    **fields: object,
) -> Member:
    """Somebody in a delegation, who is made a participant where they are none."""
    person = a_person(person) if isinstance(person, str) else person
    event = delegation.event
    participant = participant_for(event, person) or a_participant(event, person, category)
    given = {"position": len(delegation.members)}
    member = Member(participant=participant, function=function, **(given | fields))
    delegation.members.append(member)
    db.session.flush()
    return member


def an_access(
    delegation: Delegation, account: Account, kind: AccessKind = AccessKind.LIAISON
) -> DelegationAccess:
    access = DelegationAccess(delegation=delegation, account=account, kind=kind)
    db.session.add(access)
    db.session.flush()
    return access


def an_account(
    event: Event | None = None,
    *roles: EventRole,
    email: str = "",
    **fields: object,
) -> Account:
    """Somebody who can sign in, with these roles in the event."""
    number = next(_numbers)
    given = {
        "email": email or f"account{number}@example.org",
        "name": f"Alix Exemple {number}",
        "language": Language.FR,
        "fs_uniquifier": f"{number:032x}",
        "active": True,
        "created_at": NOW,
        "confirmed_at": NOW,
    }
    account = Account(**(given | fields))
    if event is not None:
        account.memberships = [Membership(event_id=event.id, role=role) for role in roles]
    db.session.add(account)
    db.session.flush()
    return account


def sign_in(client: FlaskClient, account: Account) -> None:
    """Commits, and signs the account in without a page: its browser holds a server's session."""
    name = account.fs_uniquifier
    db.session.commit()
    with client.session_transaction() as session:
        session["_user_id"] = name
        session["_fresh"] = True
        session["fs_cc"] = "set"
        session["fs_paa"] = time()


def a_release(event: Event, *, now: datetime = NOW, note: Bilingual | None = None) -> Release:
    """Approves everything and publishes it."""
    approve_all(event, now=now)
    release = publishing.publish(event, by="organizer", now=now, note=note or Bilingual())
    db.session.commit()
    return release


def a_meeting(
    one: Delegation,
    other: Delegation,
    *,
    at: str | None = None,
    day: date = FIRST_DAY,
    room: Room | None = None,
    people: tuple[Person, ...] = (),
    **fields: Any,
) -> Bilateral:
    """A request for half an hour; with a time, one that is proposed to both sides."""
    number, event = next(_numbers), one.event
    given = {
        "code": f"b{number}",
        "title": Bilingual(f"Rencontre {number}", f"Meeting {number}"),
        "minutes": 30,
        "asked_at": NOW,
        "standing": BilateralState.PROPOSED if at else BilateralState.REQUESTED,
        "state": SlotState.TENTATIVE if at else SlotState.DRAFT,
        "span": a_span(event, at, minutes=30, day=day) if at else None,
        "revision": 0 if at else None,
    }
    meeting = Bilateral(
        event=event,
        requested_by=one,
        requested_of=other,
        room=room,
        visibility=Visibility.DELEGATION,
        **(given | fields),
    )
    meeting.delegations = [SlotDelegation(delegation=each) for each in (one, other)]
    meeting.appearances = [Appearance(person=each, role=Role.MEMBER) for each in people]
    db.session.add(meeting)
    db.session.flush()
    return meeting


def a_proposal(meeting: Bilateral) -> Proposal:
    """One that gives the meeting no place, since its first side is never free."""
    reason = Reason("never_free", str(meeting.requested_by.uid))
    solved = Solved({}, 0, 0, {str(meeting.uid): (reason,)})
    proposal = Proposal(
        event_id=meeting.event_id,
        state=ProposalState.READY,
        asked_at=NOW,
        asked_by=meeting.title.fr[:200],
        outcome=msgspec.to_builtins(Outcome(solved, {}, 15)),
    )
    db.session.add(proposal)
    db.session.flush()
    return proposal


def meeting_hours(
    room: Room, opens: str = "09:00", closes: str = "12:00", *, day: date = FIRST_DAY
) -> MeetingWindow:
    """Hours in which the room takes meetings."""
    window = MeetingWindow(
        event_id=room.event.id,
        room=room,
        on=day,
        opens=wall_clock.fromisoformat(opens),
        closes=wall_clock.fromisoformat(closes),
    )
    db.session.add(window)
    db.session.flush()
    return window
