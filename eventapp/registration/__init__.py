"""How people come to an event: forms, places, waiting lists, invitations, seats in sessions.

Owns what is asked, what was answered and who chose which session; knows no delegation's quota.
"""
