"""What kinds of session and roles are called. Pure, so that pages, calendars and paper agree.

Messages stand in lower case, as within a sentence. French names the task rather than the person,
whose gender a programme does not know: « animation », not « animateur ou animatrice ».
"""

from collections.abc import Mapping

from eventapp.agenda.changes import Change
from eventapp.agenda.kinds import AppearanceState, Role, SessionKind, SlotState, Visibility
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
    Role.MEMBER: N_("member of the delegation"),
}

SLOT_STATES: Mapping[SlotState, str] = {
    SlotState.DRAFT: N_("draft"),
    SlotState.TENTATIVE: N_("to be confirmed"),
    SlotState.CONFIRMED: N_("confirmed"),
    SlotState.CANCELLED: N_("cancelled"),
}

#: Slots beside the programme, by `Slot.sort`, within a sentence.
PRIVATE_SLOTS: Mapping[str, str] = {
    "bilateral": N_("a bilateral meeting"),
    "movement": N_("a movement"),
}

VISIBILITIES: Mapping[Visibility, str] = {
    Visibility.PUBLIC: N_("everybody"),
    Visibility.PARTICIPANTS: N_("participants"),
    Visibility.DELEGATION: N_("one delegation"),
    Visibility.TEAM: N_("the team only"),
}

APPEARANCE_STATES: Mapping[AppearanceState, str] = {
    AppearanceState.PROPOSED: N_("proposed"),
    AppearanceState.INVITED: N_("invited"),
    AppearanceState.ACCEPTED: N_("has accepted"),
    AppearanceState.TO_BE_CONFIRMED: N_("presence to be confirmed"),
    AppearanceState.CONFIRMED: N_("presence confirmed"),
    AppearanceState.DECLINED: N_("has declined"),
    AppearanceState.WITHDRAWN: N_("has withdrawn"),
}

CHANGES: Mapping[Change, str] = {
    Change.ADDED: N_("added"),
    Change.CANCELLED: N_("cancelled"),
    Change.RESTORED: N_("restored"),
    Change.MOVED_IN_TIME: N_("new time"),
    Change.MOVED_TO_ROOM: N_("new room"),
    Change.RETITLED: N_("new title"),
    Change.PEOPLE: N_("people changed"),
    Change.DETAILS: N_("details changed"),
    Change.REMOVED: N_("removed"),
}

ROLES_IN_PLURAL: Mapping[Role, str] = {
    Role.CHAIR: N_("chairs"),
    Role.CO_CHAIR: N_("co-chairs"),
    Role.OPENING_SPEAKER: N_("opening remarks"),
    Role.MODERATOR: N_("moderators"),
    Role.KEYNOTE_SPEAKER: N_("keynote speakers"),
    Role.SPEAKER: N_("speakers"),
    Role.PANELIST: N_("panelists"),
    Role.FACILITATOR: N_("facilitators"),
    Role.TRAINER: N_("trainers"),
    Role.MENTOR: N_("mentors"),
    Role.HOST: N_("hosts"),
    Role.SIGNATORY: N_("signatories"),
    Role.RAPPORTEUR: N_("rapporteurs"),
    Role.INTERPRETER: N_("interpreters"),
    Role.MEMBER: N_("members of the delegation"),
}


def session_kind(kind: SessionKind, language: Language) -> str:
    """The kind in a reader's language: `table ronde`."""
    return translator(language)(SESSION_KINDS[kind])


def role(each: Role, language: Language, people: int = 1) -> str:
    """The role of so many people in a reader's language: `animation`, `panélistes`."""
    return translator(language)((ROLES if people == 1 else ROLES_IN_PLURAL)[each])


def slot_state(state: SlotState, language: Language) -> str:
    """The state in a reader's language: `annulée`."""
    return translator(language)(SLOT_STATES[state])


def private_names(language: Language) -> Mapping[str, str]:
    """The sorts of slot beside the programme, as headings: « Rencontre bilatérale »."""
    _ = translator(language)
    return {
        "bilateral": _(N_("Bilateral meeting")),
        "movement": _(N_("Movement")),
    }


def visibility(each: Visibility, language: Language) -> str:
    """Who may read it, in a reader's language: `équipe seulement`."""
    return translator(language)(VISIBILITIES[each])


def appearance_state(state: AppearanceState, language: Language) -> str:
    """How sure it is that somebody comes, in a reader's language: « présence confirmée »."""
    return translator(language)(APPEARANCE_STATES[state])


def change(each: Change, language: Language) -> str:
    """The change in a reader's language: `nouvelle salle`."""
    return translator(language)(CHANGES[each])
