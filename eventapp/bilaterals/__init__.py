"""Meetings between two delegations: asked for, answered, placed by hand or all at once.

Owns bilaterals, their windows and rooms, and what a solver proposed; the board and its rules
know them as slots only.
"""
