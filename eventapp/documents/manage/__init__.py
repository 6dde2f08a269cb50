"""Documents for the team alone: change sheets, and the papers of an event with people in them."""

from eventapp.documents.manage import badges, change_sheet, papers
from eventapp.documents.manage.pages import blueprint

__all__ = ["badges", "blueprint", "change_sheet", "papers"]
