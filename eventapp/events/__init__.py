"""Owns events, their series, venues and rooms.

Not the programme that takes place in them: that is agenda's.
"""
