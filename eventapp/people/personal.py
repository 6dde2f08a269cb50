"""What is held of a person here, and how it is erased."""

from collections.abc import Iterable
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import Select, select

from eventapp.history.portraits import portrait_of
from eventapp.history.unlogged import delete_rows, rewrite_rows
from eventapp.people.facts import PersonErased, PersonPortrayed
from eventapp.people.kinds import Agreement, Correspondence, Gender
from eventapp.people.models import Person, Term
from eventapp.plumbing.database import db
from eventapp.translation.models import Approval
from eventapp.values.pseudonyms import NOBODY
from eventapp.values.slug import code_of

Q = TypeVar("Q", bound=Select[Any])

TEXTS = ("sort_key", "honorific", "function", "biography")
BLANK = {
    "given_name": "",
    "family_name": NOBODY,
    "organisation_id": None,
    "country": "",
    "region": "",
    "email": "",
    "correspondence": Correspondence.BOTH,
    "gender": Gender.NOT_GIVEN,
    "agreement": Agreement.NOT_GIVEN,
    "rank": None,
    "search_text": "",
    **{f"{name}_{language}": "" for name in TEXTS for language in ("fr", "en")},
}


def portray(asked: PersonPortrayed) -> None:
    """The person, and the functions that they hold or held."""
    asked.into["person"] = portrait_of([asked.person])
    asked.into["term_of_office"] = portrait_of(asked.person.terms)


def scrub(erased: PersonErased) -> None:
    """Blanks the person and whoever was merged into them; beside the log, which must not know."""
    ids = _selves(erased.person)
    terms = set(db.session.scalars(select(Term.id).where(Term.person_id.in_(ids))))
    everybody = select(Person.id, Person.uid).where(Person.id.in_(ids))
    uids = {row.id: row.uid for row in db.session.execute(_also_removed(everybody))}
    approvals = set(db.session.scalars(_approvals(uids.values())))
    erased.rows.update(person=ids, term_of_office=terms, approval=approvals)
    erased.counts["person"] = rewrite_rows(Person, Person.id.in_(ids), BLANK)
    erased.counts["term_of_office"] = delete_rows(Term, Term.id.in_(terms))
    erased.counts["approval"] = delete_rows(Approval, Approval.id.in_(approvals))
    for number, uid in uids.items():  # codes may be made of names
        rewrite_rows(Person, Person.id == number, {"code": code_of(uid)})
    db.session.expire_all()


def _approvals(subjects: Iterable[UUID]) -> Select[tuple[int]]:
    return select(Approval.id).where(Approval.subject.in_(list(subjects)))


def _also_removed(query: Q) -> Q:
    return query.execution_options(include_removed=True)


def _selves(person: Person) -> set[int]:
    """The person's own row and those that turned out to be theirs, whoever merged them."""
    known, found = set[int](), {person.id}
    while found - known:
        known |= found
        query = select(Person.id).where(Person.merged_into_id.in_(known))
        found = {*db.session.scalars(_also_removed(query)), *known}
    return known
