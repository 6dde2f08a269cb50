"""What levels and states of bilateral meetings are called. Pure."""

from collections.abc import Mapping

from eventapp.bilaterals.kinds import FROM, BilateralState, Level, ProposalState
from eventapp.values.catalogue import N_, translator
from eventapp.values.language import Language

LEVELS: Mapping[Level, str] = {
    Level.LEADERS: N_("leaders"),
    Level.MINISTERS: N_("ministers"),
    Level.SENIOR_OFFICIALS: N_("senior officials"),
    Level.EXPERTS: N_("experts"),
}

BILATERAL_STATES: Mapping[BilateralState, str] = {
    BilateralState.REQUESTED: N_("meeting requested"),
    BilateralState.PROPOSED: N_("meeting proposed"),
    BilateralState.CONFIRMED: N_("meeting confirmed"),
    BilateralState.HELD: N_("meeting held"),
    BilateralState.DECLINED: N_("meeting declined"),
    BilateralState.CANCELLED: N_("meeting cancelled"),
}

PRIORITIES: Mapping[int, str] = {
    1: N_("first priority"),
    2: N_("second priority"),
    3: N_("third priority"),
}


def level(each: Level, language: Language) -> str:
    """`ministres`."""
    return translator(language)(LEVELS[each])


def standing(state: BilateralState, language: Language) -> str:
    """How a meeting stands: « rencontre proposée »."""
    return translator(language)(BILATERAL_STATES[state])


def priority(number: int, language: Language) -> str:
    """`first priority`."""
    return translator(language)(PRIORITIES[number])


def priorities(language: Language) -> list[tuple[int, str]]:
    """What there is to choose from."""
    return [(number, priority(number, language).capitalize()) for number in PRIORITIES]


PROPOSAL_STATES: Mapping[ProposalState, str] = {
    ProposalState.WAITING: N_("waiting for the worker"),
    ProposalState.RUNNING: N_("search under way"),
    ProposalState.READY: N_("proposal ready"),
    ProposalState.FAILED: N_("search failed"),
    ProposalState.CANCELLED: N_("search ended"),
    ProposalState.ACCEPTED: N_("proposal accepted"),
    ProposalState.DISCARDED: N_("proposal discarded"),
}


def proposal_state(state: ProposalState, language: Language) -> str:
    """How far a proposal has come."""
    return translator(language)(PROPOSAL_STATES[state])


#: What can be said to a meeting, by what it then is.
ANSWERS: Mapping[BilateralState, str] = {
    BilateralState.CONFIRMED: N_("Confirm"),
    BilateralState.HELD: N_("It was held"),
    BilateralState.DECLINED: N_("Decline"),
    BilateralState.CANCELLED: N_("Cancel the meeting"),
    BilateralState.REQUESTED: N_("Open again"),
}


def answers_to(state: BilateralState, language: Language) -> list[tuple[str, str]]:
    """What can be said to a meeting that stands so: what it then is, and the button's words."""
    say = translator(language)
    return [(each.value, say(words)) for each, words in ANSWERS.items() if state in FROM[each]]
