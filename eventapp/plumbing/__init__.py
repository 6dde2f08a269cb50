"""Owns what every room needs from the machine: settings, database, web helpers, renditions.

The only home of these; knows nothing about events.
"""
