"""The workspace's official orders."""

from eventapp.protocol import models
from eventapp.protocol.manage import deciding, orders
from eventapp.protocol.manage.pages import blueprint

__all__ = ["blueprint", "deciding", "models", "orders"]
