"""The sides of a conflict: where each session is, and where it would be in nobody's way."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import select

from eventapp.agenda.conflicts.queries import FreePlace, nearest_free_place
from eventapp.agenda.conflicts.telling import Party
from eventapp.agenda.editing import programme_day
from eventapp.agenda.manage.boarding import today
from eventapp.agenda.manage.slot_pages import may_move
from eventapp.agenda.models import Slot
from eventapp.events.models import Event, Room
from eventapp.planning.free import USUAL_HOURS
from eventapp.plumbing.database import db
from eventapp.plumbing.web import reading_language
from eventapp.values import typography
from eventapp.values.language import Language
from eventapp.values.typography import DateStyle, time_range


@dataclass(frozen=True, slots=True)
class Offer:
    """A free place, as the form that moves a session there is filled in."""

    told: str
    day: str
    time: str
    minutes: int
    room: str


@dataclass(frozen=True, slots=True)
class Side:
    """A slot of a conflict. `version` is the one that a move from here has seen."""

    party: Party
    version: int
    offer: Offer | None


def sides_of(event: Event, parties: Iterable[Party]) -> list[Side]:
    """The sides of a conflict that the reader may move, each with its nearest free place."""
    chosen = {party.uid: party for party in parties if may_move(event, party.sort)}
    query = select(Slot.uid, Slot.version).where(Slot.uid.in_(chosen))
    versions = {row.uid: row.version for row in db.session.execute(query)}
    return [
        Side(party, versions[uid], _offer(event, party))
        for uid, party in chosen.items()
        if uid in versions
    ]


def usual_hours(language: Language) -> str:
    """When free places are sought: `de 8 h à 19 h`."""
    first, last = (datetime.combine(date.min, clock) for clock in USUAL_HOURS)
    return time_range(first, last, language, prose=True)


def _offer(event: Event, party: Party) -> Offer | None:
    free = nearest_free_place(event, party.uid, today=today(event))
    if free is None:
        return None
    room = _room(event.rooms, free)
    return Offer(
        told=_told(free, room),
        day=programme_day(event, free.span.start).isoformat(),
        time=f"{free.span.start:%H:%M}",
        minutes=free.span.duration // timedelta(minutes=1),
        room=room.code if room else "",
    )


def _room(rooms: Sequence[Room], free: FreePlace) -> Room | None:
    return next((room for room in rooms if room.uid == free.room), None)


def _told(free: FreePlace, room: Room | None) -> str:
    """`mardi 3 décembre, 10 h – 11 h, Salle B`."""
    language = reading_language()
    day = typography.date(free.span.start.date(), language, DateStyle.WEEKDAY)
    when = f"{day}, {time_range(free.span.start, free.span.end, language)}"
    return f"{when}, {room.name.text(language)}" if room else when
