"""Owns letters: written with what causes them, held or sent, never lost and never doubled.

Not what they are about: other rooms announce facts, and `wiring` says which letter follows.
"""
