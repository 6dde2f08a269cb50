"""The nightly purge: personal data of events that ended long enough ago."""

from datetime import datetime, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from sqlalchemy import select

from eventapp.agenda.models import Appearance
from eventapp.events.models import Event
from eventapp.history.recording import Actor
from eventapp.participants.models import Participant
from eventapp.people.editing import add_person
from eventapp.people.models import Person
from eventapp.plumbing.database import db, unit_of_work
from eventapp.plumbing.facts import announce
from eventapp.privacy.erasing import erase, scrub_all
from eventapp.privacy.facts import EventPurged
from eventapp.privacy.models import Retention
from eventapp.values.pseudonyms import NOBODY
from eventapp.values.refusal import Refusal

#: The hours of the event's own night in which it is done, by its clocks.
NIGHT = range(2, 5)
AT_ONCE = 25  # people a transaction: nobody waits long for a database that others write to
PURGE = Actor(None, "retention")


class Report(NamedTuple):
    """What became of those of one event."""

    erased: int
    detached: int


def purge_by_night(*, now: datetime) -> dict[int, Report]:
    """Purges each event that is due, where it is night there now; by the event's id."""
    due = [
        event.id
        for event in due_events(now=now)
        if now.astimezone(ZoneInfo(event.zone)).hour in NIGHT
    ]
    return {event_id: purge(event_id, now=now) for event_id in due}


def due_events(*, now: datetime) -> list[Event]:
    """Events without a hold whose data has been kept for as long as it may, and not purged yet."""
    query = (
        select(Event, Retention.days)
        .join(Retention, Retention.event_id == Event.id)
        .where(
            Retention.days.is_not(None),
            ~Retention.is_held,
            Retention.purged_at.is_(None),
            Event.starts_on.is_not(None),
        )
        .execution_options(include_removed=True)
    )
    return [event for event, days in db.session.execute(query) if _is_due(event, days, now)]


def purge(event_id: int, *, now: datetime) -> Report:
    """Erases everybody who came to this event alone, and lets go of all others.

    Whoever speaks in a published programme, or takes part in another event, stays a person; that
    they took part in this one is only counted. Done in steps: one that is cut short goes on the
    next night.
    """
    erased = detached = 0
    while step := _step(event_id, now):
        erased, detached = erased + step.erased, detached + step.detached
    with unit_of_work():
        retention = db.session.get(Retention, event_id, with_for_update=True)
        if retention is not None and not retention.is_held:
            retention.purged_at = now
            announce(EventPurged(event_id))
    return Report(erased, detached)


def _step(event_id: int, now: datetime) -> Report | None:
    """The next few participants; None where nobody is left, or somebody put a hold on them."""
    with unit_of_work():
        retention = db.session.get(Retention, event_id, with_for_update=True)
        if retention is None or retention.is_held or retention.purged_at is not None:
            return None
        rows = _left(event_id)
        if not rows:
            return None
        event = rows[0].event
        erased = sum(_let_go(row, event, now) for row in rows)
        return Report(erased, len(rows) - erased)


def _left(event_id: int) -> list[Participant]:
    """Those of the event whose person is still somebody."""
    query = (
        select(Participant)
        .join(Person, Person.id == Participant.person_id)
        .where(Participant.event_id == event_id, Person.family_name != NOBODY)
        .order_by(Participant.id)
        .limit(AT_ONCE)
        .execution_options(include_removed=True)
    )
    return [*db.session.scalars(query)]


def _let_go(row: Participant, event: Event, now: datetime) -> bool:
    """Answers whether the person was erased; one who stays is somebody else's business."""
    if not _stays(row.person, event):
        try:
            erase(row.person, by=PURGE, now=now, event=event)
        except Refusal:  # held by another event
            _detach(row, now)
            return False
        return True
    _detach(row, now)
    return False


def _stays(person: Person, event: Event) -> bool:
    """Whether another event knows the person, or a programme names them."""
    elsewhere = select(Participant.id).where(
        Participant.person_id == person.id, Participant.event_id != event.id
    )
    appears = select(Appearance.id).where(Appearance.person_id == person.id)
    either = select(elsewhere.exists() | appears.exists())
    return bool(db.session.execute(either).scalar_one())


def _detach(row: Participant, now: datetime) -> None:
    """The participation of nobody in particular: what hung on it is scrubbed as theirs."""
    nobody = add_person({"family_name": NOBODY})
    row.person_id = nobody.id
    db.session.flush()
    scrub_all(nobody, (), now=now)


def _is_due(event: Event, days: int, now: datetime) -> bool:
    ended = event.ends_on or event.starts_on
    today = now.astimezone(ZoneInfo(event.zone)).date()
    return ended is not None and ended + timedelta(days=days) < today
