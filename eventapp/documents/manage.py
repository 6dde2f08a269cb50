"""Documents for the team alone."""

from flask import Response, request

from eventapp.accounts.guarding import needs, workspace
from eventapp.accounts.rights import Right
from eventapp.agenda.manage.releases.comparing import asked_releases
from eventapp.documents import kept, typesetting
from eventapp.documents.change_sheet import ChangeSheet
from eventapp.documents.public import site_of
from eventapp.documents.variants import paper_of
from eventapp.events.models import Event

blueprint = workspace("sheets")


@blueprint.get("/<language:language>/manage/<slug:event>/releases/sheet.pdf")
@needs(Right.READ)
def sheet(event: Event) -> Response:
    """What changed between any two releases, or to the draft; what is set anew is not kept."""
    old, new, is_draft = asked_releases(event)
    paper = paper_of(request.args, new.agenda)
    made = ChangeSheet(old, new, paper, site_of(event.slug), is_draft=is_draft)
    response = Response(
        typesetting.typeset(kept.job_of_sheet(made)), content_type="application/pdf"
    )
    response.headers["Content-Disposition"] = f'inline; filename="{made.filename}"'
    return response
