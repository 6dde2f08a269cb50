"""The workspace's pages about the programme: its board, sessions, tracks, conflicts."""

from eventapp.agenda.manage import board, conflicts, log, moving, rules, sessions, shifting, tracks
from eventapp.agenda.manage.pages import blueprint

__all__ = [
    "blueprint",
    "board",
    "conflicts",
    "log",
    "moving",
    "rules",
    "sessions",
    "shifting",
    "tracks",
]
