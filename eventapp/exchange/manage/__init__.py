"""The workspace's pages for lists of people: taking them in, and taking them away."""

from eventapp.exchange.manage import accepting, exporting, uploading
from eventapp.exchange.manage.pages import blueprint

__all__ = ["accepting", "blueprint", "exporting", "uploading"]
