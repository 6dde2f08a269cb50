"""What the pages of the release desk have in common."""

from eventapp.accounts.guarding import workspace
from eventapp.agenda.models import Release
from eventapp.agenda.standing import release_numbered, release_state
from eventapp.events.models import Event
from eventapp.plumbing.web import found

blueprint = workspace("releases")
blueprint.add_app_template_filter(release_state)

RELEASES = "/<language:language>/manage/<slug:event>/releases"


def the_release(event: Event, number: int) -> Release:
    """The release that an address names; 404 where there is none."""
    return found(release_numbered(event, number))
