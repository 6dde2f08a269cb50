"""A delegation's agenda, for its liaison officers and focal points."""

from eventapp.itineraries.liaison.pages import blueprint
from eventapp.itineraries.liaison.way import way

__all__ = ["blueprint", "way"]
