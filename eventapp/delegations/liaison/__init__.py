"""What liaison officers and focal points do for their delegation."""

from eventapp.delegations.liaison import (
    contact,
    delegation,
    home,
    invitation,
    members,
    papers,
    removing,
)
from eventapp.delegations.liaison.pages import blueprint

__all__ = [
    "blueprint",
    "contact",
    "delegation",
    "home",
    "invitation",
    "members",
    "papers",
    "removing",
]
