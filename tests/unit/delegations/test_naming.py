"""What parties are called depends on who names them."""

import pytest

from eventapp.delegations.kinds import Authority, PartyKind
from eventapp.delegations.models import Party
from eventapp.delegations.naming import party_name
from eventapp.delegations.states import united_nations
from eventapp.people.models import Organisation
from eventapp.values.bilingual import Bilingual
from eventapp.values.language import Language
from eventapp.values.territories import country_name


def a_party(country: str = "", **fields: object) -> Party:
    texts = {"short_name": Bilingual(), "formal_name": Bilingual(), "sort_key": Bilingual()}
    return Party(country=country, **(texts | fields))


@pytest.mark.parametrize(
    ("country", "authority", "name"),
    [
        ("KR", Authority.CLDR, Bilingual("Corée du Sud", "South Korea")),
        ("KR", Authority.UN, Bilingual("République de Corée", "Republic of Korea")),
        ("TR", Authority.UN, Bilingual("Türkiye", "Türkiye")),
        ("NL", Authority.UN, Bilingual("Pays-Bas (Royaume des)", "Netherlands (Kingdom of the)")),
        ("XK", Authority.UN, Bilingual("Kosovo", "Kosovo")),
        ("CI", Authority.HOST, Bilingual("Côte d’Ivoire", "Côte d’Ivoire")),
        ("KR", Authority.HOST, Bilingual("République de Corée", "Republic of Korea")),
    ],
)
def test_a_state_is_called_as_the_authority_calls_it(
    country: str, authority: Authority, name: Bilingual
) -> None:
    assert party_name(a_party(country), authority) == name


def test_formal_names_are_the_united_nations_where_the_host_has_none() -> None:
    party = a_party("CH", short_name=Bilingual("Suisse", "Switzerland"))
    formal = Bilingual("Confédération suisse", "Swiss Confederation")
    assert [party_name(party, each, is_formal=True) for each in Authority] == [formal] * 3


def test_the_hosts_own_name_counts_where_the_host_names_and_fills_gaps_elsewhere() -> None:
    own = a_party("TW", short_name=Bilingual("Taipei chinois", ""))
    assert party_name(own, Authority.HOST) == Bilingual("Taipei chinois", "Taiwan")
    assert party_name(own, Authority.UN) == Bilingual("Taipei chinois", "Taiwan")
    organisation = Organisation(name=Bilingual("Organisme exemple", "Example Organisation"))
    seated = a_party("CA", kind=PartyKind.ORGANISATION, organisation=organisation)
    assert [party_name(seated, each) for each in Authority] == [organisation.name] * 3


def test_all_members_and_observers_of_the_united_nations_have_names_in_both_languages() -> None:
    names = united_nations()
    assert len(names) == 193 + 2
    assert [code for code in names if country_name(code, Language.FR) == code] == []
    for short, formal in names.values():
        assert all(text for name in (short, formal) for text in (name.fr, name.en))
        assert "'" not in f"{short.fr}{short.en}{formal.fr}{formal.en}"
