"""The workspace's pages about personal data."""

from eventapp.privacy import models
from eventapp.privacy.manage.pages import blueprint

__all__ = ["blueprint", "models"]
