"""What somebody holds on a day."""

from datetime import date
from typing import NamedTuple

from eventapp.people.models import Person, Term
from eventapp.values.bilingual import Bilingual


class Office(NamedTuple):
    """A function, how its holder is addressed, and the organisation that it is of."""

    honorific: Bilingual
    function: Bilingual
    organisation_id: int | None


def office_on(person: Person, on: date | None) -> Office:
    """What the person holds on that day: a dated term that covers it, or what stands with them."""
    terms = [term for term in person.terms if on is not None and _covers(term, on)]
    holder = terms[-1] if terms else person
    return Office(holder.honorific, holder.function, holder.organisation_id)


def _covers(term: Term, on: date) -> bool:
    is_begun = term.starts_on is None or term.starts_on <= on
    return is_begun and (term.ends_on is None or on <= term.ends_on)
