"""The workspace's pages about personal data."""

from eventapp.privacy.manage import people, retention
from eventapp.privacy.manage.pages import blueprint

__all__ = ["blueprint", "people", "retention"]
