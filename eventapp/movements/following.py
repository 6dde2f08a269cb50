"""What movements do when they are moved on the board."""

from eventapp.agenda.facts import SlotMoved
from eventapp.movements.facts import Changed, MovementsChanged
from eventapp.movements.models import Movement
from eventapp.plumbing.facts import announce


def tell_of_move(moved: SlotMoved) -> None:
    """Whoever was told of a movement is told where it is now."""
    movement = moved.slot
    if isinstance(movement, Movement) and movement.revision is not None:
        announce(MovementsChanged(movement.event, [Changed(movement, moved.was)], moved.now))
