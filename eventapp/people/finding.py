"""Finding people and organisations while somebody types, and those who are recorded twice."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, and_, or_, select, true
from sqlalchemy.orm import joinedload

from eventapp.people.likeness import Alike, Known, alike, like
from eventapp.people.models import Organisation, Person
from eventapp.plumbing.database import db
from eventapp.values.cleaning import clean
from eventapp.values.folding import fold

FOUND_AT_MOST = 20
WORDS_AT_MOST = 8
LETTERS_AT_MOST = 100


def find_people(words: str, *, at_most: int = FOUND_AT_MOST) -> list[Person]:
    """People with all these words in their name, function, organisation or address.

    Accents and case are ignored; names that begin with the words come first.
    """
    asked = _words(words)
    if not asked:
        return []
    query = (
        select(Person)
        .outerjoin(Person.organisation)
        .where(and_(*(_has(word) for word in asked)))
        .options(joinedload(Person.organisation))
        .order_by(
            Person.search_text.startswith(asked[0], autoescape=True).desc(),
            Person.family_name,
            Person.given_name,
            Person.id,
        )
        .limit(at_most)
    )
    return [*db.session.scalars(query)]


def named(words: str) -> ColumnElement[bool]:
    """For a query of people: those with these words in their name, function or organisation."""
    texts = (Person.search_text, Organisation.search_text)
    each = [
        or_(*(text.contains(word, autoescape=True) for text in texts)) for word in _words(words)
    ]
    return and_(true(), *each)


def _has(word: str) -> ColumnElement[bool]:
    texts = (Person.search_text, Organisation.search_text, Person.email)
    return or_(*(text.contains(word, autoescape=True) for text in texts))


def _words(words: str) -> list[str]:
    return fold(clean(words[:LETTERS_AT_MOST])).split()[:WORDS_AT_MOST]


def duplicates(among: Sequence[int] | None = None) -> list[tuple[Person, Person, Alike]]:
    """People who may be recorded twice; only pairs with one of those ids, where given."""
    columns = (Person.id, Person.given_name, Person.family_name, Person.email)
    pairs = alike(Known(*row) for row in db.session.execute(select(*columns)))
    if among is not None:
        wanted = set(among)
        pairs = [pair for pair in pairs if wanted & {pair.first, pair.second}]
    people = people_by_id({each for pair in pairs for each in (pair.first, pair.second)})
    return [(people[pair.first], people[pair.second], pair) for pair in pairs]


def who_may_be(given_name: str, family_name: str, email: str) -> list[Person]:
    """People who may be the one with that name or address, though written otherwise."""
    columns = (Person.id, Person.given_name, Person.family_name, Person.email)
    asked = Known(0, given_name, family_name, email)
    known = [Known(*row) for row in db.session.execute(select(*columns))]
    people = people_by_id(set(like(asked, known)))
    return sorted(people.values(), key=lambda person: (fold(person.name), person.id))


def people_by_id(ids: set[int]) -> dict[int, Person]:
    """The people with those ids, with their organisations."""
    wanted, found = sorted(ids), dict[int, Person]()
    for start in range(0, len(wanted), 500):  # databases limit the parameters of a query
        query = select(Person).where(Person.id.in_(wanted[start : start + 500]))
        for person in db.session.scalars(query.options(joinedload(Person.organisation))):
            found[person.id] = person
    return found
