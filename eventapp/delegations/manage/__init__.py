"""The workspace's parties and delegations."""

from eventapp.delegations.manage import (
    accesses,
    delegations,
    head,
    joining,
    members,
    papers,
    parties,
    removing,
    steps,
)
from eventapp.delegations.manage.pages import blueprint

__all__ = [
    "accesses",
    "blueprint",
    "delegations",
    "head",
    "joining",
    "members",
    "papers",
    "parties",
    "removing",
    "steps",
]
