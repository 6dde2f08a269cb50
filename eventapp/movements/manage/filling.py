"""What a movement's form offers, and what it says, as rows."""

from collections.abc import Iterable
from typing import Any

from eventapp.agenda.writing import span_of
from eventapp.delegations.kinds import MemberFunction
from eventapp.delegations.models import Delegation
from eventapp.events.models import Event
from eventapp.events.places import rooms_of
from eventapp.history.saving import FieldRefusal
from eventapp.movements.editing import Aboard
from eventapp.movements.forms import PLAIN, MovementForm
from eventapp.movements.kinds import Travellers
from eventapp.movements.models import Movement
from eventapp.movements.queries import delegations_of, members_of, parties_of
from eventapp.people.models import Person
from eventapp.plumbing.fields import offered
from eventapp.plumbing.forms import Offers
from eventapp.plumbing.web import reading_language
from eventapp.values.refusal import Refusal
from eventapp.values.timespan import TimeSpan


def offers_of(event: Event, row: Movement | None) -> Offers:
    """The event's rooms and delegations, and the members of those that the movement is for."""
    language = reading_language()
    delegations = [(each.code, name) for each, name in delegations_of(event, language)]
    rooms = [(room.code, room.name) for room in rooms_of(event)]
    people = _members(parties_of(row)) if row else {}
    aboard = {each.person.code: each.person.name for each in row.appearances} if row else {}
    return {
        "room": [("", "–"), *offered(rooms, language)],
        "delegations": offered(delegations, language),
        "people": [*(people | aboard).items()],
    }


def _members(delegations: Iterable[Delegation]) -> dict[str, str]:
    """Members by their persons' codes."""
    members = members_of(delegations)
    return {each.participant.person.code: each.participant.person.name for each in members}


def values_of(event: Event, form: MovementForm, was: TimeSpan | None) -> dict[str, Any]:
    """The columns of a movement. Raises FieldRefusal for a time that cannot be."""
    rooms = {each.code: each.id for each in rooms_of(event)}
    try:
        span = span_of(event, form.day.data, form.start.data, form.end.data, was=was)
    except Refusal as refusal:
        raise FieldRefusal("start", refusal) from refusal
    plain = {name: form[name].data for name in PLAIN}
    return plain | {"span": span, "room_id": rooms.get(form.room.data)}


def aboard_of(event: Event, form: MovementForm) -> Aboard:
    """The delegations that were chosen, and who of them is on it."""
    chosen = set(form.delegations.data)
    delegations = [
        each for each, _name in delegations_of(event, reading_language()) if each.code in chosen
    ]
    return Aboard(delegations, [*_people(delegations, form)])


def _people(delegations: Iterable[Delegation], form: MovementForm) -> Iterable[Person]:
    """Who of them is on it: never anybody of another delegation."""
    codes = set(form.people.data)
    for member in members_of(delegations):
        person = member.participant.person
        is_head = member.function is MemberFunction.HEAD
        match form.travellers.data:
            case Travellers.EVERYBODY:
                yield person
            case Travellers.HEADS if is_head:
                yield person
            case Travellers.CHOSEN if person.code in codes:
                yield person
