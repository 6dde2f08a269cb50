"""Questions about an event's meetings. The event comes first."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from sqlalchemy import ColumnElement, Select, select
from sqlalchemy.orm import joinedload, selectinload

from eventapp.agenda.models import Appearance, Slot
from eventapp.bilaterals.kinds import BilateralState
from eventapp.bilaterals.models import Bilateral, MeetingRules, MeetingWindow
from eventapp.delegations.kinds import Authority
from eventapp.delegations.models import Delegation, Member
from eventapp.delegations.naming import party_name
from eventapp.events.models import Event
from eventapp.participants.models import Participant
from eventapp.plumbing.database import db
from eventapp.values.bilingual import Bilingual
from eventapp.values.collation import sort_key
from eventapp.values.language import Language

#: The columns beneath a meeting's span.
_TIMES = Slot.__table__.c


class Filters(NamedTuple):
    """Which meetings a reader asks for; empty words ask for all."""

    state: str = ""
    delegation: str = ""

    @property
    def asked(self) -> BilateralState | None:
        return BilateralState(self.state) if self.state in set(BilateralState) else None


EVERYTHING = Filters()


def meetings(event: Event, filters: Filters = EVERYTHING) -> list[Bilateral]:
    """Those that the filters ask for: without a time first, then by time."""
    query = _of(event)
    if filters.asked is not None:
        query = query.where(Bilateral.standing == filters.asked)
    if filters.delegation:
        query = query.where(
            Bilateral.requested_by.has(Delegation.code == filters.delegation)
            | Bilateral.requested_of.has(Delegation.code == filters.delegation)
        )
    return [*db.session.scalars(query)]


def meetings_of(delegation: Delegation) -> list[Bilateral]:
    """Those in which the delegation is one of the two sides."""
    query = _of(delegation.event).where(_has_side(delegation))
    return [*db.session.scalars(query)]


def meeting_called(event: Event, code: str, *, of: Delegation | None = None) -> Bilateral | None:
    """The meeting of that code; for a delegation's reader, only one of its own."""
    query = _of(event).where(Bilateral.code == code)
    if of is not None:
        query = query.where(_has_side(of))
    return db.session.scalars(query).one_or_none()


def delegations_of(event: Event, language: Language) -> list[tuple[Delegation, Bilingual]]:
    """The event's delegations with their names, in the reader's order."""
    query = (
        select(Delegation)
        .where(Delegation.event_id == event.id)
        .options(joinedload(Delegation.party))
    )
    named = [(each, name_of(each)) for each in db.session.scalars(query)]
    return sorted(named, key=lambda each: sort_key(each[1].text(language).text, language))


def members_of(delegation: Delegation) -> list[Member]:
    """The delegation's members with their people, in their order."""
    query = (
        select(Member)
        .where(Member.delegation_id == delegation.id)
        .join(Member.participant)
        .options(joinedload(Member.participant).joinedload(Participant.person))
        .order_by(Member.position, Member.id)
    )
    return [*db.session.scalars(query)]


def name_of(delegation: Delegation) -> Bilingual:
    """What a delegation is called here: as the host calls its party."""
    return party_name(delegation.party, Authority.HOST)


def rules_of(event: Event) -> MeetingRules:
    """How the event's meetings are placed; the usual rules where nobody has set any."""
    stored = db.session.get(MeetingRules, event.id)
    return stored or MeetingRules(event_id=event.id, minutes=30, most_a_day=2, pause=5)


def windows_of(event: Event) -> list[MeetingWindow]:
    """The hours of meetings, by day and room."""
    query = (
        select(MeetingWindow)
        .where(MeetingWindow.event_id == event.id)
        .options(joinedload(MeetingWindow.room))
        .order_by(MeetingWindow.on, MeetingWindow.opens, MeetingWindow.room_id)
    )
    return [*db.session.scalars(query)]


def window_numbered(event: Event, number: int) -> MeetingWindow | None:
    """The hours of that number, of this event alone."""
    return next((each for each in windows_of(event) if each.id == number), None)


def days_with_windows(windows: Iterable[MeetingWindow]) -> list[date]:
    """The days on which there are hours of meetings."""
    return sorted({each.on for each in windows})


def _of(event: Event) -> Select[tuple[Bilateral]]:
    return (
        select(Bilateral)
        .where(Bilateral.event_id == event.id)
        .options(
            joinedload(Bilateral.requested_by).joinedload(Delegation.party),
            joinedload(Bilateral.requested_of).joinedload(Delegation.party),
            joinedload(Bilateral.room),
            selectinload(Bilateral.appearances).joinedload(Appearance.person),
        )
        .order_by(_TIMES.starts_at.is_not(None), _TIMES.starts_at, Bilateral.priority, Bilateral.id)
    )


def _has_side(delegation: Delegation) -> ColumnElement[bool]:
    return (Bilateral.requested_by_id == delegation.id) | (
        Bilateral.requested_of_id == delegation.id
    )
