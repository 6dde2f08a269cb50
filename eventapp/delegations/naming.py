"""What parties are called, by whose authority."""

from eventapp.delegations.kinds import Authority, PartyKind
from eventapp.delegations.models import Delegation, Party
from eventapp.delegations.states import united_nations
from eventapp.values.bilingual import Bilingual
from eventapp.values.language import Language
from eventapp.values.territories import country_name


def party_name(party: Party, authority: Authority, *, is_formal: bool = False) -> Bilingual:
    """The party's name in both languages, short unless formal.

    What the authority has no name for, in either language, gets the host's own, then the
    organisation's, then CLDR's. The host calls states as the United Nations do, unless it wrote a
    name of its own: pages and lists then agree. CLDR has no formal names: the United Nations'
    stand in for them.
    """
    named = Bilingual()
    for name in _names(party, authority, is_formal):
        named = Bilingual(named.fr or name.fr, named.en or name.en)
    return named


def _names(party: Party, authority: Authority, is_formal: bool) -> list[Bilingual]:
    """What it could be called, the best first."""
    own = party.formal_name if is_formal else party.short_name
    official, common = _of_united_nations(party, is_formal), _common(party)
    organisation = party.organisation.name if party.organisation else Bilingual()
    if party.kind is PartyKind.ORGANISATION:  # its country is where it sits
        best = [own]
    elif authority is Authority.UN:
        best = [official, own]
    elif is_formal or authority is Authority.HOST:
        best = [own, official]
    else:
        best = [common, own]
    return [*best, party.short_name, organisation, common]


def _of_united_nations(party: Party, is_formal: bool) -> Bilingual:
    names = united_nations().get(party.country)
    if names is None:
        return Bilingual()
    return names.formal if is_formal else names.short


def _common(party: Party) -> Bilingual:
    return Bilingual(*(country_name(party.country, language) for language in Language))


def party_called_by_host(party: Party) -> Bilingual:
    """The party as the workspace calls it."""
    return party_name(party, Authority.HOST)


def called(delegation: Delegation) -> Bilingual:
    """The delegation as the workspace calls it: by its party."""
    return party_called_by_host(delegation.party)
