"""Owns calendar feeds: what a calendar application subscribes to, public or by a secret address.

Not the programme itself: a feed is a pure function of a release, a language and a scope.
"""
