"""Where a participant stands. Pure."""

from enum import StrEnum


class ParticipantState(StrEnum):
    """From the first invitation to the last word."""

    INVITED = "invited"  # invitation envoyée
    PENDING = "pending"  # en attente d'approbation
    WAITING = "waiting"  # liste d'attente
    CONFIRMED = "confirmed"  # inscription confirmée
    DECLINED = "declined"  # inscription refusée
    WITHDRAWN = "withdrawn"  # désistement

    @property
    def takes_place(self) -> bool:
        """Whether it counts against capacities and quotas."""
        return self in (ParticipantState.PENDING, ParticipantState.CONFIRMED)


class AddressPurpose(StrEnum):
    """What a secret address opens: a page to act on, or a calendar to read."""

    PAGE = "page"
    CALENDAR = "calendar"


class PaperKind(StrEnum):
    """What a file was handed in as."""

    ANSWER = "answer"  # réponse au formulaire
    CREDENTIALS = "credentials"  # lettres de créance
