"""Owns what was done to an event: who, when, what, before and after; and its undoing.

Not the things themselves, nor who may do what to them.
"""
