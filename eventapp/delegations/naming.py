"""What parties are called, by whose authority."""

from eventapp.delegations.kinds import Authority
from eventapp.delegations.models import Party
from eventapp.values.bilingual import Bilingual
from eventapp.values.language import Language
from eventapp.values.territories import country_name


def party_name(party: Party, authority: Authority, *, is_formal: bool = False) -> Bilingual:
    """The party's name in both languages, short unless formal.

    What the authority has no name for gets the host's own, then the organisation's, then CLDR's.
    """
    own = party.formal_name if is_formal and party.formal_name else party.short_name
    if own and (authority is Authority.HOST or not party.country):
        return own
    if party.organisation is not None:
        return party.organisation.name
    return Bilingual(*(country_name(party.country, language) for language in Language))
