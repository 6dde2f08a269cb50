"""How delegations get about: arrivals, transfers, visits, receptions, departures.

Owns movements and what a delay does to those that follow; the board and its rules know them as
slots only.
"""
