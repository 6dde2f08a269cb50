"""What letters there are, and where one stands. Pure."""

from collections.abc import Mapping
from enum import StrEnum

from eventapp.values.catalogue import N_, counted, translator
from eventapp.values.language import Language


class LetterKind(StrEnum):
    """What a letter tells."""

    INVITATION = "invitation"  # invitation dans l'équipe
    SIGN_IN_LINK = "sign_in_link"  # lien de connexion
    PASSWORD_RESET = "password_reset"  # noqa: S105 - no password
    ADDRESS_CHANGE = "address_change"  # changement d'adresse
    SECURITY_NOTICE = "security_notice"  # avis de sécurité
    SESSION_ADDED = "session_added"  # participation
    SESSION_CHANGED = "session_changed"  # modification
    SESSION_CANCELLED = "session_cancelled"  # annulation
    SESSION_LEFT = "session_left"  # retrait d'une séance
    DELEGATION_ACCESS = "delegation_access"  # accès à une délégation
    RELEASE_PUBLISHED = "release_published"  # version publiée
    OWN_AGENDA = "own_agenda"  # adresse d'un agenda
    PERSONAL_INVITATION = "personal_invitation"  # invitation personnelle
    REGISTRATION_CONFIRMED = "registration_confirmed"  # inscription confirmée
    REGISTRATION_PENDING = "registration_pending"  # demande reçue
    REGISTRATION_WAITING = "registration_waiting"  # liste d'attente
    REGISTRATION_PROMOTED = "registration_promoted"  # place libérée
    REGISTRATION_DECLINED = "registration_declined"  # inscription refusée
    REGISTRATION_WITHDRAWN = "registration_withdrawn"  # désistement
    REGISTRATION_KNOWN = "registration_known"  # déjà en inscription
    MEETING_REQUESTED = "meeting_requested"  # rencontre demandée
    MEETING_PROPOSED = "meeting_proposed"  # heure proposée
    MEETING_CONFIRMED = "meeting_confirmed"  # rencontre confirmée
    MEETING_RESCHEDULED = "meeting_rescheduled"  # rencontre déplacée
    MEETING_DECLINED = "meeting_declined"  # rencontre refusée
    MEETING_CANCELLED = "meeting_cancelled"  # rencontre annulée
    SEAT_FREED = "seat_freed"  # place libérée dans une séance
    MOVEMENT_CHANGED = "movement_changed"  # déplacement modifié

    @property
    def holds_secret(self) -> bool:
        """Whether whoever reads it can act by it: shown to nobody else, forgotten once sent."""
        return self in _SECRET


_SECRET = {
    LetterKind.INVITATION,
    LetterKind.SIGN_IN_LINK,
    LetterKind.PASSWORD_RESET,
    LetterKind.ADDRESS_CHANGE,
    LetterKind.OWN_AGENDA,
    LetterKind.PERSONAL_INVITATION,
    LetterKind.REGISTRATION_CONFIRMED,
    LetterKind.REGISTRATION_PENDING,
    LetterKind.REGISTRATION_WAITING,
    LetterKind.REGISTRATION_PROMOTED,
    LetterKind.REGISTRATION_WITHDRAWN,
    LetterKind.REGISTRATION_KNOWN,
    LetterKind.SEAT_FREED,
    LetterKind.DELEGATION_ACCESS,
}


class LetterState(StrEnum):
    """Held for review, then waiting for its moment and the server, then one of three ends."""

    HELD = "held"  # retenue
    WAITING = "waiting"  # en attente
    SENDING = "sending"  # en cours d'envoi
    SENT = "sent"  # envoyée
    FAILED = "failed"  # échouée
    DISCARDED = "discarded"  # abandonnée


class Deed(StrEnum):
    """What can be done to letters of an outbox."""

    SEND = "send"
    DISCARD = "discard"
    RETRY = "retry"


#: Which letters each deed takes.
TAKES: Mapping[Deed, frozenset[LetterState]] = {
    Deed.SEND: frozenset({LetterState.HELD}),
    Deed.DISCARD: frozenset({LetterState.HELD, LetterState.WAITING, LetterState.FAILED}),
    Deed.RETRY: frozenset({LetterState.FAILED, LetterState.DISCARDED}),
}


KIND_NAMES: Mapping[LetterKind, str] = {
    LetterKind.INVITATION: N_("Invitation to the team"),
    LetterKind.SIGN_IN_LINK: N_("Link to sign in"),
    LetterKind.PASSWORD_RESET: N_("New password"),
    LetterKind.ADDRESS_CHANGE: N_("New address"),
    LetterKind.SECURITY_NOTICE: N_("Security notice"),
    LetterKind.SESSION_ADDED: N_("Taking part in a session"),
    LetterKind.SESSION_CHANGED: N_("Session changed"),
    LetterKind.SESSION_CANCELLED: N_("Session cancelled"),
    LetterKind.SESSION_LEFT: N_("Taken out of a session"),
    LetterKind.DELEGATION_ACCESS: N_("Invitation to look after a delegation"),
    LetterKind.RELEASE_PUBLISHED: N_("Release published"),
    LetterKind.OWN_AGENDA: N_("Address of an agenda"),
    LetterKind.PERSONAL_INVITATION: N_("Personal invitation"),
    LetterKind.REGISTRATION_CONFIRMED: N_("Registration confirmed"),
    LetterKind.REGISTRATION_PENDING: N_("Registration received"),
    LetterKind.REGISTRATION_WAITING: N_("On the waiting list"),
    LetterKind.REGISTRATION_PROMOTED: N_("Place freed"),
    LetterKind.REGISTRATION_DECLINED: N_("Registration declined"),
    LetterKind.REGISTRATION_WITHDRAWN: N_("Registration withdrawn"),
    LetterKind.REGISTRATION_KNOWN: N_("Registered already"),
    LetterKind.MEETING_REQUESTED: N_("Bilateral meeting requested"),
    LetterKind.MEETING_PROPOSED: N_("Time proposed for a bilateral meeting"),
    LetterKind.MEETING_CONFIRMED: N_("Bilateral meeting confirmed"),
    LetterKind.MEETING_RESCHEDULED: N_("Bilateral meeting at another time"),
    LetterKind.MEETING_DECLINED: N_("Bilateral meeting declined"),
    LetterKind.MEETING_CANCELLED: N_("Bilateral meeting cancelled"),
    LetterKind.SEAT_FREED: N_("Seat freed in a session"),
    LetterKind.MOVEMENT_CHANGED: N_("Movements changed"),
}

STATE_NAMES: Mapping[LetterState, str] = {
    LetterState.HELD: N_("Held for review"),
    LetterState.WAITING: N_("Waiting"),
    LetterState.SENDING: N_("Being sent"),
    LetterState.SENT: N_("Sent"),
    LetterState.FAILED: N_("Failed"),
    LetterState.DISCARDED: N_("Discarded"),
}

DEED_NAMES: Mapping[Deed, str] = {
    Deed.SEND: N_("Send"),
    Deed.DISCARD: N_("Discard"),
    Deed.RETRY: N_("Try again"),
}


def kind_name(kind: LetterKind, language: Language) -> str:
    """What the letter tells, as a list calls it."""
    return translator(language)(KIND_NAMES[kind])


def state_name(state: LetterState, language: Language) -> str:
    """Where letters stand, as a tab of the outbox calls it."""
    return translator(language)(STATE_NAMES[state])


def deed_name(deed: Deed, language: Language) -> str:
    """What a button says."""
    return translator(language)(DEED_NAMES[deed])


def answer(deed: Deed, count: int, language: Language) -> str:
    """What was done to so many letters."""
    match deed:
        case Deed.SEND:
            return counted("%(num)s letter goes out.", "%(num)s letters go out.", count, language)
        case Deed.DISCARD:
            return counted(
                "%(num)s letter discarded.", "%(num)s letters discarded.", count, language
            )
        case Deed.RETRY:
            return counted(
                "%(num)s letter is tried again.",
                "%(num)s letters are tried again.",
                count,
                language,
            )
