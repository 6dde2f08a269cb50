"""Pages of accounts beside Flask-Security's: links in letters, one's own account, all accounts."""

from eventapp.accounts.pages import codes, links, own, people
from eventapp.accounts.pages.blueprint import blueprint

__all__ = ["blueprint", "codes", "links", "own", "people"]
