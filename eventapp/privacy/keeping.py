"""How long an event's personal data is kept."""

from datetime import datetime
from typing import Any

from eventapp.events.models import Event
from eventapp.history.saving import rewrite
from eventapp.plumbing.database import db
from eventapp.privacy.models import Retention


def keep(
    event: Event, retention: Retention | None, values: dict[str, Any], now: datetime
) -> Retention:
    """Sets it; data that was purged already comes back by no setting."""
    if retention is None:
        retention = Retention(event=event, **values)
        db.session.add(retention)
    else:
        rewrite(retention, values, now=now)
    return retention
