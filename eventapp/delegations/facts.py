"""What has happened to delegations, for other rooms to follow."""

from collections.abc import Mapping
from typing import NamedTuple

from eventapp.delegations.models import AccessInvitation, Delegation
from eventapp.values.language import Language


class AccessOffered(NamedTuple):
    """Somebody was invited to work for a delegation; `links` are secret, one in each language.

    `invited_by` is the name of who did it.
    """

    invitation: AccessInvitation
    links: Mapping[Language, str]
    invited_by: str


class DelegationRemoved(NamedTuple):
    """A delegation was removed. Whoever still needs it answers with a Refusal."""

    delegation: Delegation
