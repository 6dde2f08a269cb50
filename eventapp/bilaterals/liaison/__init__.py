"""What a delegation asks of others, and answers."""

from eventapp.bilaterals.liaison import meetings
from eventapp.bilaterals.liaison.card import way
from eventapp.bilaterals.liaison.pages import blueprint

__all__ = ["blueprint", "meetings", "way"]
