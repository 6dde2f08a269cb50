"""How people and parties are named in an agenda."""

from collections.abc import Iterable

from eventapp.delegations.kinds import Authority
from eventapp.delegations.models import Delegation
from eventapp.delegations.naming import party_name
from eventapp.itineraries.itinerary import in_both
from eventapp.participants.models import Participant
from eventapp.participants.printing import printed
from eventapp.values.bilingual import PublishedText
from eventapp.values.language import Language


def said(text: str) -> PublishedText:
    """A text that is alike in both languages."""
    return PublishedText(text, text)


def name_of(participant: Participant) -> PublishedText:
    """A participant as the event prints them."""
    return in_both(lambda language: printed(participant, language).name)


def names_of(participants: Iterable[Participant]) -> PublishedText:
    """Several, in one line; each with their function."""
    people = [*participants]
    return in_both(lambda language: "; ".join(_in_full(each, language) for each in people))


def party_of(delegation: Delegation) -> PublishedText:
    """A delegation by its party."""
    name = party_name(delegation.party, Authority.HOST)
    return PublishedText(name.fr, name.en)


def _in_full(participant: Participant, language: Language) -> str:
    person = printed(participant, language)
    return ", ".join(filter(None, (person.full_name, person.function.text)))
