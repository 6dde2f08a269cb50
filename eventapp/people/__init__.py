"""Owns people and organisations, and how they are named in both languages.

Not what they do in a programme: that is agenda's Appearance.
"""
