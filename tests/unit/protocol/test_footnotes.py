"""Footnotes state the rule in both languages, whole."""

from datetime import date

import pytest

from eventapp.delegations.kinds import Authority
from eventapp.planning.precedence import Basis, Place, Rule
from eventapp.protocol.footnotes import ALPHABETS, Stated, footnote
from eventapp.values.bilingual import Bilingual
from eventapp.values.language import Language

SAME = Bilingual(
    "L’ordre est le même dans les deux langues.", "The order is the same in both languages."
)


def test_an_alphabetical_order_states_language_authority_and_draw() -> None:
    said = footnote(
        Stated(
            Rule(first="jp"),
            Authority.UN,
            drawn=Bilingual("Japon", "Japan"),
            drawn_on=date(2026, 11, 3),
        )
    )
    assert said == Bilingual(
        "Ordre alphabétique français des noms des Nations Unies; première place tirée au"
        f" sort\u00a0: Japon (3\u00a0novembre 2026). {SAME.fr}",
        "French alphabetical order of the United Nations’ names; first place drawn by lot: Japan"
        f" (November\u00a03, 2026). {SAME.en}",
    )


def test_an_order_by_rank_states_what_decides_among_equals_host_and_exceptions() -> None:
    rule = Rule(Basis.RANK, Language.EN, host="rs", host_place=Place.FIRST, first="jp")
    stated = Stated(rule, Authority.CLDR, Bilingual.same("Japon"), fixed=2, has_organisations=True)
    assert footnote(stated).fr == (
        "Selon le rang des têtes de délégation, puis l’ancienneté dans leurs fonctions; à"
        " égalité, ordre alphabétique anglais des noms d’usage courant; l’hôte occupe la première"
        " place; les organisations suivent les États, selon la même règle; 2 places sont fixées"
        f" par décision. {SAME.fr}"
    )


@pytest.mark.parametrize("language", Language)
def test_every_alphabet_has_words(language: Language) -> None:
    assert set(ALPHABETS) == {(each, authority) for each in Language for authority in Authority}
