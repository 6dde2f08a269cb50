"""Owns the words of the field as immutable values: languages, texts, times, refusals.

Pure Python: knows no web request and no database.
"""
