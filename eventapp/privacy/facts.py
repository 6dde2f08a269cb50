"""What happens to personal data, for other rooms to follow."""

from typing import NamedTuple


class EventPurged(NamedTuple):
    """An event's personal data is no more; what was written to its people goes too."""

    event_id: int
