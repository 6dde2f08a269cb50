"""Erasing a person: nothing tells who they were, and what is counted still counts."""

from datetime import datetime

from sqlalchemy import select

from eventapp.agenda.models import Appearance, Slot
from eventapp.events.models import Event
from eventapp.history.actions import Action
from eventapp.history.forgetting import forget
from eventapp.history.models import ChangeKind, Entry
from eventapp.history.recording import Actor
from eventapp.participants.models import Participant
from eventapp.people.facts import PersonErased
from eventapp.people.models import Person
from eventapp.plumbing.database import db
from eventapp.plumbing.facts import announce
from eventapp.privacy.models import Erasure, Retention
from eventapp.values.bilingual import Bilingual
from eventapp.values.catalogue import N_
from eventapp.values.pseudonyms import NOBODY
from eventapp.values.refusal import Refusal


def erase(person: Person, *, by: Actor, now: datetime, event: Event | None = None) -> Erasure:
    """Erases all that tells who the person was, everywhere and for ever.

    `event` is the one whose purge asks for it. Raises Refusal where an event of theirs is under a
    legal hold.
    """
    refuse_held(person)
    row_id, subject = person.id, person.uid
    counts = scrub_all(person, _words(person), now=now)
    erasure = Erasure(
        subject=subject,
        event_id=event.id if event else None,
        at=now,
        author=by.name[:200],
        counts=counts,
    )
    note = Entry(
        event_id=event.id if event else None,
        at=now,
        account_id=by.account_id,
        author=by.name[:200],
        action=Action.ERASE,
        change=ChangeKind.DELETED,
        kind="person",
        row_id=row_id,
        subject=subject,
        name=Bilingual.same(NOBODY),
        before={},
        after=counts,
    )
    db.session.add_all([erasure, note])
    return erasure


def scrub_all(person: Person, words: tuple[str, ...], *, now: datetime) -> dict[str, int]:
    """Lets every room scrub what is theirs, then the log; answers how many rows of what."""
    erased = PersonErased(person, words, now, {}, {})
    announce(erased)
    erased.counts["history_entry"] = forget(erased.rows, erased.words, now=now)
    return {name: count for name, count in sorted(erased.counts.items()) if count}


def events_of(person: Person) -> list[Event]:
    """Where the person takes part or appears; also where they were removed, since data stays."""
    joined = select(Participant.event_id).where(Participant.person_id == person.id)
    appears = (
        select(Slot.event_id)
        .join(Appearance, Appearance.slot_id == Slot.id)
        .where(Appearance.person_id == person.id)
    )
    ids = {*db.session.scalars(joined.execution_options(include_removed=True))}
    ids |= {*db.session.scalars(appears)}
    return [*db.session.scalars(select(Event).where(Event.id.in_(ids)).order_by(Event.id))]


def refuse_held(person: Person) -> None:
    """Raises Refusal, naming the event, while what it holds must be kept."""
    holds = db.session.scalars(select(Retention).where(Retention.is_held))
    held = {each.event_id: each for each in holds}
    for event in events_of(person):
        if event.id in held:
            raise Refusal(
                N_("“%(event)s” is under a legal hold: %(reason)s"),
                event=event.title,
                reason=held[event.id].hold_reason,
            )


def _words(person: Person) -> tuple[str, ...]:
    """What would still tell who they were; a single short name is everybody's."""
    names = {
        f"{person.given_name} {person.family_name}".strip(),
        f"{person.family_name} {person.given_name}".strip(),
        f"{person.family_name}, {person.given_name}".strip(", "),
    }
    is_whole = bool(person.given_name and person.family_name)
    return tuple(sorted({*(names if is_whole else ()), person.email} - {""}))
