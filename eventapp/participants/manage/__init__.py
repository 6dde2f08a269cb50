"""The workspace's participants and categories."""

from eventapp.participants import models
from eventapp.participants.manage.pages import blueprint

__all__ = ["blueprint", "models"]
