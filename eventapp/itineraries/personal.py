"""What is held of somebody's own agenda, and how it is erased."""

from sqlalchemy import ColumnElement, select

from eventapp.history.portraits import portrait_of
from eventapp.history.unlogged import delete_rows
from eventapp.itineraries.models import LastLook
from eventapp.participants.personal import participations
from eventapp.people.facts import PersonErased, PersonPortrayed
from eventapp.people.models import Person
from eventapp.plumbing.database import db


def portray(asked: PersonPortrayed) -> None:
    """What they last saw of their agenda."""
    asked.into["last_look"] = portrait_of(
        db.session.scalars(select(LastLook).where(_of(asked.person)))
    )


def scrub(erased: PersonErased) -> None:
    """Forgets that they ever looked."""
    erased.counts["last_look"] = delete_rows(LastLook, _of(erased.person))


def _of(person: Person) -> ColumnElement[bool]:
    return LastLook.subject.in_([each.uid for each in participations(person)])
