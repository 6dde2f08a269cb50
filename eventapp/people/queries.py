"""Questions about people and organisations."""

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from eventapp.people.models import Organisation, Person, Term
from eventapp.plumbing.database import db
from eventapp.values.collation import sort_key
from eventapp.values.language import Language


def person_called(code: str) -> Person | None:
    """The person of that code."""
    return db.session.scalars(select(Person).where(Person.code == code)).one_or_none()


def people_called(codes: Iterable[str]) -> dict[str, Person]:
    """The people of those codes; a code that nobody has is left out."""
    query = select(Person).where(Person.code.in_(set(codes)))
    people = db.session.scalars(query.options(joinedload(Person.organisation)))
    return {person.code: person for person in people}


def term_of(person: Person, uid: UUID) -> Term | None:
    """The person's dated function of that identity."""
    query = select(Term).where(Term.uid == uid, Term.person_id == person.id)
    return db.session.scalars(query).one_or_none()


def organisation_called(uid: UUID) -> Organisation | None:
    """The organisation of that identity."""
    return db.session.scalars(select(Organisation).where(Organisation.uid == uid)).one_or_none()


def organisations(language: Language) -> list[Organisation]:
    """All organisations, in the reader's order."""
    rows = db.session.scalars(select(Organisation))
    return sorted(rows, key=lambda each: sort_key(each.name.text(language).text, language))
