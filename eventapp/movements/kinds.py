"""What a movement is. Pure."""

from enum import StrEnum


class MovementKind(StrEnum):
    """Why people are on their way, or where they are taken."""

    ARRIVAL = "arrival"  # arrivée
    TRANSFER = "transfer"  # transfert
    VISIT = "visit"  # visite
    RECEPTION = "reception"  # réception
    DEPARTURE = "departure"  # départ
