"""Owns an event's planning rules: what they are fed, which are on, what was accepted and why.

Not the rules themselves: they are pure, in `eventapp.planning`.
"""
