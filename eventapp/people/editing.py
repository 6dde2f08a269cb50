"""Making, changing, merging and removing people and organisations."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import uuid4

from sqlalchemy import select

from eventapp.history.saving import rewrite
from eventapp.people.facts import PeopleMerged, PersonRemoved
from eventapp.people.kinds import Agreement, Gender
from eventapp.people.models import Organisation, Person, Term
from eventapp.plumbing.database import db
from eventapp.plumbing.facts import announce
from eventapp.values.catalogue import N_
from eventapp.values.refusal import Refusal
from eventapp.values.slug import code_of

Values = Mapping[str, Any]

#: What a dated function says.
TERM = ("honorific", "function", "organisation_id", "starts_on", "ends_on")

#: What a merged person gets from the other one where it has nothing itself.
FILLED = (
    "honorific", "function", "sort_key", "organisation_id", "country", "region", "email", "rank",
    "biography",
)  # fmt: skip
#: The same, where a choice says that nothing is known.
CHOSEN = ("agreement", "gender")


def add_person(values: Values) -> Person:
    """A new person, with a short code for addresses."""
    uid = uuid4()
    person = Person(uid=uid, code=code_of(uid), **values)
    db.session.add(person)
    db.session.flush()
    return person


def edit_person(person: Person, values: Values, *, now: datetime) -> Person:
    """Changes a person."""
    rewrite(person, values, now=now)
    return person


def remove_person(person: Person, *, now: datetime) -> None:
    """Removes a person. Raises Refusal where they still appear somewhere."""
    announce(PersonRemoved(person))
    person.removed_at = now
    person.touch(now)


def merge_people(kept: Person, other: Person, *, now: datetime) -> None:
    """Makes one person of two: `other` is removed, and all that was theirs becomes the kept one's.

    Texts and facts that the kept one lacks are taken over; what both have stays the kept one's.
    """
    if kept.id == other.id:
        raise Refusal(N_("These are the same person already."))
    missing = {name: getattr(other, name) for name in FILLED if not getattr(kept, name)}
    missing |= {name: getattr(other, name) for name in CHOSEN if _is_open(getattr(kept, name))}
    rewrite(kept, missing, now=now)
    _carry_terms(kept, other)
    announce(PeopleMerged(kept, other, now))
    kept.touch(now)
    other.merged_into_id = kept.id
    other.removed_at = now
    other.touch(now)


def _is_open(choice: Agreement | Gender) -> bool:
    return choice in (Agreement.NOT_GIVEN, Gender.NOT_GIVEN)


def _carry_terms(kept: Person, other: Person) -> None:
    """The kept one held what either did; what both records say stands once."""
    known = {_said(term) for term in kept.terms}
    for term in [*other.terms]:
        if _said(term) not in known:
            term.person = kept


def _said(term: Term) -> tuple[Any, ...]:
    return tuple(getattr(term, name) for name in TERM)


def add_term(person: Person, values: Values, *, now: datetime) -> Term:
    """Somebody holds a function for a time."""
    term = Term(**values)
    person.terms.append(term)
    person.touch(now)
    db.session.flush()
    return term


def edit_term(term: Term, values: Values, *, now: datetime) -> Term:
    """Changes a dated function."""
    rewrite(term, values, now=now)
    return term


def remove_term(term: Term, *, now: datetime) -> None:
    """Forgets a dated function."""
    term.person.touch(now)
    term.person.terms.remove(term)


def add_organisation(values: Values) -> Organisation:
    """A new organisation."""
    organisation = Organisation(**values)
    db.session.add(organisation)
    db.session.flush()
    return organisation


def edit_organisation(organisation: Organisation, values: Values, *, now: datetime) -> Organisation:
    """Changes an organisation."""
    rewrite(organisation, values, now=now)
    return organisation


def remove_organisation(organisation: Organisation, *, now: datetime) -> None:
    """Removes an organisation. Raises Refusal where somebody belongs to it."""
    held = select(Term.person_id).where(Term.organisation_id == organisation.id)
    belongs = (Person.organisation_id == organisation.id) | Person.id.in_(held)
    query = select(Person).where(belongs).limit(1)
    person = db.session.scalars(query).first()
    if person is not None:
        raise Refusal(
            N_("%(person)s still belongs to “%(name)s”."),
            person=person.name,
            name=organisation.name,
        )
    organisation.removed_at = now
    organisation.touch(now)
