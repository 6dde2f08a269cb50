"""Reads schedule.xml and schedule.json into a Schedule. Pure.

Each format is taken apart into an outline that keeps every place in the file; then both are
checked and put together by the same code.
"""

from eventapp.exchange.reading.formats import read, read_file
from eventapp.exchange.reading.problems import Unreadable

__all__ = ["Unreadable", "read", "read_file"]
