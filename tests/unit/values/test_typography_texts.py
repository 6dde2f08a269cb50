from datetime import timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventapp.values import typography
from eventapp.values.language import Language

FR, EN = Language.FR, Language.EN


def test_numbers_are_grouped_as_each_language_does() -> None:
    assert typography.number(1234567, FR) == "1\u00a0234\u00a0567"
    assert typography.number(1234567, EN) == "1,234,567"
    assert typography.number(Decimal("-77.25"), FR) == "−77,25"
    assert typography.number(77.25, EN) == "77.25"


def test_a_share_prints_in_hundredths_with_one_decimal_at_most() -> None:
    assert typography.percent(0.778, FR) == "77,8\u00a0%"
    assert typography.percent(0.778, EN) == "77.8%"
    assert typography.percent(0.07, EN) == "7%"
    assert typography.percent(12.2, FR) == "1\u00a0220\u00a0%"
    assert typography.percent(1 / 3, FR) == "33,3\u00a0%"


def test_money_stands_with_its_sign_where_each_language_puts_it() -> None:
    assert typography.money(3998596, FR) == "3\u00a0998\u00a0596,00\u00a0$"
    assert typography.money(3998596, EN) == "$3,998,596.00"
    assert typography.money(Decimal("-0.5"), EN) == "−$0.50"


@pytest.mark.parametrize(
    ("length", "text"),
    [
        (timedelta(minutes=45), "45\u00a0min"),
        (timedelta(hours=1, minutes=5), "1\u00a0h\u00a05\u00a0min"),
        (timedelta(hours=2), "2\u00a0h"),
        (timedelta(days=1, hours=12), "36\u00a0h"),
        (timedelta(), "0\u00a0min"),
        (timedelta(minutes=-90), "−1\u00a0h\u00a030\u00a0min"),
    ],
)
def test_a_duration_counts_hours_and_minutes(length: timedelta, text: str) -> None:
    assert typography.duration(length) == text


def test_a_list_has_no_comma_before_its_last_item() -> None:
    assert typography.enumeration(["Canada", "Serbie", "Japon"], FR) == "Canada, Serbie et Japon"
    assert typography.enumeration(["a", "b", "c"], EN) == "a, b and c"
    assert typography.enumeration(["a", "b"], EN) == "a and b"
    assert typography.enumeration(["a"], FR) == "a"
    assert typography.enumeration([], FR) == ""


def test_quotations_and_labels_take_their_language_s_marks() -> None:
    assert typography.quotation("texte", FR) == "«\u00a0texte\u00a0»"
    assert typography.quotation("text", EN) == "“text”"
    assert typography.label("Salle", FR) == "Salle\u00a0:"
    assert typography.label("Room", EN) == "Room:"


@pytest.mark.parametrize(
    ("text", "tidied"),
    [
        ("Salle : 4", "Salle\u00a0: 4"),
        ("Salle: 4", "Salle\u00a0: 4"),
        ("Salle :", "Salle\u00a0:"),
        ("%(name)s: %(count)s", "%(name)s\u00a0: %(count)s"),
        ("« texte »", "«\u00a0texte\u00a0»"),
        ("«texte»", "«\u00a0texte\u00a0»"),
        ("« texte » : suite", "«\u00a0texte\u00a0»\u00a0: suite"),
        ("50 %, 20% et 5 $.", "50\u00a0%, 20\u00a0% et 5\u00a0$."),
        ("Quoi ? Oui ! Bien ; voilà", "Quoi? Oui! Bien; voilà"),
        ("Quoi\u202f?", "Quoi?"),
        ("aujourd'hui, l'Est", "aujourd’hui, l’Est"),
        ("à 14:30, voir https://example.org/a:b", "à 14:30, voir https://example.org/a:b"),
    ],
)
def test_french_texts_get_quebec_spacing(text: str, tidied: str) -> None:
    assert typography.tidy(text, FR) == tidied


def test_english_texts_keep_their_spacing() -> None:
    assert typography.tidy("Room: 50% don't", EN) == "Room: 50% don’t"


@given(st.text("ab1«» \u00a0\u202f:;!?%$.'\n"), st.sampled_from(Language))
def test_tidying_twice_changes_nothing(text: str, language: Language) -> None:
    once = typography.tidy(text, language)
    assert typography.tidy(once, language) == once
