"""What a meeting's forms offer, and what they say as rows need it."""

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import select

from eventapp.agenda.kinds import Role
from eventapp.agenda.models import Appearance, Slot
from eventapp.bilaterals.models import Bilateral
from eventapp.bilaterals.queries import delegations_of, members_of
from eventapp.delegations.kinds import MemberFunction
from eventapp.delegations.models import Delegation
from eventapp.events.models import Event
from eventapp.people.models import Person
from eventapp.plumbing.database import db
from eventapp.plumbing.fields import Offer
from eventapp.plumbing.forms import Offers
from eventapp.plumbing.web import reading_language
from eventapp.values.tongues import SPOKEN, language_name

#: What a form says that is a column of the meeting as it stands.
COLUMNS = ("level", "priority", "minutes", "topic", "languages", "note", "is_fixed")


def columns_of(values: Mapping[str, Any]) -> dict[str, Any]:
    """What of a form is a column as it stands."""
    return {name: values[name] for name in COLUMNS if name in values}


def offers_of(event: Event, meeting: Bilateral | None = None) -> Offers:
    """What the team's form lets its reader choose from."""
    language = reading_language()
    parties = [
        (each.code, name.text(language).text) for each, name in delegations_of(event, language)
    ]
    offers: dict[str, list[Offer]] = {
        "requested_by": parties,
        "requested_of": parties,
        "languages": spoken(),
        "people": [],
        "interpreters": [],
    }
    if meeting is not None:
        sides = (meeting.requested_by, meeting.requested_of)
        people = [person for side in sides for person in people_of(side)]
        offers["people"] = _named(_with_present(people, meeting, Role.MEMBER))
        known = [*_interpreters_in(event), *_own_interpreters(sides)]
        offers["interpreters"] = _named(_with_present(known, meeting, Role.INTERPRETER))
    return offers


def request_offers(delegation: Delegation) -> Offers:
    """What a delegation's own form offers: all the others, and its own members."""
    language = reading_language()
    others = [
        (each.code, name.text(language).text)
        for each, name in delegations_of(delegation.event, language)
        if each.id != delegation.id
    ]
    return {
        "requested_of": others,
        "languages": spoken(),
        "people": _named(people_of(delegation)),
    }


def spoken() -> list[Offer]:
    """Languages to interpret between."""
    language = reading_language()
    return [(tag, language_name(tag, language)) for tag in SPOKEN]


def people_of(delegation: Delegation) -> list[Person]:
    """The people of a delegation, in their order."""
    return [each.participant.person for each in members_of(delegation)]


def chosen(people: Iterable[Person], codes: Iterable[str]) -> list[Person]:
    """Those of these codes, in the order of the people."""
    wanted = set(codes)
    return [person for person in people if person.code in wanted]


def choosable(event: Event, meeting: Bilateral) -> tuple[list[Person], list[Person]]:
    """Who can come to the meeting, and who can interpret at it."""
    sides = (meeting.requested_by, meeting.requested_of)
    people = [person for side in sides for person in people_of(side)]
    known = [*_interpreters_in(event), *_own_interpreters(sides)]
    return (
        _with_present(people, meeting, Role.MEMBER),
        _with_present(known, meeting, Role.INTERPRETER),
    )


def _with_present(people: Iterable[Person], meeting: Bilateral, role: Role) -> list[Person]:
    """With those who are in it already, though they left their delegation since."""
    there = [each.person for each in meeting.appearances if each.role is role]
    return [*dict.fromkeys([*people, *there])]


def _interpreters_in(event: Event) -> list[Person]:
    """Who interprets anywhere in the event."""
    query = (
        select(Person)
        .join(Appearance, Appearance.person_id == Person.id)
        .join(Slot, Slot.id == Appearance.slot_id)
        .where(Slot.event_id == event.id, Appearance.role == Role.INTERPRETER)
        .order_by(Person.family_name, Person.given_name)
        .distinct()
    )
    return [*db.session.scalars(query)]


def _own_interpreters(sides: Iterable[Delegation]) -> list[Person]:
    return [
        member.participant.person
        for side in sides
        for member in members_of(side)
        if member.function is MemberFunction.INTERPRETER
    ]


def _named(people: Iterable[Person]) -> list[Offer]:
    return [(person.code, person.name) for person in people]
