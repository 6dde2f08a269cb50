"""A summit to come, of three delegations with their heads, and one room for meetings."""

from datetime import date
from typing import NamedTuple

import pytest
from flask.testing import FlaskClient

from eventapp.accounts.rights import EventRole
from eventapp.delegations.kinds import MemberFunction
from eventapp.delegations.models import Delegation
from eventapp.events.models import Event, Room
from eventapp.people.models import Person
from tests.builders import (
    a_delegation,
    a_member,
    a_person,
    a_room,
    a_summit,
    an_account,
    meeting_hours,
    sign_in,
)

DAY = date(2031, 12, 3)


class Summit(NamedTuple):
    event: Event
    salon: Room
    canada: Delegation
    serbia: Delegation
    kenya: Delegation
    heads: dict[str, Person]


def a_summit_of_three() -> Summit:
    event = a_summit(starts_on=DAY, ends_on=DAY)
    salon, heads = a_room(event, "Salon", capacity=12), {}
    canada, serbia, kenya = (a_delegation(event, country) for country in ("CA", "RS", "KE"))
    for side, name in ((canada, "Ada"), (serbia, "Bo"), (kenya, "Cy")):
        heads[side.code] = a_person(f"{name} Exemple", code=name.lower())
        a_member(side, heads[side.code], MemberFunction.HEAD)
    meeting_hours(salon, "09:00", "10:00", day=DAY)
    return Summit(event, salon, canada, serbia, kenya, heads)


@pytest.fixture
def summit(client: FlaskClient) -> Summit:
    summit = a_summit_of_three()
    sign_in(client, an_account(summit.event, EventRole.PROTOCOL))
    return summit
