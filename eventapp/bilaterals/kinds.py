"""What a bilateral meeting can be, and where it stands. Pure."""

from collections.abc import Mapping
from enum import StrEnum


class Level(StrEnum):
    """Who meets, the highest first."""

    LEADERS = "leaders"  # chefs d'État ou de gouvernement
    MINISTERS = "ministers"  # ministres
    SENIOR_OFFICIALS = "senior_officials"  # hautes fonctionnaires, hauts fonctionnaires
    EXPERTS = "experts"  # expertes, experts


class BilateralState(StrEnum):
    """From a wish to what became of it."""

    REQUESTED = "requested"  # demandée
    PROPOSED = "proposed"  # proposée
    CONFIRMED = "confirmed"  # confirmée
    HELD = "held"  # tenue
    DECLINED = "declined"  # refusée
    CANCELLED = "cancelled"  # annulée

    @property
    def is_open(self) -> bool:
        """Whether it may still take place."""
        return self in (
            BilateralState.REQUESTED,
            BilateralState.PROPOSED,
            BilateralState.CONFIRMED,
        )


#: From where each answer can be given.
FROM: Mapping[BilateralState, frozenset[BilateralState]] = {
    BilateralState.CONFIRMED: frozenset({BilateralState.PROPOSED}),
    BilateralState.DECLINED: frozenset({BilateralState.REQUESTED, BilateralState.PROPOSED}),
    BilateralState.CANCELLED: frozenset(
        {BilateralState.REQUESTED, BilateralState.PROPOSED, BilateralState.CONFIRMED}
    ),
    BilateralState.HELD: frozenset({BilateralState.CONFIRMED}),
    BilateralState.REQUESTED: frozenset({BilateralState.DECLINED, BilateralState.CANCELLED}),
}


class ProposalState(StrEnum):
    """How far a solver's work has come, and what a person made of it."""

    WAITING = "waiting"  # en attente
    RUNNING = "running"  # en cours
    READY = "ready"  # prête
    FAILED = "failed"  # échouée
    CANCELLED = "cancelled"  # annulée
    ACCEPTED = "accepted"  # acceptée
    DISCARDED = "discarded"  # abandonnée
