"""What the states of a text are called. Pure."""

from collections.abc import Mapping

from eventapp.translation.states import TextState
from eventapp.values.catalogue import N_, translator
from eventapp.values.language import Language

TEXT_STATES: Mapping[TextState, str] = {
    TextState.EMPTY: N_("no text"),
    TextState.MISSING: N_("missing"),
    TextState.DRAFT: N_("draft text"),
    TextState.STALE: N_("stale"),
    TextState.APPROVED: N_("approved"),
}


def text_state(state: TextState, language: Language) -> str:
    """The state in a reader's language: `périmé`."""
    return translator(language)(TEXT_STATES[state])
