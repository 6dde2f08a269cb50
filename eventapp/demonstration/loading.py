"""Loading the demonstration: drafts written, approved and published, release by release."""

from datetime import datetime

from sqlalchemy import or_, select

from eventapp.agenda import publishing
from eventapp.agenda.freezing import public_units
from eventapp.demonstration import drafting, files, summit, today
from eventapp.demonstration.accounts import load_accounts
from eventapp.demonstration.drafting import Draft, Shared
from eventapp.demonstration.files import EventFile
from eventapp.events.models import Event
from eventapp.plumbing.database import db
from eventapp.translation.approving import approve
from eventapp.values.language import Language

AUTHOR = "demonstration"


def load(*, now: datetime) -> None:
    """Brings the demonstration into the database; `now` is aware."""
    load_events(now=now)
    summit.load(now=now)
    load_accounts(now=now)


def load_events(*, now: datetime) -> None:
    """Brings the events of the files into the database.

    An event that is there already keeps every change made to it. One that follows today, and
    began on an earlier day, is moved and published anew.
    """
    missing = []
    for file in files.events():
        event = _find(file)
        if event is None:
            missing.append(file)
        elif file.follows_today and today.move(event, now=now):
            _publish_moved(event, file, now)
    if missing:
        shared = drafting.shared(files.common())
        for file in missing:
            _add(file, shared, now)


def _find(file: EventFile) -> Event | None:
    """The event, also under another name that somebody gave it."""
    same = or_(Event.slug == file.slug, Event.uid == drafting.uid("event", file.slug))
    return db.session.scalars(select(Event).where(same).limit(1)).first()


def _add(file: EventFile, shared: Shared, now: datetime) -> None:
    draft = Draft(file, shared)
    for release in file.releases:
        draft.write(release.sessions)
        if file.follows_today:
            today.move(draft.event, now=now)
        at = release.published_at or now
        approve(public_units(draft.event), Language, by=AUTHOR, now=at)
        publishing.publish(draft.event, by=AUTHOR, now=at, note=release.note.bilingual)
    draft.write(file.draft)


def _publish_moved(event: Event, file: EventFile, now: datetime) -> None:
    """Texts that somebody is still writing must not keep the event from moving."""
    note = file.releases[-1].note.bilingual
    publishing.publish(event, by=AUTHOR, now=now, note=note, allow_missing=True)
