"""What kinds of movement are called. Pure."""

from collections.abc import Mapping

from eventapp.movements.kinds import MovementKind
from eventapp.values.catalogue import N_

MOVEMENT_KINDS: Mapping[MovementKind, str] = {
    MovementKind.ARRIVAL: N_("arrival"),
    MovementKind.TRANSFER: N_("transfer"),
    MovementKind.VISIT: N_("official visit"),
    MovementKind.RECEPTION: N_("official reception"),
    MovementKind.DEPARTURE: N_("departure"),
}
