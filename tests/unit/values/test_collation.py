from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventapp.values.collation import sort_key
from eventapp.values.language import Language

FR, EN = Language.FR, Language.EN


def in_order(texts: list[str], language: Language) -> bool:
    """Whether each text comes strictly before the next, by its key."""
    keys = [sort_key(text, language) for text in texts]
    return all(before < after for before, after in pairwise(keys))


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize(
    "texts",
    [
        pytest.param(["Afrique du Sud", "Égypte", "Espagne", "États-Unis", "Zambie"], id="accents"),
        pytest.param(["ete", "eté", "été", "étés"], id="accents-break-ties-only"),
        pytest.param(["é", "è", "ê", "ë"], id="acute-before-grave"),
        pytest.param(["ete", "Ete", "été", "Été"], id="case-after-accents"),
        pytest.param(["oeuf", "œuf", "oeufs", "Œuvre"], id="ligatures"),
        pytest.param(["LE BLANC", "LE BRETON", "LEBLOND"], id="word-by-word"),
        pytest.param(
            ["Saint Jean", "Saint-Jean", "Saint-Luc", "Saint Marc", "Sainte"], id="hyphens"
        ),
        pytest.param(["Darby", "d’Arcy", "Darcy", "Lebel", "L’Écuyer"], id="apostrophes"),
        pytest.param(["Room 2", "Room 10", "Room 10b", "Room A", "Room2"], id="numbers"),
        pytest.param(["expert", "experte", "expert·e·s", "experts"], id="inclusive"),
        pytest.param(["Żak", "Иванов", "東京"], id="scripts"),
        pytest.param(["", "A"], id="empty"),
    ],
)
def test_both_languages_order_alike(texts: list[str], language: Language) -> None:
    assert in_order(texts, language)


def test_each_language_weighs_accents_from_its_own_end() -> None:
    assert in_order(["cote", "côte", "coté", "côté"], FR)
    assert in_order(["cote", "coté", "côte", "côté"], EN)


def test_long_numbers_are_compared_too() -> None:
    assert in_order(["9" * 5000, "1" + "0" * 5000], EN)


@given(st.text(), st.text(), st.sampled_from(Language))
def test_different_texts_never_share_a_place(one: str, other: str, language: Language) -> None:
    same_place = sort_key(one, language) == sort_key(other, language)
    assert same_place == (one == other)
