"""The translation desk: an event's public texts by state and deadline, each one, the glossary."""

from eventapp.agenda.manage.texts import approvals, desk, glossary, unit
from eventapp.agenda.manage.texts.pages import blueprint

__all__ = ["approvals", "blueprint", "desk", "glossary", "unit"]
