"""What these pages have in common."""

from eventapp.accounts.guarding import workspace
from eventapp.delegations.models import Delegation, Member
from eventapp.delegations.queries import delegation_called, member_called
from eventapp.events.models import Event
from eventapp.plumbing.web import found
from eventapp.values import typography

blueprint = workspace("delegations")
blueprint.add_app_template_filter(typography.date, "date")

EVENT = "/<language:language>/manage/<slug:event>"
DELEGATIONS = f"{EVENT}/delegations"
DELEGATION = f"{DELEGATIONS}/<code:code>"


def delegation_of(event: Event, code: str) -> Delegation:
    """The event's delegation of that code; otherwise 404."""
    return found(delegation_called(event, code))


def member_of(event: Event, code: str, member: str) -> Member:
    """The member of that delegation of the event; otherwise 404."""
    return found(member_called(delegation_of(event, code), member))
