"""How far a delegation has come, what it lacks there, and which step is next. Pure."""

from enum import StrEnum
from itertools import pairwise

from eventapp.delegations.kinds import AccessKind, DelegationState
from eventapp.participants.kinds import ParticipantState

_ORDER = tuple(DelegationState)


class Lack(StrEnum):
    """What keeps a delegation from being where it is said to be."""

    HEAD = "head"  # tête de délégation
    QUOTA = "quota"  # quota dépassé
    CREDENTIALS = "credentials"  # lettres de créance


def is_from(state: DelegationState, first: DelegationState) -> bool:
    """Whether it has come as far as that."""
    return _ORDER.index(state) >= _ORDER.index(first)


def is_gone(state: ParticipantState) -> bool:
    """Whether a member of that state will not come: a head who is gone is none."""
    return state in {ParticipantState.DECLINED, ParticipantState.WITHDRAWN}


def lacks(
    state: DelegationState, *, has_head: bool, is_within_quotas: bool, has_credentials: bool
) -> list[Lack]:
    """What is missing for a delegation in that state, in the order in which it is asked for."""
    is_named = is_from(state, DelegationState.NOMINATED)
    is_credited = is_from(state, DelegationState.CREDENTIALS_RECEIVED)
    missing = {
        Lack.HEAD: is_named and not has_head,
        Lack.QUOTA: not is_within_quotas,
        Lack.CREDENTIALS: is_credited and not has_credentials,
    }
    return [lack for lack, is_missing in missing.items() if is_missing]


def next_state(state: DelegationState) -> DelegationState | None:
    """The step after this one."""
    return dict(pairwise(_ORDER)).get(state)


def state_before(state: DelegationState) -> DelegationState | None:
    """The step before this one."""
    return {after: before for before, after in pairwise(_ORDER)}.get(state)


#: The steps that those who work for one delegation may take by themselves.
STEPS_OF = {
    AccessKind.FOCAL_POINT: frozenset({DelegationState.NOMINATED}),
    AccessKind.LIAISON: frozenset(
        {DelegationState.NOMINATED, DelegationState.ARRIVED, DelegationState.DEPARTED}
    ),
}
