"""Who may do what: roles in an event, and the rights that each gives. Pure."""

from collections.abc import Iterable, Mapping
from enum import StrEnum

from eventapp.values.catalogue import N_, translator
from eventapp.values.language import Language


class EventRole(StrEnum):
    """What somebody does for an event, in the order in which roles are listed."""

    OWNER = "owner"  # responsable
    PROGRAMME = "programme"  # programmation
    TRANSLATION = "translation"  # traduction
    PROTOCOL = "protocol"  # protocole
    REGISTRATION = "registration"  # inscriptions
    READER = "reader"  # lecture


class Right(StrEnum):
    """What a page of an event's workspace asks of its reader."""

    READ = "read"  # see the draft
    PROGRAMME = "programme"  # sessions, tracks, rooms, venues, rules; accept conflicts
    PEOPLE = "people"  # people and organisations
    TRANSLATE = "translate"  # wordings, approvals, glossary
    PUBLISH = "publish"  # releases: publish, withdraw, restore
    REGISTER = "register"  # participants, forms, places, invitations
    PROTOCOL = "protocol"  # delegations, official order, bilaterals, movements
    NEEDS = "needs"  # gender, access, diet, restricted answers
    PRIVACY = "privacy"  # retention, erasure, who exported what
    LETTERS = "letters"  # review and send what waits
    LOG = "log"  # who did what
    EVENT = "event"  # the event's own settings, copying and removing it
    TEAM = "team"  # give and take away roles


_R = Right
RIGHTS: Mapping[EventRole, frozenset[Right]] = {
    EventRole.OWNER: frozenset(Right),
    EventRole.PROGRAMME: frozenset(
        {_R.READ, _R.PROGRAMME, _R.PEOPLE, _R.PUBLISH, _R.LETTERS, _R.LOG}
    ),
    EventRole.TRANSLATION: frozenset({_R.READ, _R.TRANSLATE}),
    EventRole.PROTOCOL: frozenset({_R.READ, _R.PEOPLE, _R.PROTOCOL, _R.NEEDS, _R.LETTERS}),
    EventRole.REGISTRATION: frozenset({_R.READ, _R.PEOPLE, _R.REGISTER, _R.NEEDS, _R.LETTERS}),
    EventRole.READER: frozenset({_R.READ}),
}

ROLE_NAMES: Mapping[EventRole, str] = {
    EventRole.OWNER: N_("owner"),
    EventRole.PROGRAMME: N_("programme"),
    EventRole.TRANSLATION: N_("translation"),
    EventRole.PROTOCOL: N_("protocol"),
    EventRole.REGISTRATION: N_("registration"),
    EventRole.READER: N_("reader"),
}

RIGHT_NAMES: Mapping[Right, str] = {
    Right.READ: N_("see the draft"),
    Right.PROGRAMME: N_("edit the programme"),
    Right.PEOPLE: N_("edit people and organisations"),
    Right.TRANSLATE: N_("translate and approve texts"),
    Right.PUBLISH: N_("publish and withdraw releases"),
    Right.REGISTER: N_("register participants"),
    Right.PROTOCOL: N_("look after delegations"),
    Right.NEEDS: N_("see personal needs"),
    Right.PRIVACY: N_("keep and erase personal data"),
    Right.LETTERS: N_("review and send letters"),
    Right.LOG: N_("read the log"),
    Right.EVENT: N_("edit the event itself"),
    Right.TEAM: N_("give and take away roles"),
}


def rights_of(roles: Iterable[EventRole]) -> frozenset[Right]:
    """All that these roles together give."""
    return frozenset().union(*(RIGHTS[role] for role in roles))


def role_name(role: EventRole, language: Language) -> str:
    """The role in a reader's language: `programmation`."""
    return translator(language)(ROLE_NAMES[role])


def right_name(right: Right, language: Language) -> str:
    """The right in a reader's language: « modifier le programme »."""
    return translator(language)(RIGHT_NAMES[right])
