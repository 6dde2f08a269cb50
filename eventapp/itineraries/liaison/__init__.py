"""A delegation's agenda, for its liaison officers and focal points."""

from eventapp.itineraries.liaison.pages import blueprint, way

__all__ = ["blueprint", "way"]
