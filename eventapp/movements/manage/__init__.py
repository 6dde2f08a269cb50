"""The workspace's movements."""

from eventapp.movements import models
from eventapp.movements.manage import late, movements
from eventapp.movements.manage.pages import blueprint

__all__ = ["blueprint", "late", "models", "movements"]
