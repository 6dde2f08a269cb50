"""What becomes of texts' approvals when two people turn out to be one."""

from eventapp.people.facts import PeopleMerged
from eventapp.translation.approving import carry_approvals as carry


def carry_approvals(merged: PeopleMerged) -> None:
    """A text that the kept one took over stays approved as it was."""
    for name in ("honorific", "function", "biography"):
        if getattr(merged.kept, name) == getattr(merged.other, name):
            carry(merged.other.uid, merged.kept.uid, name)
