"""Every list that crosses rooms, on one page."""

from flask import Flask

from eventapp.agenda import public as agenda
from eventapp.calendars import mine
from eventapp.calendars import public as calendars
from eventapp.documents import public as documents


def init_app(app: Flask) -> None:
    """Hangs each room's pages into the application."""
    for pages in (agenda, calendars, mine, documents):
        app.register_blueprint(pages.blueprint)
