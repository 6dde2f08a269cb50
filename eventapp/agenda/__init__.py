"""Owns the programme: tracks, slots, sessions, who appears in them, and their releases.

Not how a release is shown: calendars, documents and the public pages only read it.
"""
