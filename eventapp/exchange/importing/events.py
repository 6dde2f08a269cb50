"""The event that a schedule goes into: found, or made from the file's conference."""

from uuid import UUID, uuid5

from sqlalchemy import select

from eventapp.events.kinds import EventKind, EventState
from eventapp.events.models import Event, Venue
from eventapp.exchange.importing.report import Thing
from eventapp.exchange.importing.updating import Update
from eventapp.exchange.schedule import Schedule
from eventapp.plumbing.database import db
from eventapp.values.bilingual import Wording

#: Under which the uids of events that files made derive from slug and schedule.
NAMESPACE = UUID("0f8b2b8e-52b7-4c3e-9b6a-6d5d3c1a7e42")


def zone_of_event(slug: str) -> str | None:
    """The zone of the event with that slug, if there is one: for files that name none."""
    return db.session.scalars(select(Event.zone).where(Event.slug == slug)).one_or_none()


def event_for(schedule: Schedule, slug: str) -> Event:
    """The event, locked against a second import; a new one is planned as a conference."""
    query = select(Event).where(Event.slug == slug).with_for_update()
    event = db.session.scalars(query).one_or_none()
    if event is None:
        event = Event(
            uid=_uid(schedule, slug),
            slug=slug,
            kind=EventKind.CONFERENCE,
            state=EventState.PLANNING,
            zone=schedule.conference.zone,
        )
        db.session.add(event)
    return event


def _uid(schedule: Schedule, slug: str) -> UUID:
    return uuid5(NAMESPACE, f"{slug}:{schedule.source}")


def merge_event(update: Update, schedule: Schedule) -> Venue | None:
    """What the file says of its conference goes into the event that it made, and into no other.

    The event is in the database after that. Returns the venue of its rooms, if the file has one.
    """
    event, conference = update.event, schedule.conference
    if event.uid != _uid(schedule, event.slug):
        return None
    is_new = event.id is None
    is_changed = update.write(
        event,
        title=Wording(conference.title, update.language),
        starts_on=conference.starts_on,
        ends_on=conference.ends_on,
        zone=conference.zone,
        day_change=conference.day_change if is_new or conference.is_day_change_stated else None,
    )
    update.count(Thing.EVENT, is_new=is_new, is_changed=is_changed)
    venue = _venue(update, schedule) if conference.venue else None
    db.session.flush()
    return venue


def _venue(update: Update, schedule: Schedule) -> Venue:
    conference, event = schedule.conference, update.event
    uid = update.uid(Thing.EVENT, "venue")
    venue = next((each for each in event.venues if each.uid == uid), None)
    if venue is None:
        venue = Venue(uid=uid, event=event)
        db.session.add(venue)
    update.write(
        venue,
        name=Wording(conference.venue, update.language),
        city=Wording(conference.city, update.language),
    )
    return venue
