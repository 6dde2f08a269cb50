"""What parties, members and states of delegations are called. Pure."""

from collections.abc import Mapping

from eventapp.delegations.kinds import (
    AccessKind,
    Authority,
    DelegationState,
    MemberFunction,
    PartyKind,
)
from eventapp.values.catalogue import N_, translator
from eventapp.values.language import Language

PARTY_KINDS: Mapping[PartyKind, str] = {
    PartyKind.STATE: N_("sovereign state"),
    PartyKind.ORGANISATION: N_("organization"),
    PartyKind.OTHER: N_("other entity"),
}

AUTHORITIES: Mapping[Authority, str] = {
    Authority.CLDR: N_("common usage (CLDR)"),
    Authority.UN: N_("United Nations"),
    Authority.HOST: N_("the host’s own"),
}

#: French names the task, since nobody's gender is known here; see `delegations.functions`.
MEMBER_FUNCTIONS: Mapping[MemberFunction, str] = {
    MemberFunction.HEAD: N_("head of delegation"),
    MemberFunction.ALTERNATE_HEAD: N_("alternate head of delegation"),
    MemberFunction.DELEGATE: N_("delegate"),
    MemberFunction.ALTERNATE: N_("alternate"),
    MemberFunction.ADVISER: N_("adviser"),
    MemberFunction.EXPERT: N_("expert"),
    MemberFunction.SUPPORT: N_("support"),
    MemberFunction.INTERPRETER: N_("interpreter of the delegation"),
    MemberFunction.SECURITY: N_("security"),
    MemberFunction.PRESS: N_("press"),
}

DELEGATION_STATES: Mapping[DelegationState, str] = {
    DelegationState.INVITED: N_("delegation invited"),
    DelegationState.NOMINATED: N_("members nominated"),
    DelegationState.CREDENTIALS_RECEIVED: N_("credentials received"),
    DelegationState.ACCREDITED: N_("accredited"),
    DelegationState.BADGES_ISSUED: N_("badges issued"),
    DelegationState.ARRIVED: N_("arrived"),
    DelegationState.DEPARTED: N_("departed"),
}

ACCESS_KINDS: Mapping[AccessKind, str] = {
    AccessKind.LIAISON: N_("liaison officer"),
    AccessKind.FOCAL_POINT: N_("focal point"),
}


def delegation_state(state: DelegationState, language: Language) -> str:
    """The state in a reader's language: « lettres de créance reçues »."""
    return translator(language)(DELEGATION_STATES[state])


def authority(each: Authority, language: Language) -> str:
    """Whose names, in a reader's language: `Nations Unies`."""
    return translator(language)(AUTHORITIES[each])
