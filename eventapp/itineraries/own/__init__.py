"""Own agendas, at secret addresses."""

from eventapp.itineraries import models
from eventapp.itineraries.own.pages import blueprint

__all__ = ["blueprint", "models"]
