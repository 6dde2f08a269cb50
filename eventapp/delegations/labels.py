"""What parties, members and states of delegations are called. Pure."""

from collections.abc import Mapping

from eventapp.delegations.kinds import (
    AccessKind,
    Authority,
    DelegationState,
    MemberFunction,
    PartyKind,
)
from eventapp.delegations.standing import Lack
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

LACKS: Mapping[Lack, str] = {
    Lack.HEAD: N_("no head of delegation"),
    Lack.QUOTA: N_("quota exceeded"),
    Lack.CREDENTIALS: N_("no credentials"),
}

#: What the button of each step says.
STEPS: Mapping[DelegationState, str] = {
    DelegationState.NOMINATED: N_("The members are nominated"),
    DelegationState.CREDENTIALS_RECEIVED: N_("The credentials are here"),
    DelegationState.ACCREDITED: N_("Accredit the delegation"),
    DelegationState.BADGES_ISSUED: N_("The badges are issued"),
    DelegationState.ARRIVED: N_("The delegation has arrived"),
    DelegationState.DEPARTED: N_("The delegation has left"),
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


def party_kind(kind: PartyKind, language: Language) -> str:
    """The kind in a reader's language: « État souverain »."""
    return translator(language)(PARTY_KINDS[kind])


def access_kind(kind: AccessKind, language: Language) -> str:
    """Who works for a delegation, in a reader's language: « point focal »."""
    return translator(language)(ACCESS_KINDS[kind])


def lack(each: Lack, language: Language) -> str:
    """What a delegation lacks, in a reader's language."""
    return translator(language)(LACKS[each])


def step(to: DelegationState, language: Language) -> str:
    """What the button says that takes the step."""
    return translator(language)(STEPS[to])
