"""What changed between two releases, for the team."""

from flask import Response, request

from eventapp.accounts.guarding import needs
from eventapp.accounts.rights import Right
from eventapp.agenda.manage.releases.comparing import asked_releases
from eventapp.documents import kept, typesetting
from eventapp.documents.change_sheet import ChangeSheet
from eventapp.documents.manage.pages import as_pdf, blueprint
from eventapp.documents.public import site_of
from eventapp.documents.variants import paper_of
from eventapp.events.models import Event


@blueprint.get("/<language:language>/manage/<slug:event>/releases/sheet.pdf")
@needs(Right.READ)
def sheet(event: Event) -> Response:
    """What changed between any two releases, or to the draft; what is set anew is not kept."""
    old, new, is_draft = asked_releases(event)
    paper = paper_of(request.args, new.agenda)
    made = ChangeSheet(old, new, paper, site_of(event.slug), is_draft=is_draft)
    return as_pdf(typesetting.typeset(kept.job_of_sheet(made)), made.filename)
