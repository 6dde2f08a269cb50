"""What happens to own agendas, for other rooms to follow."""

from typing import NamedTuple

from eventapp.events.models import Event
from eventapp.people.kinds import Correspondence
from eventapp.values.bilingual import PublishedText


class AgendaAddressMade(NamedTuple):
    """An agenda has another address, and its owner is to be told: a participant or a delegation.

    `paths` are the page's addresses, absolute, French and then English.
    """

    event: Event
    name: PublishedText
    email: str
    correspondence: Correspondence
    paths: tuple[str, str]
    is_delegation: bool
    person_id: int | None = None
