"""The workspace's pages about the programme: its board, sessions, tracks, conflicts."""

from eventapp.agenda.manage import log
from eventapp.agenda.manage.pages import blueprint

__all__ = ["blueprint", "log"]
