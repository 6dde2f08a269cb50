"""Own agendas, at secret addresses."""

from eventapp.itineraries import models
from eventapp.itineraries.own import addresses, offline
from eventapp.itineraries.own.pages import blueprint

__all__ = ["addresses", "blueprint", "models", "offline"]
