"""What happens to steps that others react to, in the same transaction."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from eventapp.history.values import Kept


class Turned(NamedTuple):
    """A row that is otherwise now; `was` holds its columns as the log kept them, where it had."""

    row: Any
    was: Mapping[str, Kept]


class StepTurned(NamedTuple):
    """A step was undone, or done again. Rows that are gone by that are not among these."""

    rows: Sequence[Turned]
    now: datetime
