"""Parties and the delegations that they send: who belongs to one, as what, and who looks after it.

Owns parties, delegations, quotas, members, credentials and the access of liaison officers and
focal points; knows no order of precedence and no meeting.
"""
