"""What happens to people, for other rooms to follow."""

from datetime import datetime
from typing import NamedTuple

from eventapp.people.models import Person


class PersonRemoved(NamedTuple):
    """A person was removed. Whoever still needs them answers with a Refusal."""

    person: Person


class PeopleMerged(NamedTuple):
    """Two records turned out to be one person; `other` is no more."""

    kept: Person
    other: Person
    now: datetime


class PersonErased(NamedTuple):
    """All that tells who a person was is to go; rows that are counted stay, without a name.

    Whoever scrubs something adds to `counts` how many rows of what, by table.
    """

    person: Person
    now: datetime
    counts: dict[str, int]
