"""What a participant's states are called. Pure."""

from collections.abc import Mapping

from eventapp.participants.kinds import ParticipantState
from eventapp.values.catalogue import N_, translator
from eventapp.values.language import Language

PARTICIPANT_STATES: Mapping[ParticipantState, str] = {
    ParticipantState.INVITED: N_("invitation sent"),
    ParticipantState.PENDING: N_("awaiting approval"),
    ParticipantState.WAITING: N_("on the waiting list"),
    ParticipantState.CONFIRMED: N_("registration confirmed"),
    ParticipantState.DECLINED: N_("registration declined"),
    ParticipantState.WITHDRAWN: N_("registration withdrawn"),
}


def participant_state(state: ParticipantState, language: Language) -> str:
    """The state in a reader's language: « inscription confirmée »."""
    return translator(language)(PARTICIPANT_STATES[state])
