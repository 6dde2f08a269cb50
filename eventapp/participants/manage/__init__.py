"""The workspace's participants and categories."""

from eventapp.participants import models
from eventapp.participants.manage import adding, categories, needs, participants
from eventapp.participants.manage.pages import blueprint

__all__ = ["adding", "blueprint", "categories", "models", "needs", "participants"]
