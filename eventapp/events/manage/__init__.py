"""The workspace's own pages: the reader's events, an event at a glance, its settings and places."""

from eventapp.events.manage import copying, home, joining, places, settings, team, undoing
from eventapp.events.manage.pages import blueprint

__all__ = ["blueprint", "copying", "home", "joining", "places", "settings", "team", "undoing"]
