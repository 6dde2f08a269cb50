"""What is held of a person here, and how it is erased."""

from sqlalchemy import delete, select, update

from eventapp.history.portraits import portrait_of
from eventapp.people.facts import PersonErased, PersonPortrayed
from eventapp.people.kinds import Agreement, Correspondence, Gender
from eventapp.people.models import Person, Term
from eventapp.plumbing.database import db
from eventapp.translation.models import Approval
from eventapp.values.pseudonyms import NOBODY

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
    uids = db.session.scalars(select(Person.uid).where(Person.id.in_(ids)).execution_options(include_removed=True)).all()
    erased.rows["person"] = ids
    erased.rows["term_of_office"] = terms
    approvals = set(db.session.scalars(select(Approval.id).where(Approval.subject.in_(uids))))
    erased.rows["approval"] = approvals
    db.session.execute(delete(Term).where(Term.id.in_(terms)))
    db.session.execute(delete(Approval).where(Approval.id.in_(approvals)))
    table = Person.__table__
    db.session.execute(update(table).where(table.c.id.in_(ids)).values(**BLANK))
    erased.counts |= {"person": len(ids), "term_of_office": len(terms), "approval": len(approvals)}
    db.session.expire_all()


def _selves(person: Person) -> set[int]:
    """The person's own row and those that turned out to be theirs, whoever merged them."""
    known, found = set[int](), {person.id}
    while found - known:
        known |= found
        query = select(Person.id).where(Person.merged_into_id.in_(known))
        found = {*db.session.scalars(query.execution_options(include_removed=True)), *known}
    return known
