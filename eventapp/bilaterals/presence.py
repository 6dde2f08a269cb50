"""When delegations are there, as the room that knows of their arrivals tells."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime

from flask import Flask, current_app

from eventapp.events.models import Event
from eventapp.planning.meetings.instance import Span

PresenceOf = Callable[[Event], Mapping[str, tuple[datetime | None, datetime | None]]]

ALWAYS = (datetime(1, 1, 2, tzinfo=UTC), datetime(9999, 12, 30, tzinfo=UTC))


def init_app(app: Flask, presence_of: PresenceOf) -> None:
    """Tells the meetings whom to ask."""
    app.extensions["presence of delegations"] = presence_of


def spans_of(event: Event) -> Mapping[str, tuple[Span, ...]]:
    """Within what each delegation can meet, by uid; one that nothing is known of always can."""
    known = current_app.extensions["presence of delegations"](event)
    return {
        uid: ((since or ALWAYS[0], until or ALWAYS[1]),) for uid, (since, until) in known.items()
    }
