"""The workspace's registration desk: forms, places, invitations."""

from eventapp.registration import models
from eventapp.registration.manage.pages import blueprint

__all__ = ["blueprint", "models"]
