"""The release desk: what would change, what blocks it, publishing; old releases and what to do."""

from eventapp.agenda.manage.releases import comparing, desk, turning_back, viewing
from eventapp.agenda.manage.releases.pages import blueprint

__all__ = ["blueprint", "comparing", "desk", "turning_back", "viewing"]
