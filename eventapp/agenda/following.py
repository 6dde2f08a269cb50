"""What the programme does when something happens to its event, its places or its people."""

from datetime import timedelta
from typing import Any

from sqlalchemy import select

from eventapp.agenda.conflicts.words import said
from eventapp.agenda.kinds import AppearanceState, SlotState
from eventapp.agenda.labels import PRIVATE_SLOTS
from eventapp.agenda.models import Appearance, Session, Slot, SlotDelegation, Track
from eventapp.delegations.facts import DelegationRemoved
from eventapp.delegations.naming import called
from eventapp.events.facts import EventCopied, Part, PlaceRemoved, ZoneChanged
from eventapp.events.models import Event, Room, Venue
from eventapp.people.facts import PeopleMerged, PersonRemoved
from eventapp.plumbing.database import db
from eventapp.values.bilingual import Bilingual
from eventapp.values.catalogue import N_
from eventapp.values.refusal import Refusal
from eventapp.values.timespan import TimeSpan

TRACK = ("code", "name", "colour", "position", "forbids_parallel")
SESSION = (
    "code", "title", "visibility", "kind", "abstract", "floor_languages",
    "interpretation_languages", "equipment", "expected", "joint",
)  # fmt: skip
APPEARANCE = ("person", "role", "position", "language")


def keep_places_in_use(removed: PlaceRemoved) -> None:
    """Refuses to lose a room that anything is held in."""
    if isinstance(removed.place, Venue):
        return
    query = select(Slot).where(Slot.room_id == removed.place.id).limit(1)
    slot = db.session.scalars(query).first()
    if slot is not None:
        raise _still_needed(removed.place.name, slot)


def keep_delegations_in_use(removed: DelegationRemoved) -> None:
    """Refuses to lose a delegation that something is held for."""
    query = select(Slot).join(SlotDelegation, SlotDelegation.slot_id == Slot.id)
    mine = SlotDelegation.delegation_id == removed.delegation.id
    slot = db.session.scalars(query.where(mine).limit(1)).first()
    if slot is not None:
        raise _still_needed(called(removed.delegation), slot)


def _still_needed(thing: Bilingual, slot: Slot) -> Refusal:
    """Names a session; of what is beside the programme, only its sort."""
    if slot.is_private:
        what = said(PRIVATE_SLOTS[slot.sort])
        return Refusal(N_("“%(thing)s” is still needed by %(what)s."), thing=thing, what=what)
    return Refusal(
        N_("“%(thing)s” is still needed by the session “%(session)s”."),
        thing=thing,
        session=slot.title,
    )


def keep_people_in_use(removed: PersonRemoved) -> None:
    """Refuses to lose somebody who takes part in anything of any event."""
    query = (
        select(Slot, Event)
        .join(Appearance, Appearance.slot_id == Slot.id)
        .join(Event, Event.id == Slot.event_id)
        .where(Appearance.person_id == removed.person.id)
        .limit(1)
    )
    for slot, event in db.session.execute(query):
        if slot.is_private:
            raise Refusal(
                N_("%(name)s is still in %(what)s (%(event)s)."),
                name=removed.person.name,
                what=said(PRIVATE_SLOTS[slot.sort]),
                event=event.title,
            )
        raise Refusal(
            N_("%(name)s still appears in the session “%(session)s” (%(event)s)."),
            name=removed.person.name,
            session=slot.title,
            event=event.title,
        )


def keep_wall_times(changed: ZoneChanged) -> None:
    """Sessions stay at the hours that were promised, by the clocks of the new zone."""
    zone = changed.event.zone
    for slot in db.session.scalars(select(Slot).where(Slot.event_id == changed.event.id)):
        if slot.span is not None:
            slot.span = TimeSpan.promised(slot.span.start, slot.span.end, zone)


def carry_appearances(merged: PeopleMerged) -> None:
    """Whoever was two people appears once in each role of a session."""
    mine = select(Appearance).where(Appearance.person_id == merged.kept.id)
    theirs = select(Appearance).where(Appearance.person_id == merged.other.id)
    known = {(each.slot_id, each.role) for each in db.session.scalars(mine)}
    for appearance in db.session.scalars(theirs).all():
        if (appearance.slot_id, appearance.role) in known:
            appearance.slot.appearances.remove(appearance)
        else:
            appearance.person = merged.kept


def copy_tracks(copying: EventCopied) -> None:
    """Tracks, in their order."""
    if Part.TRACKS not in copying.parts:
        return
    query = select(Track).where(Track.event_id == copying.source.id)
    for track in db.session.scalars(query.order_by(Track.position, Track.id)):
        copying.twins[track] = Track(event_id=copying.copy.id, **_values(track, TRACK))
        db.session.add(copying.twins[track])
    db.session.flush()


def copy_sessions(copying: EventCopied) -> None:
    """Sessions as drafts, at the same hours, as many days later as the event.

    Their people are only proposed.
    One whose hour does not exist on its new day has no time yet.
    """
    if Part.SESSIONS not in copying.parts:
        return
    query = select(Session).where(
        Session.event_id == copying.source.id, Session.state != SlotState.CANCELLED
    )
    for session in db.session.scalars(query.order_by(Session.id)):
        twin = Session(
            event=copying.copy,
            state=SlotState.DRAFT,
            span=_later(session.span, copying.shift),
            room=_twin(copying, session.room),
            track=_twin(copying, session.track),
            **_values(session, SESSION),
        )
        twin.appearances = [
            Appearance(state=AppearanceState.PROPOSED, **_values(each, APPEARANCE))
            for each in session.appearances
        ]
        copying.twins[session] = twin
        db.session.add(twin)
    db.session.flush()


def _later(span: TimeSpan | None, shift: timedelta) -> TimeSpan | None:
    if span is None:
        return None
    try:
        return TimeSpan.promised(span.start + shift, span.end + shift, span.zone)
    except (Refusal, OverflowError):
        return None


def _twin(copying: EventCopied, row: Room | Track | None) -> Any:
    return copying.twins.get(row)


def _values(row: object, names: tuple[str, ...]) -> dict[str, Any]:
    return {name: getattr(row, name) for name in names}
