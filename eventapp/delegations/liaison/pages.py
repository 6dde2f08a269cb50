"""What these pages have in common."""

from eventapp.accounts.doing import my_deed
from eventapp.accounts.guarding import workspace
from eventapp.delegations.kinds import AccessKind
from eventapp.delegations.models import DelegationAccess
from eventapp.delegations.naming import called
from eventapp.delegations.queries import kinds_of_access
from eventapp.history.actions import Action
from eventapp.history.saving import Deed
from eventapp.values.bilingual import Bilingual

blueprint = workspace("liaison")


@blueprint.app_template_filter()
def dialled(telephone: str) -> str:
    """The number as a telephone takes it: what somebody typed, without all that is no figure."""
    return "".join(char for char in telephone if char in "+0123456789")


DELEGATION = "/<language:language>/liaison/<slug:event>/<code:code>"


def deed_of(
    access: DelegationAccess, action: Action = Action.EDIT, name: Bilingual | None = None
) -> Deed:
    """The reader does it now, for their delegation; nobody undoes it by a button."""
    delegation = access.delegation
    return my_deed(delegation.event, action, name or called(delegation), can_be_undone=False)


def is_focal_point(access: DelegationAccess) -> bool:
    """Whether the reader speaks for the delegation itself."""
    return AccessKind.FOCAL_POINT in kinds_of_access(access)
