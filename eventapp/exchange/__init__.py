"""Owns the schedules of other systems, and how they become a draft.

Not the draft itself: that is agenda's.
"""
