"""The workspace's bilateral meetings."""

from eventapp.bilaterals import models
from eventapp.bilaterals.manage.pages import blueprint

__all__ = ["blueprint", "models"]
