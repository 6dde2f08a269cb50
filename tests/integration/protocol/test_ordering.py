"""Orders as stored: by rank of who really comes, the same until made anew, drawn once."""

from datetime import date
from typing import Any

import pytest

from eventapp.delegations.kinds import MemberFunction
from eventapp.delegations.models import Delegation
from eventapp.events.models import Event
from eventapp.participants.kinds import ParticipantState
from eventapp.planning.precedence import Basis, ListKind
from eventapp.plumbing.database import db
from eventapp.protocol.models import OfficialOrder
from eventapp.protocol.ordering import draw_first_seat, enter_draw, make_order, override
from eventapp.protocol.orders import official_list
from eventapp.protocol.standing import standing_of
from eventapp.values.refusal import Refusal
from tests.builders import NOW, a_delegation, a_member, a_person, a_summit

pytestmark = pytest.mark.usefixtures("app")
BY: dict[str, Any] = {"by": "Alix Exemple", "now": NOW}
FLAGS = ListKind.FLAGS


def led(event: Event, country: str, rank: int | None, **fields: Any) -> Delegation:
    delegation = a_delegation(event, country)
    person = a_person(rank=rank)
    a_member(delegation, person, function=MemberFunction.HEAD, **fields)
    return delegation


def by_rank(event: Event) -> OfficialOrder:
    return make_order(event, FLAGS, None, {"basis": Basis.RANK}, **BY)


def countries(event: Event) -> list[str]:
    db.session.flush()
    return [each.party.country for each in official_list(event, FLAGS).delegations]


def test_heads_of_state_come_before_heads_of_government_and_seniority_decides() -> None:
    event = a_summit()
    led(event, "JP", 2, in_post_since=date(2019, 1, 1))
    led(event, "AT", 2, in_post_since=date(2022, 1, 1))
    led(event, "ZA", 1, in_post_since=date(2024, 1, 1))
    led(event, "BR", None)
    by_rank(event)
    assert countries(event) == ["ZA", "JP", "AT", "BR"]


def test_a_stand_in_brings_their_own_rank() -> None:
    event = a_summit()
    led(event, "AT", 2)
    away = led(event, "ZA", 1)
    head = away.members[0]
    head.participant.state = ParticipantState.WITHDRAWN
    a_member(away, a_person(rank=6), function=MemberFunction.DELEGATE, stands_in_for=head)
    by_rank(event)
    assert countries(event) == ["AT", "ZA"]


def test_a_new_head_changes_nothing_but_is_said() -> None:
    event = a_summit()
    led(event, "AT", 3)
    promoted = led(event, "ZA", 4)
    order = by_rank(event)
    promoted.members[0].participant.person.rank = 1
    assert countries(event) == ["AT", "ZA"]
    standing = standing_of(event, order)
    assert [(each.delegation, each.facts) for each in standing.changes] == [(promoted, ("rank",))]
    assert standing.places[str(promoted.uid)] == 1
    assert not official_list(event, FLAGS).is_final


def test_without_an_order_the_list_is_french_and_provisional() -> None:
    event = a_summit()
    for country in ("US", "EG", "ZA"):
        a_delegation(event, country)
    assert countries(event) == ["ZA", "EG", "US"]
    assert not official_list(event, FLAGS).is_final


def test_a_draw_stands_until_it_is_withdrawn_and_turns_names_alone() -> None:
    event = a_summit()
    first = a_delegation(event, "JP")
    a_delegation(event, "AT")
    order = make_order(event, FLAGS, None, {}, **BY)
    enter_draw(event, order, first, date(2024, 11, 3), **BY)
    assert countries(event) == ["JP", "AT"]
    assert "3\u00a0novembre 2024" in official_list(event, FLAGS).footnote.fr
    with pytest.raises(Refusal, match="already"):
        draw_first_seat(event, order, "seed", **BY)
    make_order(event, FLAGS, order, {"basis": Basis.CREDENTIALS}, **BY)
    assert countries(event) == ["AT", "JP"]


def test_two_decisions_cannot_fix_one_place() -> None:
    event = a_summit()
    first, second = a_delegation(event, "JP"), a_delegation(event, "AT")
    order = make_order(event, FLAGS, None, {}, **BY)
    override(event, order, first, 1, "reason", **BY)
    with pytest.raises(Refusal, match="another delegation"):
        override(event, order, second, 1, "reason", **BY)
    assert countries(event) == ["JP", "AT"]
