"""Documents for the team alone: change sheets, and the papers of an event with people in them."""

from eventapp.documents.manage import badges, booklets, change_sheet, papers
from eventapp.documents.manage.pages import blueprint

__all__ = ["badges", "blueprint", "booklets", "change_sheet", "papers"]
