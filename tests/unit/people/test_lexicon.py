"""Functions and honorifics in both languages, and how French addresses their holders."""

import pytest

from eventapp.people.addressing import addressed
from eventapp.people.kinds import Agreement
from eventapp.people.lexicon import (
    function_in,
    functions,
    honorific_in,
    honorifics,
    with_civility,
)
from eventapp.values.language import Language
from eventapp.values.typography import InclusiveStyle

FR, EN = Language.FR, Language.EN
HER, HIM, NOT_GIVEN = Agreement.FEMININE, Agreement.MASCULINE, Agreement.NOT_GIVEN
DOUBLET, DOT = InclusiveStyle.DOUBLET, InclusiveStyle.MIDDLE_DOT


@pytest.mark.parametrize(
    ("english", "agreement", "style", "french"),
    [
        ("Deputy Prime Minister", HER, DOUBLET, "vice-première ministre"),
        ("Director General", HIM, DOUBLET, "directeur général"),
        ("director general", NOT_GIVEN, DOUBLET, "directrice générale ou directeur général"),
        ("Speaker", NOT_GIVEN, DOT, "conférencier·ière"),
        ("Ambassador", NOT_GIVEN, DOT, "ambassadrice ou ambassadeur"),
        ("Chair", NOT_GIVEN, InclusiveStyle.NEUTRAL, "présidence de séance"),
        ("Minister of Magic", HER, DOUBLET, ""),
    ],
)
def test_french_functions_agree_or_follow_the_house_style(
    english: str, agreement: Agreement, style: InclusiveStyle, french: str
) -> None:
    assert function_in(FR, english, agreement, style) == french


def test_either_french_form_leads_to_the_english_one() -> None:
    assert function_in(EN, "Cheffe de délégation") == "Head of Delegation"
    assert function_in(EN, "chef de delegation") == "Head of Delegation"


def test_every_function_has_all_its_forms_and_can_be_joined_in_every_style() -> None:
    assert len(functions()) >= 80
    for each in functions():
        assert all([each.masculine, each.feminine, each.english])
        assert "'" not in "".join(each)
        styled = {each.french(NOT_GIVEN, style) for style in InclusiveStyle}
        assert all(text.strip() == text for text in styled)


@pytest.mark.parametrize(
    ("typed", "language", "agreement", "text"),
    [
        ("the Right Honourable", FR, HER, "la très honorable"),
        ("the Honourable", FR, NOT_GIVEN, "l’honorable"),
        ("Son Excellence", EN, HER, "Her Excellency"),
        ("Son Excellence", EN, NOT_GIVEN, "H.E."),
        ("Mx.", FR, NOT_GIVEN, "Mix"),
        ("Mx.", FR, HER, "Mix"),
        ("Ms.", FR, NOT_GIVEN, "Mme"),
        ("M.", EN, NOT_GIVEN, "Mr."),
        ("Captain", FR, HIM, ""),
    ],
)
def test_honorifics_name_no_gender_that_is_not_known(
    typed: str, language: Language, agreement: Agreement, text: str
) -> None:
    assert honorific_in(language, typed, agreement) == text


def test_an_excellency_keeps_madame_and_an_honourable_loses_it() -> None:
    assert with_civility("Son Excellence", HER) == "Son Excellence Madame"
    assert with_civility("Son Excellence", NOT_GIVEN) == "Son Excellence"
    assert with_civility("l’honorable", HER) == "l’honorable"
    assert len(honorifics()) == 11


@pytest.mark.parametrize(
    ("function", "agreement", "address"),
    [
        ("vice-première ministre", NOT_GIVEN, "Madame la Vice-Première Ministre"),
        ("ministre", HIM, "Monsieur le Ministre"),
        ("ministre de la Santé", HER, "Madame la Ministre de la Santé"),
        ("ambassadrice", NOT_GIVEN, "Madame l’Ambassadrice"),
        ("présidente-directrice générale", HER, "Madame la Présidente-Directrice générale"),
        ("haut-commissaire", HIM, "Monsieur le Haut-Commissaire"),
        ("sous-ministre adjointe", NOT_GIVEN, "Madame la Sous-Ministre adjointe"),
        ("ministre", NOT_GIVEN, "Madame, Monsieur"),
    ],
)
def test_addressing_capitalises_the_function_and_guesses_no_gender(
    function: str, agreement: Agreement, address: str
) -> None:
    assert addressed(function, agreement) == address
