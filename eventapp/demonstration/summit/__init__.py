"""A large summit for the demonstration: delegations, members, requests for meetings, arrivals.

All of it is dealt out by a seeded chance, so that it is the same on every machine; every person
is called Example in some language.
"""

from eventapp.demonstration.summit.making import SLUG, Size, load, make

__all__ = ["SLUG", "Size", "load", "make"]
