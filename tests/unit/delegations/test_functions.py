"""What members of delegations are called, and what a delegation lacks."""

import pytest

from eventapp.delegations.functions import FORMS, function_name, function_names
from eventapp.delegations.kinds import DelegationState, MemberFunction
from eventapp.delegations.standing import Lack, lacks, next_state, state_before
from eventapp.people.kinds import Agreement
from eventapp.values.bilingual import Bilingual
from eventapp.values.language import Language
from eventapp.values.typography import InclusiveStyle

HEAD, ADVISER = MemberFunction.HEAD, MemberFunction.ADVISER
ALL_WELL = {"has_head": True, "is_within_quotas": True, "has_credentials": True}


def test_each_member_is_called_by_their_own_agreement() -> None:
    assert [
        function_names(HEAD, Agreement.FEMININE),
        function_names(HEAD, Agreement.MASCULINE),
        function_names(HEAD, Agreement.NOT_GIVEN),
    ] == [
        Bilingual("cheffe de délégation", "head of delegation"),
        Bilingual("chef de délégation", "head of delegation"),
        Bilingual("cheffe ou chef de délégation", "head of delegation"),
    ]


@pytest.mark.parametrize(
    ("style", "said"),
    [
        (InclusiveStyle.DOUBLET, "conseillère ou conseiller"),
        (InclusiveStyle.PARENTHESES, "conseiller(-ère)"),
        (InclusiveStyle.MIDDLE_DOT, "conseiller·ère"),
        (InclusiveStyle.NEUTRAL, "conseil"),
    ],
)
def test_whoever_gave_no_agreement_is_called_in_the_house_style(
    style: InclusiveStyle, said: str
) -> None:
    assert function_name(ADVISER, Agreement.NOT_GIVEN, Language.FR, style) == said


@pytest.mark.parametrize("style", InclusiveStyle)
def test_every_function_has_a_name_in_every_style(style: InclusiveStyle) -> None:
    assert set(FORMS) == set(MemberFunction)
    for function in MemberFunction:
        assert function_name(function, Agreement.NOT_GIVEN, Language.FR, style)


def test_each_step_asks_for_what_it_needs_and_for_what_came_before() -> None:
    nothing = dict.fromkeys(ALL_WELL, False)
    assert [lacks(state, **nothing) for state in list(DelegationState)[:4]] == [
        [Lack.QUOTA],
        [Lack.HEAD, Lack.QUOTA],
        [Lack.HEAD, Lack.QUOTA, Lack.CREDENTIALS],
        [Lack.HEAD, Lack.QUOTA, Lack.CREDENTIALS],
    ]
    assert [lacks(state, **ALL_WELL) for state in DelegationState] == [[]] * 7


def test_steps_follow_one_another_there_and_back() -> None:
    there, states = [DelegationState.INVITED], list(DelegationState)
    while (state := next_state(there[-1])) is not None:
        there.append(state)
    assert there == states
    assert [state_before(state) for state in states] == [None, *states[:-1]]
