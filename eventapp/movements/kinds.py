"""What a movement is, and who is on it. Pure."""

from enum import StrEnum


class MovementKind(StrEnum):
    """Why people are on their way, or where they are taken."""

    ARRIVAL = "arrival"  # arrivée
    TRANSFER = "transfer"  # transfert
    VISIT = "visit"  # visite
    RECEPTION = "reception"  # réception
    DEPARTURE = "departure"  # départ

    @property
    def waits(self) -> bool:
        """Whether it can begin later where its people are late: planes and trains do not."""
        return self not in (MovementKind.ARRIVAL, MovementKind.DEPARTURE)


class Travellers(StrEnum):
    """Who of its delegations is on a movement."""

    EVERYBODY = "everybody"
    HEADS = "heads"
    CHOSEN = "chosen"
