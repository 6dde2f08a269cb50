"""Owns the state of each text: missing, draft, stale or approved.

Not the texts themselves: they stay where they are read.
"""
