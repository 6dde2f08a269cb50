"""What these pages have in common."""

from eventapp.accounts.guarding import workspace
from eventapp.bilaterals.models import Bilateral
from eventapp.bilaterals.queries import meeting_called
from eventapp.delegations.models import Delegation, DelegationAccess
from eventapp.plumbing.web import found

blueprint = workspace("meetings")

DELEGATION = "/<language:language>/liaison/<slug:event>/<code:code>"
MEETINGS = f"{DELEGATION}/meetings"
MEETING = f"{MEETINGS}/<code:meeting>"


def own_meeting(access: DelegationAccess, code: str) -> Bilateral:
    """A meeting of the reader's delegation; 404 for any other's, as for one that is not there."""
    delegation = access.delegation
    return found(meeting_called(delegation.event, code, of=delegation))


def other_side(meeting: Bilateral, own: Delegation) -> Delegation:
    """Whom the delegation meets."""
    is_asking = meeting.requested_by_id == own.id
    return meeting.requested_of if is_asking else meeting.requested_by


def has_agreed(meeting: Bilateral, own: Delegation) -> bool:
    """Whether the delegation said yes to the proposed time."""
    is_asking = meeting.requested_by_id == own.id
    return meeting.is_agreed_by if is_asking else meeting.is_agreed_of
