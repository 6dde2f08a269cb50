"""What kinds of session and roles are called. Pure, so that pages, calendars and paper agree.

Messages stand in lower case, as within a sentence. French names the task rather than the person,
whose gender a programme does not know: « animation », not « animateur ou animatrice ».
"""

from collections.abc import Mapping

from eventapp.agenda.kinds import Role, SessionKind
from eventapp.values.catalogue import N_, translator
from eventapp.values.language import Language

SESSION_KINDS: Mapping[SessionKind, str] = {
    SessionKind.OPENING: N_("opening"),
    SessionKind.KEYNOTE: N_("keynote"),
    SessionKind.PLENARY: N_("plenary"),
    SessionKind.PANEL: N_("panel"),
    SessionKind.TALK: N_("talk"),
    SessionKind.ROUNDTABLE: N_("roundtable"),
    SessionKind.WORKSHOP: N_("workshop"),
    SessionKind.TRAINING: N_("training"),
    SessionKind.MEETING: N_("meeting"),
    SessionKind.SIGNING: N_("signing"),
    SessionKind.VISIT: N_("visit"),
    SessionKind.PERFORMANCE: N_("performance"),
    SessionKind.RECEPTION: N_("reception"),
    SessionKind.MEAL: N_("meal"),
    SessionKind.BREAK: N_("break"),
    SessionKind.CLOSING: N_("closing"),
    SessionKind.OTHER: N_("other"),
}

ROLES: Mapping[Role, str] = {
    Role.CHAIR: N_("chair"),
    Role.CO_CHAIR: N_("co-chair"),
    Role.OPENING_SPEAKER: N_("opening remarks"),
    Role.MODERATOR: N_("moderator"),
    Role.KEYNOTE_SPEAKER: N_("keynote speaker"),
    Role.SPEAKER: N_("speaker"),
    Role.PANELIST: N_("panelist"),
    Role.FACILITATOR: N_("facilitator"),
    Role.TRAINER: N_("trainer"),
    Role.MENTOR: N_("mentor"),
    Role.HOST: N_("host"),
    Role.SIGNATORY: N_("signatory"),
    Role.RAPPORTEUR: N_("rapporteur"),
    Role.INTERPRETER: N_("interpreter"),
}


def session_kind(kind: SessionKind, language: Language) -> str:
    """The kind in a reader's language: `table ronde`."""
    return translator(language)(SESSION_KINDS[kind])


def role(each: Role, language: Language) -> str:
    """The role in a reader's language: `animation`."""
    return translator(language)(ROLES[each])
