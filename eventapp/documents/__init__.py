"""Owns paper: the agenda as accessible PDF documents, and the page that offers them.

Not the programme itself: a document is a pure function of a release and a variant.
"""
