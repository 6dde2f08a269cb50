"""Reads lists of people out of spreadsheets: CSV however it was saved, and XLSX. Pure.

A file becomes lines of cells; headings are guessed, and a reader may guess better; then each line
becomes a Guest, with what is wrong told by row and column.
"""
