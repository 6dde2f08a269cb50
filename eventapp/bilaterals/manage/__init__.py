"""The workspace's bilateral meetings."""

from eventapp.bilaterals.manage import answering, hours, meetings, proposals
from eventapp.bilaterals.manage.pages import blueprint

__all__ = ["answering", "blueprint", "hours", "meetings", "proposals"]
