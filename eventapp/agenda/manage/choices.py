"""What all choices that rows hold are called: one table of the tables."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from eventapp.accounts.rights import ROLE_NAMES, EventRole
from eventapp.agenda.kinds import Role, SessionKind, SlotState
from eventapp.agenda.labels import ROLES, SESSION_KINDS, SLOT_STATES
from eventapp.events.kinds import EventFormat, EventKind
from eventapp.events.labels import EVENT_FORMATS, EVENT_KINDS
from eventapp.values.catalogue import translator
from eventapp.values.language import Language

TABLES: Mapping[type[StrEnum], Mapping[Any, str]] = {
    EventFormat: EVENT_FORMATS,
    EventKind: EVENT_KINDS,
    EventRole: ROLE_NAMES,
    Role: ROLES,
    SessionKind: SESSION_KINDS,
    SlotState: SLOT_STATES,
}


def choice_name(choice: StrEnum, language: Language) -> str:
    """The choice for a reader: `confirmée`; as it is kept, where it has no name."""
    table = TABLES.get(type(choice), {})
    return translator(language)(table.get(choice, choice.value))
