"""The workspace's parties and delegations."""

from eventapp.delegations import models
from eventapp.delegations.manage.pages import blueprint

__all__ = ["blueprint", "models"]
