"""People, and who appears in a session."""

from collections.abc import Iterator, Mapping, Sequence
from uuid import UUID

from sqlalchemy import select

from eventapp.agenda.kinds import Role
from eventapp.agenda.models import Appearance, Session
from eventapp.exchange.importing.report import Thing
from eventapp.exchange.importing.updating import Update, is_imported
from eventapp.exchange.schedule import Named, Speaker
from eventapp.people.models import Person
from eventapp.plumbing.database import db
from eventapp.values.slug import code_of

#: Databases limit the parameters of a query.
ASKED_AT_ONCE = 500


def merge_people(update: Update, named: Sequence[Named]) -> dict[str, Person]:
    """The people of the file, by key.

    A file gives each one public name. It is kept whole as the family name, and sorted as it is
    written: where a family name begins cannot be told from a name alone. Once somebody has parted
    it by hand, that stays as long as the whole is the same.
    """
    uids = {update.uid(Thing.PERSON, each.key): each for each in named}
    rows = {row.uid: row for row in _rows(list(uids))}
    merged = {}
    for uid, each in uids.items():
        row = rows.get(uid) or Person(uid=uid, code=code_of(uid), given_name="", family_name="")
        is_changed = row.name != each.name
        if is_changed:
            row.given_name, row.family_name = "", each.name
        if uid not in rows:
            db.session.add(row)
        update.count(Thing.PERSON, is_new=uid not in rows, is_changed=is_changed)
        merged[each.key] = row
    return merged


def _rows(uids: Sequence[UUID]) -> Iterator[Person]:
    for start in range(0, len(uids), ASKED_AT_ONCE):
        chosen = Person.uid.in_(uids[start : start + ASKED_AT_ONCE])
        yield from db.session.scalars(select(Person).where(chosen))


def merge_appearances(
    session: Session, speakers: Sequence[Speaker], people: Mapping[str, Person]
) -> bool:
    """Makes the file's people those of the session, in its order; returns whether any differed.

    People whom organizers added themselves stay.
    """
    wanted = {people[each.person].uid: each for each in speakers}
    gone = [
        each
        for each in session.appearances
        if each.person.uid not in wanted and is_imported(each.person)
    ]
    for each in gone:
        session.appearances.remove(each)
    changes = [
        _appear(session, people[each.person], each.role, position)
        for position, each in enumerate(wanted.values())
    ]
    return bool(gone) or any(changes)


def _appear(session: Session, person: Person, role: Role | None, position: int) -> bool:
    """A role that the file does not tell is the organizers' to choose."""
    own = [each for each in session.appearances if each.person is person]
    found = next((each for each in own if each.role is role), own[0] if own else None)
    if found is None:
        role = role or Role.SPEAKER
        session.appearances.append(Appearance(person=person, role=role, position=position))
        return True
    wanted = (role or found.role, position)
    if (found.role, found.position) == wanted:
        return False
    found.role, found.position = wanted
    return True
