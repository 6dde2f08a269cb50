"""What stands in the database around an import, asked for once."""

from collections.abc import Iterable, Iterator

from sqlalchemy import select
from sqlalchemy.orm import contains_eager, selectinload

from eventapp.delegations.models import Delegation, Member, Party
from eventapp.events.models import Event
from eventapp.exchange.importing.guests.matching import Known
from eventapp.exchange.reading.sheets.vocabulary import country_of, keys_of
from eventapp.participants.categories import categories_of
from eventapp.participants.models import Category, Needs, Participant
from eventapp.people.models import Organisation, Person
from eventapp.plumbing.database import db

#: Databases limit the parameters of a query.
ASKED_AT_ONCE = 500


class Surroundings:
    """Categories, participants, organizations, parties and delegations, by what rows call them."""

    def __init__(self, event: Event) -> None:
        self.event = event
        self.categories = {each.code: each for each in categories_of(event)}
        self.participants = {each.person_id: each for each in _participants(event)}
        self._organisations: dict[str, Organisation] = {}
        self._parties: dict[str, Party] = {}
        for organisation in db.session.scalars(select(Organisation).order_by(Organisation.id)):
            self.hold_organisation(organisation)
        for party in db.session.scalars(select(Party).order_by(Party.id)):
            self.hold_party(party)
        self.delegations = {each.party_id: each for each in _delegations(event)}
        self.members = {each.participant_id: each for each in _members(event)}
        self.needs = {each.participant_id: each for each in _needs(event)}

    @property
    def category_codes(self) -> dict[str, str]:
        """The categories' codes, by their names in both languages and their codes."""
        return category_codes(self.categories.values())

    def organisation(self, names: Iterable[str]) -> Organisation | None:
        """The organization with one of these names."""
        return next(
            (self._organisations[key] for key in keys_of(names) if key in self._organisations), None
        )

    def hold_organisation(self, organisation: Organisation) -> None:
        for key in keys_of((organisation.name.fr, organisation.name.en)):
            self._organisations.setdefault(key, organisation)

    def party(self, name: str) -> Party | None:
        """The party that a row calls so: by its own names, its organization's, or its country's."""
        keys = [*keys_of([name])]
        country = country_of(name)
        keys += [f"country {country}"] if country else []
        return next((self._parties[key] for key in keys if key in self._parties), None)

    def hold_party(self, party: Party) -> None:
        names = [party.short_name, party.formal_name]
        names += [party.organisation.name] if party.organisation else []
        for key in keys_of(text for name in names for text in (name.fr, name.en)):
            self._parties.setdefault(key, party)
        if party.country:
            self._parties.setdefault(f"country {party.country}", party)


def category_codes(categories: Iterable[Category]) -> dict[str, str]:
    """Codes of categories, by what lists call them."""
    return {
        key: each.code
        for each in categories
        for key in keys_of((each.code, each.name.fr, each.name.en))
    }


def known_people(event: Event) -> list[Known]:
    """Everybody, with their code in this event."""
    codes = dict(
        db.session.execute(
            select(Participant.person_id, Participant.code).where(Participant.event_id == event.id)
        )
        .tuples()
        .all()
    )
    columns = (Person.id, Person.code, Person.given_name, Person.family_name, Person.email)
    rows = db.session.execute(select(*columns)).tuples()
    return [Known(*row, codes.get(row[0], "")) for row in rows]


def people_with(ids: Iterable[int]) -> dict[int, Person]:
    """The people with those ids, with what they hold."""
    wanted, found = sorted(ids), dict[int, Person]()
    for start in range(0, len(wanted), ASKED_AT_ONCE):
        query = select(Person).where(Person.id.in_(wanted[start : start + ASKED_AT_ONCE]))
        options = selectinload(Person.terms), selectinload(Person.organisation)
        found |= {person.id: person for person in db.session.scalars(query.options(*options))}
    return found


def _participants(event: Event) -> Iterator[Participant]:
    """Those who were removed too: they come back as the same."""
    query = (
        select(Participant)
        .join(Participant.person)
        .where(Participant.event_id == event.id)
        .options(contains_eager(Participant.person), selectinload(Participant.organisation))
        .options(selectinload(Participant.category))
    )
    yield from db.session.scalars(query.execution_options(include_removed=True))


def _delegations(event: Event) -> Iterator[Delegation]:
    query = select(Delegation).where(Delegation.event_id == event.id)
    yield from db.session.scalars(query.options(selectinload(Delegation.party)))


def _members(event: Event) -> Iterator[Member]:
    query = select(Member).join(Member.delegation).where(Delegation.event_id == event.id)
    yield from db.session.scalars(query.options(selectinload(Member.delegation)))


def _needs(event: Event) -> Iterator[Needs]:
    query = select(Needs).join(Participant, Participant.id == Needs.participant_id)
    yield from db.session.scalars(query.where(Participant.event_id == event.id))
