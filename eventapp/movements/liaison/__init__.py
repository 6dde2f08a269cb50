"""What a delegation's liaison officers and focal points see of its movements."""

from eventapp.movements.liaison.card import way
from eventapp.movements.liaison.pages import blueprint

__all__ = ["blueprint", "way"]
