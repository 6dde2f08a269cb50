"""What kinds and formats of event are called. Pure, so that pages, calendars and paper agree."""

from collections.abc import Mapping

from eventapp.events.kinds import (
    DatePrecision,
    Equipment,
    EventFormat,
    EventKind,
    EventState,
    Sector,
    SignProfile,
)
from eventapp.values.catalogue import N_, translator
from eventapp.values.language import Language, LanguageOrder

EVENT_KINDS: Mapping[EventKind, str] = {
    EventKind.SUMMIT: N_("summit"),
    EventKind.INNOVATION_WORKSHOP: N_("innovation workshop"),
    EventKind.PANEL: N_("panel"),
    EventKind.CONFERENCE: N_("conference"),
    EventKind.LAUNCH: N_("launch"),
    EventKind.ROUNDTABLE: N_("roundtable"),
    EventKind.WEBINAR: N_("webinar"),
    EventKind.TRAINING: N_("training"),
    EventKind.VISIT: N_("visit"),
    EventKind.ASSEMBLY: N_("assembly"),
    EventKind.OTHER: N_("other"),
}

EVENT_FORMATS: Mapping[EventFormat, str] = {
    EventFormat.IN_PERSON: N_("in person"),
    EventFormat.ONLINE: N_("online"),
    EventFormat.HYBRID: N_("in person and online"),
}

SECTORS: Mapping[Sector, str] = {
    Sector.GOVERNMENT: N_("government"),
    Sector.SCIENCE: N_("science"),
    Sector.INDUSTRY: N_("industry"),
    Sector.CIVIL_SOCIETY: N_("civil society"),
    Sector.INTERNATIONAL_ORGANISATION: N_("international organisation"),
    Sector.OTHER: N_("other"),
}

EQUIPMENT: Mapping[Equipment, str] = {
    Equipment.PROJECTOR: N_("projector"),
    Equipment.MICROPHONES: N_("microphones"),
    Equipment.INTERPRETATION_BOOTHS: N_("interpretation booths"),
    Equipment.VIDEO_LINK: N_("video link"),
    Equipment.RECORDING: N_("recording"),
    Equipment.CAPTIONS: N_("captions"),
    Equipment.STEP_FREE_STAGE: N_("step-free stage"),
    Equipment.MOVABLE_TABLES: N_("movable tables"),
}

EVENT_STATES: Mapping[EventState, str] = {
    EventState.IDEA: N_("idea"),
    EventState.ANNOUNCED: N_("announced"),
    EventState.PLANNING: N_("being planned"),
    EventState.PUBLISHED: N_("programme published"),
    EventState.LIVE: N_("under way"),
    EventState.CLOSED: N_("over"),
    EventState.REPORTED: N_("reported on"),
    EventState.CANCELLED: N_("called off"),
    EventState.POSTPONED: N_("put off"),
}

DATE_PRECISIONS: Mapping[DatePrecision, str] = {
    DatePrecision.DAY: N_("to the day"),
    DatePrecision.MONTH: N_("to the month"),
    DatePrecision.YEAR: N_("to the year"),
    DatePrecision.TO_BE_CONFIRMED: N_("not settled"),
}

LANGUAGE_ORDERS: Mapping[LanguageOrder, str] = {
    LanguageOrder.FR_FIRST: N_("French first"),
    LanguageOrder.EN_FIRST: N_("English first"),
}

SIGN_PROFILES: Mapping[SignProfile, str] = {
    SignProfile.EQUAL: N_("both languages alike"),
    SignProfile.FR_DOMINANT: N_("French markedly predominant"),
    SignProfile.FR_ONLY: N_("French alone"),
}


def event_kind(kind: EventKind, language: Language) -> str:
    """The kind in a reader's language: `sommet`."""
    return translator(language)(EVENT_KINDS[kind])


def event_format(each: EventFormat, language: Language) -> str:
    """The format in a reader's language: `en personne`."""
    return translator(language)(EVENT_FORMATS[each])


def sector(each: Sector, language: Language) -> str:
    """The sector in a reader's language: `société civile`."""
    return translator(language)(SECTORS[each])


def equipment(each: Equipment, language: Language) -> str:
    """The equipment in a reader's language: `cabines d’interprétation`."""
    return translator(language)(EQUIPMENT[each])


def event_state(state: EventState, language: Language) -> str:
    """The state in a reader's language: `en préparation`."""
    return translator(language)(EVENT_STATES[state])


def date_precision(precision: DatePrecision, language: Language) -> str:
    """How far dates are settled, in a reader's language: `au mois près`."""
    return translator(language)(DATE_PRECISIONS[precision])


def language_order(order: LanguageOrder, language: Language) -> str:
    """Which language comes first, in a reader's language."""
    return translator(language)(LANGUAGE_ORDERS[order])


def sign_profile(profile: SignProfile, language: Language) -> str:
    """How signs weigh the languages, in a reader's language."""
    return translator(language)(SIGN_PROFILES[profile])
