"""What happens to people, for other rooms to follow."""

from datetime import datetime
from typing import Any, NamedTuple

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

    Whoever scrubs something adds to `counts` how many rows of what, by table, and to `rows` the
    ids of those whose entries in the log are to be forgotten. `words` are what nothing may say
    any more: the full name both ways round, and the address.
    """

    person: Person
    words: tuple[str, ...]
    now: datetime
    counts: dict[str, int]
    rows: dict[str, set[int]]


class PersonPortrayed(NamedTuple):
    """Somebody asks for all that is held of a person: rows as plain values, by table."""

    person: Person
    into: dict[str, list[dict[str, Any]]]
