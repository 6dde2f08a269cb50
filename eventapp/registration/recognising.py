"""Who it is that fills in a form: somebody who is known, or somebody new."""

from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import func, select

from eventapp.events.models import Event
from eventapp.participants.models import Category, Participant
from eventapp.people.editing import add_organisation, add_person
from eventapp.people.kinds import Correspondence, Gender
from eventapp.people.models import Organisation, Person
from eventapp.plumbing.database import db
from eventapp.plumbing.uploads import Upload
from eventapp.registration.models import Registration
from eventapp.values.bilingual import Bilingual
from eventapp.values.folding import fold
from eventapp.values.language import Language


@dataclass(frozen=True, slots=True)
class Filled:
    """A form, filled in and checked. `answers` and `files` are by the ids of their questions.

    `language` is the one that it was filled in; `policy` the number of the wording accepted.
    """

    category: Category
    given_name: str
    family_name: str
    email: str
    language: Language
    function: str = ""
    organisation: str = ""
    country: str = ""
    languages: tuple[str, ...] = ()
    correspondence: Correspondence = Correspondence.BOTH
    gender: Gender = Gender.NOT_GIVEN
    access: str = ""
    diet: str = ""
    is_listed: bool = False
    policy: int | None = None
    answers: dict[int, Any] = field(default_factory=dict)
    files: dict[int, Upload] = field(default_factory=dict)


def recognised(
    event: Event, filled: Filled, by: Participant | None
) -> tuple[Person, Participant | None]:
    """Who it is, and what they are in the event already; also one whom the team had removed."""
    registered = _registered_with(event, filled, by)
    if registered is not None:
        return registered.person, registered
    person = _person_known(filled)
    if person is None:
        return _new_person(filled), None
    query = select(Participant).where(
        Participant.event_id == event.id, Participant.person_id == person.id
    )
    rows = db.session.scalars(query.execution_options(include_removed=True))
    return person, rows.one_or_none()


def _registered_with(event: Event, filled: Filled, by: Participant | None) -> Participant | None:
    """Who registered for themselves under that address; for others, several may share one."""
    if not filled.email:
        return None
    query = (
        select(Participant)
        .join(Registration, Registration.participant_id == Participant.id)
        .where(
            Registration.event_id == event.id,
            func.lower(Registration.email) == filled.email.lower(),
            Registration.registered_by_id.is_(None),
        )
        .order_by(Participant.id)
    )
    known = db.session.scalars(query).first()
    is_own_address = by is not None and known is not None and known.id == by.id
    return None if is_own_address else known


def _person_known(filled: Filled) -> Person | None:
    """Somebody of the same address and the same name is the same person; nobody else is."""
    name = fold(f"{filled.given_name} {filled.family_name}")
    if not filled.email:
        return None
    query = select(Person).where(func.lower(Person.email) == filled.email.lower())
    people = db.session.scalars(query.order_by(Person.id))
    return next((each for each in people if fold(each.name) == name), None)


def _new_person(filled: Filled) -> Person:
    return add_person(
        {
            "given_name": filled.given_name,
            "family_name": filled.family_name,
            "email": filled.email,
            "correspondence": filled.correspondence,
            "country": filled.country,
            "function": Bilingual.of(filled.language, filled.function),
            "organisation_id": organisation_id(filled.organisation, filled.language),
        }
    )


def organisation_id(name: str, language: Language) -> int | None:
    """The organisation of that name in either language, accents and case ignored; or a new one."""
    folded = fold(name)
    if not folded:
        return None
    query = select(Organisation).where(Organisation.search_text.contains(folded, autoescape=True))
    for each in db.session.scalars(query.order_by(Organisation.id)):
        if is_called(each, name):
            return each.id
    return add_organisation({"name": Bilingual.of(language, name)}).id


def is_called(organisation: Organisation | None, name: str) -> bool:
    """Whether that is the organisation's name in either language, accents and case ignored."""
    if organisation is None:
        return False
    return fold(name) in (fold(organisation.name.fr), fold(organisation.name.en))
