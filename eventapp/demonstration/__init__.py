"""Owns the demonstration: real past events and invented people, in `data/`.

Not the rules of any room: it calls their verbs as an organizer would.
"""

from eventapp.demonstration.accounts import sign_ins
from eventapp.demonstration.loading import load, load_events
from eventapp.demonstration.welcome import addresses

__all__ = ["addresses", "load", "load_events", "sign_ins"]
