"""The workspace's directory: people and organisations."""

from eventapp.people.manage import merging, organisations, people, searching, terms
from eventapp.people.manage.pages import blueprint

__all__ = ["blueprint", "merging", "organisations", "people", "searching", "terms"]
