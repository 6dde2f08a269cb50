"""Putting the draft back as an old release holds it."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select

from eventapp.agenda.freezing import Row
from eventapp.agenda.kinds import SlotState
from eventapp.agenda.models import Appearance, Session, Track
from eventapp.agenda.published import PublishedAgenda, PublishedAppearance, PublishedSession
from eventapp.events.models import Event, Room, Venue
from eventapp.people.models import Person
from eventapp.plumbing.database import Removable, Versioned, db
from eventapp.translation.approving import TextUnit, approve
from eventapp.values.bilingual import Bilingual, PublishedText
from eventapp.values.language import Language


def restore(event: Event, agenda: PublishedAgenda, *, by: str, now: datetime) -> None:
    """Puts the draft back: sessions whole, and the texts of event, venues, rooms and tracks.

    Rows that were removed since come back, also as new ones under their old identity; sessions
    that the agenda does not hold are drafts again. Wordings count as approved as they did then;
    one that was to follow stays as it is now. What people and organisations say of themselves
    belongs to all events and stays too.
    """
    restoring = _Restoring(event, agenda, now)
    restoring.places()
    for session in restoring.sessions():
        if session.state is not SlotState.DRAFT:
            session.state = SlotState.DRAFT
            session.touch(now)
    for language in Language:
        approve(restoring.approved_in(language), [language], by=by, now=now)


class _Restoring:
    """One restoration: the rows that there are, by uid, and what comes of them."""

    def __init__(self, event: Event, agenda: PublishedAgenda, now: datetime) -> None:
        self._event, self._agenda, self._now = event, agenda, now
        self._written: list[tuple[Row, str, PublishedText]] = []
        self._rows: dict[str, Any] = {
            str(row.uid): row
            for model in (Venue, Room, Track, Session)
            for row in _all(select(model).where(model.event_id == event.id))
        }
        self._people = _people({person.uid for person in agenda.people})

    def places(self) -> None:
        """The event's texts, and its venues, rooms and tracks."""
        agenda, event = self._agenda, self._agenda.event
        self._write(self._event, {}, title=event.title, summary=event.summary)
        for venue in agenda.venues:
            row = self._row(Venue, venue.uid, country=venue.country)
            self._write(row, {}, name=venue.name, city=venue.city)
        for room in agenda.rooms:
            row = self._row(Room, room.uid, code=room.code, capacity=room.capacity)
            self._write(row, {"venue_id": self._id(room.venue)}, name=room.name)
        for track in agenda.tracks:
            row = self._row(Track, track.uid, code=track.code, colour=track.colour)
            self._write(row, {}, name=track.name)

    def sessions(self) -> list[Session]:
        """Writes the sessions, and returns those that the agenda does not hold."""
        for published in self._agenda.sessions:
            self._session(published)
        held = self._agenda.session_by_uid
        rows = (row for row in self._rows.values() if isinstance(row, Session))
        return [row for row in rows if str(row.uid) not in held and row.removed_at is None]

    def _session(self, published: PublishedSession) -> None:
        row = self._row(Session, published.uid, code=published.code)
        values = {
            "kind": published.kind,
            "state": published.state,
            "visibility": published.visibility,
            "span": published.span,
            "room_id": self._id(published.room),
            "track_id": self._id(published.track),
            "floor_languages": published.floor_languages,
            "interpretation_languages": published.interpretation_languages,
            "join_link": published.join_link,
        }
        self._write(row, values, title=published.title, abstract=published.abstract)
        self._appearances(row, published.appearances)

    def _appearances(self, row: Session, wanted: Iterable[PublishedAppearance]) -> None:
        """The public ones; interpreters and people not yet sure to come stay as they are."""
        known = {(each.person_id, each.role): each for each in row.appearances}
        kept = set[tuple[int, str]]()
        for position, each in enumerate(wanted):
            person = self._people.get(each.person)
            if person is None:
                continue
            kept.add((person.id, each.role))
            appearance = known.get((person.id, each.role))
            if appearance is None:
                appearance = Appearance(person=person, role=each.role)
                row.appearances.append(appearance)
            _set(appearance, {"state": each.state, "position": position})
        for key, appearance in known.items():
            is_public = appearance.state.is_public and appearance.role.is_public
            if is_public and key not in kept:
                row.appearances.remove(appearance)

    def _row(self, model: type[Any], uid: str, **fresh: Any) -> Any:
        """The row with that identity, brought back or made anew."""
        row = self._rows.get(uid)
        if row is None:
            if "code" in fresh:
                fresh["code"] = self._free(model, fresh["code"])
            row = self._rows[uid] = model(uid=UUID(uid), event_id=self._event.id, **fresh)
            db.session.add(row)
            db.session.flush()  # others refer to its id
        if isinstance(row, Removable) and row.removed_at is not None:
            row.removed_at = None
        return row

    def _write(self, row: Any, values: Mapping[str, Any], **texts: PublishedText) -> None:
        wordings = {name: _wording(getattr(row, name), text) for name, text in texts.items()}
        if _set(row, {**values, **wordings}) and isinstance(row, Versioned):
            row.touch(self._now)
        self._written.extend((row, name, text) for name, text in texts.items())

    def approved_in(self, language: Language) -> list[TextUnit]:
        """The texts that were written and that the release has in that language."""
        return [
            TextUnit(row.uid, name, getattr(row, name))
            for row, name, text in self._written
            if language not in text.to_follow
        ]

    def _id(self, uid: str | None) -> int | None:
        return self._rows[uid].id if uid else None

    def _free(self, model: type[Any], code: str) -> str:
        """The code, or one like it where another row has taken it since."""
        taken = {row.code for row in self._rows.values() if isinstance(row, model)}
        numbered = (f"{code[:36]}-{number}" for number in range(2, len(taken) + 3))
        return code if code not in taken else next(each for each in numbered if each not in taken)


def _wording(draft: Bilingual | None, published: PublishedText) -> Bilingual:
    """What was published; a language that was to follow keeps what the draft has by now."""
    text = published.bilingual
    for language in published.to_follow:
        if draft and not text.strict(language):
            text = text.replaced(language, draft.strict(language))
    return text


def _set(row: Any, values: Mapping[str, Any]) -> bool:
    changed = {name: value for name, value in values.items() if getattr(row, name) != value}
    for name, value in changed.items():
        setattr(row, name, value)
    return bool(changed)


def _people(uids: set[str]) -> dict[str, Person]:
    """By uid: removed ones come back, one that was found to be another stands for that one."""
    rows = _all(select(Person).where(Person.uid.in_([UUID(uid) for uid in uids])))
    made = dict[str, Person]()
    for row in rows:
        person = row
        while person.merged_into_id is not None:
            found = db.session.get(
                Person, person.merged_into_id, execution_options={"include_removed": True}
            )
            if found is None:
                break
            person = found
        person.removed_at = None
        made[str(row.uid)] = person
    return made


def _all(query: Any) -> list[Any]:
    return [*db.session.scalars(query, execution_options={"include_removed": True})]
