"""Owns whether a schedule can be held: the board, its rules, free places. Pure.

Not the rows that a board is loaded from, nor what a person decides about a conflict.
"""
