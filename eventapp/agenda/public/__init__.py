"""The public pages of programmes: each a function of a release, a language and its address."""

from eventapp.agenda.public import changes, events, people, programme, search
from eventapp.agenda.public.pages import blueprint

__all__ = ["blueprint", "changes", "events", "people", "programme", "search"]
