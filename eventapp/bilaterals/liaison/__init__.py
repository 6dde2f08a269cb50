"""What a delegation asks of others, and answers."""

from eventapp.bilaterals.liaison.pages import blueprint

__all__ = ["blueprint"]
