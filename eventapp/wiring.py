"""Every list that crosses rooms, on one page."""

from flask import Flask

from eventapp.accounts import guarding
from eventapp.accounts import pages as accounts
from eventapp.agenda import manage as programme
from eventapp.agenda import public as agenda
from eventapp.agenda.manage import texts
from eventapp.calendars import mine
from eventapp.calendars import public as calendars
from eventapp.documents import public as documents
from eventapp.events import manage as events
from eventapp.events import overview
from eventapp.events.queries import event_called
from eventapp.plumbing import facts, health

#: Pages for everybody: they set no cookie and know nobody.
PUBLIC = (agenda, calendars, mine, documents, health)

#: Pages of the team, each view behind a guard of `accounts.guarding`.
WORKSPACE = (accounts, events, programme, texts)

#: Who does what when something has happened.
REACTIONS: dict[type, list[facts.Reaction]] = {}

#: What each room says of an event on its overview, in this order.
OVERVIEW: list[overview.CardOf] = []


def init_app(app: Flask) -> None:
    """Hangs each room's pages into the application, and ties the rooms together."""
    guarding.init_app(app, event_called)
    facts.init_app(app, REACTIONS)
    overview.init_app(app, OVERVIEW)
    for pages in (*PUBLIC, *WORKSPACE):
        app.register_blueprint(pages.blueprint)
