"""Official order: who is seated, speaks and flies a flag before whom, by a rule that is stated.

Owns orders, their draws and overrides; knows names of parties by authority and ranks of heads,
and nothing of the programme.
"""
