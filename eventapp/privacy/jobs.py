"""What the worker does by night."""

import logging
from datetime import UTC, datetime

from eventapp.privacy.purging import purge_by_night

#: The job's name in the queue.
PURGE = "purge"

log = logging.getLogger(__name__)


def purge() -> None:
    """Purges what is due; asked every minute, it finds something to do once an event."""
    for event_id, report in purge_by_night(now=datetime.now(UTC)).items():
        log.info(
            "event %s purged: %s people erased, %s detached",
            event_id, report.erased, report.detached,
        )  # fmt: skip
