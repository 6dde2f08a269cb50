"""What liaison officers and focal points do for their delegation."""

from eventapp.delegations.liaison.pages import blueprint

__all__ = ["blueprint"]
