"""Making, changing and calling off movements."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple
from uuid import uuid4

from eventapp.agenda.kinds import Role, SlotState, Visibility
from eventapp.agenda.models import Appearance, SlotDelegation
from eventapp.agenda.slots import revise
from eventapp.delegations.models import Delegation
from eventapp.events.models import Event
from eventapp.history.saving import rewrite
from eventapp.movements.facts import Changed, MovementsChanged
from eventapp.movements.labels import title_of
from eventapp.movements.models import Movement
from eventapp.people.models import Person
from eventapp.plumbing.database import db
from eventapp.plumbing.facts import announce
from eventapp.values.catalogue import N_
from eventapp.values.refusal import Refusal
from eventapp.values.slug import code_of

#: What its people are told of again where it changes.
TOLD = ("span", "room_id", "origin", "destination", "transport", "contact", "kind", "state")


class Aboard(NamedTuple):
    """The delegations that a movement is for, and who of them is on it."""

    delegations: Sequence[Delegation]
    people: Sequence[Person]


def add_movement(
    event: Event, values: Mapping[str, Any], aboard: Aboard, *, now: datetime
) -> Movement:
    """A new movement; its people see it unless it is a draft."""
    uid = uuid4()
    movement = Movement(
        event=event,
        uid=uid,
        code=code_of(uid),
        title=title_of(values["kind"], values["origin"], values["destination"]),
        visibility=Visibility.DELEGATION,
        **values,
    )
    _take_aboard(movement, aboard)
    db.session.add(movement)
    db.session.flush()
    revise(movement, now=now)
    return movement


def edit_movement(
    movement: Movement, values: Mapping[str, Any], aboard: Aboard, *, now: datetime
) -> Movement:
    """Changes a movement; whoever was told of it is told what is different."""
    was, before = movement.span, [getattr(movement, name) for name in TOLD]
    title = title_of(values["kind"], values["origin"], values["destination"])
    is_other = rewrite(movement, {**values, "title": title}, now=now)
    is_others = _take_aboard(movement, aboard)
    if is_other or is_others:
        was_known = movement.revision is not None
        revise(movement, now=now)
        if was_known and before != [getattr(movement, name) for name in TOLD]:
            announce(MovementsChanged(movement.event, [Changed(movement, was)], now))
    return movement


def remove_movement(movement: Movement, *, now: datetime) -> None:
    """Removes a movement; one that its people know is called off instead.

    Raises Refusal where it is already.
    """
    if movement.revision is None:
        movement.removed_at = now
        movement.touch(now)
        return
    if movement.state is SlotState.CANCELLED:
        raise Refusal(N_("This movement is already cancelled; calendars must go on saying so."))
    movement.state = SlotState.CANCELLED
    revise(movement, now=now)
    announce(MovementsChanged(movement.event, [Changed(movement, movement.span)], now))


def _take_aboard(movement: Movement, aboard: Aboard) -> bool:
    """Whether anybody else is on it now."""
    delegations = {each.id: each for each in aboard.delegations}
    people = {each.id: each for each in aboard.people}
    kept = [each for each in movement.delegations if each.delegation.id in delegations]
    known = [each for each in movement.appearances if each.person.id in people]
    is_other = len(kept) < len(movement.delegations) or len(known) < len(movement.appearances)
    new = _missing(delegations, [each.delegation.id for each in kept])
    strangers = _missing(people, [each.person.id for each in known])
    movement.delegations = [*kept, *(SlotDelegation(delegation=delegations[id_]) for id_ in new)]
    movement.appearances = [
        *known,
        *(Appearance(person=people[id_], role=Role.MEMBER) for id_ in strangers),
    ]
    return is_other or bool(new or strangers)


def _missing(wanted: Iterable[int], known: Iterable[int]) -> list[int]:
    return [each for each in wanted if each not in {*known}]
