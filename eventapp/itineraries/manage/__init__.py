"""Agendas of others, for the team."""

from eventapp.itineraries.manage.pages import blueprint

__all__ = ["blueprint"]
