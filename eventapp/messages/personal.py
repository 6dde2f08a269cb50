"""Letters to somebody, and letters that name them."""

from sqlalchemy import ColumnElement, and_, false, or_, select

from eventapp.history.portraits import portrait_of
from eventapp.history.unlogged import delete_rows, rewrite_rows, say, table_of
from eventapp.messages.models import Letter
from eventapp.people.facts import PersonErased, PersonPortrayed
from eventapp.people.models import Person
from eventapp.plumbing.database import db
from eventapp.privacy.facts import EventPurged
from eventapp.values.pseudonyms import without

#: Where a letter may name somebody.
TEXTS = ("subject", "text", "html", "calendar", "to_name", "to_address", "last_error")


def portray(asked: PersonPortrayed) -> None:
    """The letters that were written to them."""
    asked.into["letter"] = portrait_of(db.session.scalars(select(Letter).where(_to(asked.person))))


def scrub(erased: PersonErased) -> None:
    """Letters to them go; those to others no longer name them."""
    own = set(db.session.scalars(select(Letter.id).where(_to(erased.person))))
    erased.rows["letter"] = own
    delete_rows(Letter, Letter.id.in_(own))
    columns = table_of(Letter).c
    says = say(Letter, TEXTS, erased.words)
    named = db.session.execute(select(Letter.id, *(columns[name] for name in TEXTS)).where(says))
    rows = named.mappings().all()
    for row in rows:
        texts = {name: without(erased.words, row[name]) for name in TEXTS}
        rewrite_rows(Letter, columns.id == row["id"], texts)
    erased.counts["letter"] = len(own) + len(rows)


def forget_event(purged: EventPurged) -> None:
    """What was written to an event's people goes with their data."""
    theirs = Letter.event_id == purged.event_id
    delete_rows(Letter, and_(theirs, Letter.person_id.is_not(None)))


def _to(person: Person) -> ColumnElement[bool]:
    own_address = Letter.to_address == person.email if person.email else false()
    return or_(Letter.person_id == person.id, own_address)
