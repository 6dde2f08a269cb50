"""Imports a Schedule into an event's draft, again and again.

Rows are known by uids that derive from the file's own guids and ids, so that a later file finds
what an earlier one made. What the file says wins, in its language, over what organizers wrote
there. What it leaves out, the other language, and all the rest of the draft stay as they are.
"""

from eventapp.exchange.importing.events import zone_of_event
from eventapp.exchange.importing.report import ImportReport
from eventapp.exchange.importing.schedules import import_schedule

__all__ = ["ImportReport", "import_schedule", "zone_of_event"]
