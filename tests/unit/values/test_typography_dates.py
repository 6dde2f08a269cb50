from datetime import date, datetime

import pytest

from eventapp.values import typography
from eventapp.values.language import Language
from eventapp.values.typography import DateStyle

FR, EN = Language.FR, Language.EN


@pytest.mark.parametrize(
    ("style", "french", "english"),
    [
        (DateStyle.FULL, "mercredi 3\u00a0décembre 2025", "Wednesday, December\u00a03, 2025"),
        (DateStyle.LONG, "3\u00a0décembre 2025", "December\u00a03, 2025"),
        (DateStyle.WEEKDAY, "mercredi 3\u00a0décembre", "Wednesday, December\u00a03"),
        (DateStyle.DAY, "3\u00a0décembre", "December\u00a03"),
        (DateStyle.MONTH, "décembre 2025", "December 2025"),
        (DateStyle.YEAR, "2025", "2025"),
        (DateStyle.NUMERIC, "2025-12-03", "2025-12-03"),
    ],
)
def test_a_date_prints_as_much_as_its_style_asks(
    style: DateStyle, french: str, english: str
) -> None:
    assert typography.date(date(2025, 12, 3), FR, style) == french
    assert typography.date(datetime.fromisoformat("2025-12-03 14:30"), EN, style) == english


def test_a_date_is_full_unless_asked_otherwise() -> None:
    assert typography.date(date(2024, 9, 11), FR) == "mercredi 11\u00a0septembre 2024"


def test_the_first_of_a_month_is_an_ordinal_in_french_only() -> None:
    first = date(2025, 12, 1)
    assert typography.date(first, FR, DateStyle.LONG) == "1er\u00a0décembre 2025"
    assert typography.date(first, EN, DateStyle.LONG) == "December\u00a01, 2025"
    assert typography.date(date(2025, 12, 21), FR, DateStyle.DAY) == "21\u00a0décembre"


@pytest.mark.parametrize(
    ("first", "last", "french", "english"),
    [
        (date(2025, 12, 3), date(2025, 12, 3), "3\u00a0décembre 2025", "December\u00a03, 2025"),
        (date(2025, 12, 3), date(2025, 12, 5), "du 3 au 5\u00a0décembre 2025",
         "December\u00a03–5, 2025"),
        (date(2024, 12, 3), date(2024, 12, 4), "3 et 4\u00a0décembre 2024",
         "December\u00a03–4, 2024"),
        (date(2025, 12, 1), date(2025, 12, 3), "du 1er au 3\u00a0décembre 2025",
         "December\u00a01–3, 2025"),
        (date(2025, 11, 30), date(2025, 12, 1), "30\u00a0novembre et 1er\u00a0décembre 2025",
         "November\u00a030–December\u00a01, 2025"),
        (date(2025, 11, 28), date(2025, 12, 1), "du 28\u00a0novembre au 1er\u00a0décembre 2025",
         "November\u00a028–December\u00a01, 2025"),
        (date(2025, 12, 30), date(2026, 1, 2),
         "du 30\u00a0décembre 2025 au 2\u00a0janvier 2026",
         "December\u00a030, 2025–January\u00a02, 2026"),
        (date(2024, 12, 3), date(2025, 12, 3),
         "du 3\u00a0décembre 2024 au 3\u00a0décembre 2025",
         "December\u00a03, 2024–December\u00a03, 2025"),
    ],
)  # fmt: skip
def test_a_range_of_dates_says_once_what_both_ends_share(
    first: date, last: date, french: str, english: str
) -> None:
    assert typography.date_range(first, last, FR) == french
    assert typography.date_range(first, last, EN) == english


@pytest.mark.parametrize(
    ("first", "last", "french", "english"),
    [
        (date(2025, 5, 1), date(2025, 5, 31), "mai 2025", "May 2025"),
        (date(2025, 5, 1), date(2025, 7, 1), "de mai à juillet 2025", "May–July 2025"),
        (date(2025, 4, 1), date(2025, 6, 1), "d’avril à juin 2025", "April–June 2025"),
        (date(2025, 10, 1), date(2026, 2, 1), "d’octobre 2025 à février 2026",
         "October 2025–February 2026"),
    ],
)  # fmt: skip
def test_a_range_of_months_elides_the_french_preposition(
    first: date, last: date, french: str, english: str
) -> None:
    assert typography.month_range(first, last, FR) == french
    assert typography.month_range(first, last, EN) == english
