"""Owns who signs in, and who may do what in which event.

Not the events, and not the people of a programme: those need no account.
"""
