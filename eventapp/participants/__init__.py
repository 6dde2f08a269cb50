"""People in one event: as what they come, as whom the event prints them, what they consent to.

Owns categories, participants, their needs, secret addresses and the papers they hand in; knows
neither how they registered nor which delegation they belong to.
"""
