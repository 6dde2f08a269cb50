"""Questions about personal data: who took it away, what was erased, how long it is kept."""

from itertools import islice

from sqlalchemy import select

from eventapp.agenda.models import Appearance, Slot
from eventapp.events.models import Event
from eventapp.history.actions import Action
from eventapp.history.models import Entry
from eventapp.participants.models import Participant
from eventapp.people.finding import FOUND_AT_MOST, find_people
from eventapp.people.models import Person
from eventapp.plumbing.database import db
from eventapp.privacy.erasing import events_of
from eventapp.privacy.models import Erasure, Retention

SHOWN_AT_MOST = 100
#: Of all people whom words find, those of the event may be few.
LOOKED_THROUGH = 1_000


def retention_of(event: Event) -> Retention | None:
    """How long the event's data is kept; None where nobody has said."""
    query = select(Retention).where(Retention.event_id == event.id)
    return db.session.scalars(query).one_or_none()


def exports_of(event: Event) -> list[Entry]:
    """Who took personal data of the event away, the newest first."""
    query = select(Entry).where(Entry.event_id == event.id, Entry.action == Action.EXPORT)
    return [*db.session.scalars(query.order_by(Entry.id.desc()).limit(SHOWN_AT_MOST))]


def erasures_of(event: Event) -> list[Erasure]:
    """Whom the event's purge or its team erased, the newest first."""
    query = select(Erasure).where(Erasure.event_id == event.id)
    return [*db.session.scalars(query.order_by(Erasure.id.desc()).limit(SHOWN_AT_MOST))]


def people_called(event: Event, words: str) -> list[Person]:
    """Those of the event whom these words find."""
    ids = _people_of(event)
    found = (each for each in find_people(words, at_most=LOOKED_THROUGH) if each.id in ids)
    return [*islice(found, FOUND_AT_MOST)]


def _people_of(event: Event) -> set[int]:
    """Who takes part in the event, was removed from it, or appears in it."""
    joined = select(Participant.person_id).where(Participant.event_id == event.id)
    appears = select(Appearance.person_id).join(Slot, Appearance.slot_id == Slot.id)
    return {
        *db.session.scalars(joined.execution_options(include_removed=True)),
        *db.session.scalars(appears.where(Slot.event_id == event.id)),
    }


def person_in(event: Event, code: str) -> Person | None:
    """The person of that code, if they take part in the event or appear in it."""
    query = select(Person).where(Person.code == code)
    person = db.session.scalars(query).one_or_none()
    return person if person is not None and event in events_of(person) else None
