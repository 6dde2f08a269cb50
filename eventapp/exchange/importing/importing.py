"""The import of a schedule."""

from collections import Counter
from datetime import datetime
from uuid import UUID, uuid5

from sqlalchemy import select

from eventapp.events.kinds import EventKind, EventState
from eventapp.events.models import Event, Venue
from eventapp.exchange.importing.people import merge_people
from eventapp.exchange.importing.places import merge_rooms, merge_tracks
from eventapp.exchange.importing.report import ImportReport, Thing, Vanished
from eventapp.exchange.importing.sessions import Outcome, Surroundings, cancel, merge_sessions
from eventapp.exchange.importing.updating import Update
from eventapp.exchange.schedule import Schedule
from eventapp.plumbing.database import db
from eventapp.values.bilingual import Wording
from eventapp.values.catalogue import N_
from eventapp.values.language import Language
from eventapp.values.refusal import Refusal
from eventapp.values.slug import is_slug

#: Under which the uids of events that files made derive from slug and schedule.
NAMESPACE = UUID("0f8b2b8e-52b7-4c3e-9b6a-6d5d3c1a7e42")


def import_schedule(
    schedule: Schedule,
    *,
    slug: str,
    language: Language | None,
    by: str,
    now: datetime,
    cancel_missing: bool = False,
    dry_run: bool = False,
) -> ImportReport:
    """Brings a schedule into the draft of the event with that slug, and makes it if need be.

    `language` is that of the file's texts; None leaves each session its own (`Surroundings`).
    Sessions that an earlier file of the same schedule held and this one lacks are listed, and
    with `cancel_missing` cancelled; one that is back is restored. Nothing is removed but people
    from sessions. With `dry_run` the report is the same, and nothing is written. Raises Refusal
    where no event can have that slug.
    """
    if not is_slug(slug):
        raise Refusal(N_("“%(slug)s” cannot be the name of an event in addresses."), slug=slug)
    attempt = db.session.begin_nested()
    update = Update(_event(schedule, slug), language or schedule.main_language)
    outcome = _merge(update, schedule, language)
    update.approve_texts(by=by, now=now)
    if cancel_missing:
        for session in outcome.vanished:
            cancel(session)
    report = _report(update, schedule, outcome, are_cancelled=cancel_missing, is_dry_run=dry_run)
    if dry_run:
        attempt.rollback()
    else:
        attempt.commit()
    return report


def zone_of_event(slug: str) -> str | None:
    """The zone of the event with that slug, if there is one: for files that name none."""
    return db.session.scalars(select(Event.zone).where(Event.slug == slug)).one_or_none()


def _event(schedule: Schedule, slug: str) -> Event:
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


def _merge(update: Update, schedule: Schedule, language: Language | None) -> Outcome:
    is_own = update.event.uid == _uid(schedule, update.event.slug)
    venue = _write_event(update, schedule) if is_own else None
    db.session.flush()
    around = Surroundings(
        source=schedule.source,
        language=language,
        rooms=merge_rooms(update, schedule.rooms, venue),
        tracks=merge_tracks(update, schedule.tracks),
        people=merge_people(update, schedule.people),
    )
    return merge_sessions(update, schedule.sessions, around)


def _write_event(update: Update, schedule: Schedule) -> Venue | None:
    """What the file says of its conference goes into the event that it made, and into no other."""
    event, conference = update.event, schedule.conference
    is_new = event.id is None
    is_changed = update.write(
        event,
        title=Wording(conference.title, update.language),
        starts_on=conference.starts_on,
        ends_on=conference.ends_on,
        zone=conference.zone,
        day_change=conference.day_change,
    )
    update.count(Thing.EVENT, is_new=is_new, is_changed=is_changed)
    return _venue(update, schedule) if conference.venue else None


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


def _report(
    update: Update, schedule: Schedule, outcome: Outcome, *, are_cancelled: bool, is_dry_run: bool
) -> ImportReport:
    held_in = (session.languages for session in schedule.sessions if session.languages)
    return ImportReport(
        counts=update.counts,
        vanished=tuple(
            Vanished(session.code, session.title.text(update.language).text)
            for session in outcome.vanished
        ),
        are_cancelled=are_cancelled,
        restored=outcome.restored,
        guessed_zone=schedule.conference.zone if schedule.is_zone_guessed else "",
        foreign=Counter(first for first, *rest in held_in if not {first, *rest} & set(Language)),
        is_dry_run=is_dry_run,
    )
