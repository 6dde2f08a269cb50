"""Every list that crosses rooms, on one page."""

from flask import Flask


def init_app(app: Flask) -> None:
    """Hangs each room's pages into the application."""
    # The order matters nowhere: addresses do not overlap.
    from eventapp.agenda import public as agenda
    from eventapp.calendars import mine, public as calendars
    from eventapp.documents import public as documents

    for room in (agenda, calendars, mine, documents):
        app.register_blueprint(room.blueprint)
