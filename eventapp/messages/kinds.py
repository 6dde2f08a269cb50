"""What letters there are, and where one stands. Pure."""

from collections.abc import Mapping
from enum import StrEnum

from eventapp.values.catalogue import N_, translator
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
    RELEASE_PUBLISHED = "release_published"  # version publiée

    @property
    def holds_secret(self) -> bool:
        """Whether whoever reads it can act by it: shown to nobody else, forgotten once sent."""
        return self in _SECRET


_SECRET = {
    LetterKind.INVITATION,
    LetterKind.SIGN_IN_LINK,
    LetterKind.PASSWORD_RESET,
    LetterKind.ADDRESS_CHANGE,
}


class LetterState(StrEnum):
    """Held for review, then waiting for its moment and the server, then one of three ends."""

    HELD = "held"  # retenue
    WAITING = "waiting"  # en attente
    SENDING = "sending"  # en cours d'envoi
    SENT = "sent"  # envoyée
    FAILED = "failed"  # échouée
    DISCARDED = "discarded"  # abandonnée


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
    LetterKind.RELEASE_PUBLISHED: N_("Release published"),
}


def kind_name(kind: LetterKind, language: Language) -> str:
    """What the letter tells, as a list calls it."""
    return translator(language)(KIND_NAMES[kind])
