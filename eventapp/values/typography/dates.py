"""Dates and their ranges, with months in full.

French: OQLF, Vitrine linguistique, « Date » (no capital, no comma, 1er for the first, a day
never parted from its month). English: The Canadian Style, "dates" (month first, comma before
the year, an unspaced en dash in ranges).
"""

import datetime as dt
from enum import Enum, auto
from functools import cache

from babel import Locale

from eventapp.values.language import Language
from eventapp.values.typography.characters import APOSTROPHE, EN_DASH
from eventapp.values.typography.characters import NO_BREAK_SPACE as NBSP


class DateStyle(Enum):
    """How much of a date is printed, and how."""

    FULL = auto()  # mercredi 3 décembre 2025
    LONG = auto()  # 3 décembre 2025
    WEEKDAY = auto()  # mercredi 3 décembre
    DAY = auto()  # 3 décembre
    MONTH = auto()  # décembre 2025
    YEAR = auto()  # 2025
    NUMERIC = auto()  # 2025-12-03


_WITH_WEEKDAY = {DateStyle.FULL, DateStyle.WEEKDAY}
_WITH_YEAR = {DateStyle.FULL, DateStyle.LONG}


def date(day: dt.date, language: Language, style: DateStyle = DateStyle.FULL) -> str:
    """`mercredi 3 décembre 2025`, `Wednesday, December 3, 2025`; `style` may ask for less."""
    match style:
        case DateStyle.NUMERIC:
            return dt.date.isoformat(day)
        case DateStyle.YEAR:
            return str(day.year)
        case DateStyle.MONTH:
            return f"{_month(day, language)} {day.year}"
    text = _day_and_month(day, language)
    if style in _WITH_WEEKDAY:
        comma = "" if language is Language.FR else ","
        text = f"{_weekday(day, language)}{comma} {text}"
    return _with_year(text, day, language) if style in _WITH_YEAR else text


def date_range(first: dt.date, last: dt.date, language: Language) -> str:
    """`3 et 4 décembre 2024`, `du 3 au 5 décembre 2025`; `December 3–5, 2025`.

    What both ends share is printed once; in French, two days in a row are joined by « et ».
    """
    if first == last:
        return date(first, language, DateStyle.LONG)
    if language is Language.EN:
        return _english_range(first, last)
    begin, finish = _french_start(first, last), date(last, Language.FR, DateStyle.LONG)
    if (last - first).days == 1:
        return f"{begin} et {finish}"
    return f"du {begin} au {finish}"


def month_range(first: dt.date, last: dt.date, language: Language) -> str:
    """`de mai à juillet 2025`, `May–July 2025`, for dates known by their month only."""
    finish = date(last, language, DateStyle.MONTH)
    if (first.year, first.month) == (last.year, last.month):
        return finish
    begin = _month(first, language)
    if first.year != last.year:
        begin = f"{begin} {first.year}"
    if language is Language.EN:
        return f"{begin}{EN_DASH}{finish}"
    of = f"d{APOSTROPHE}" if begin[0] in "ao" else "de "
    return f"{of}{begin} à {finish}"


def _weekday(day: dt.date, language: Language) -> str:
    return str(_locale(language).days["format"]["wide"][day.weekday()])


def _month(day: dt.date, language: Language) -> str:
    return str(_locale(language).months["format"]["wide"][day.month])


@cache
def _locale(language: Language) -> Locale:
    return Locale.parse(language.locale)


def _french_day(day: dt.date) -> str:
    return "1er" if day.day == 1 else str(day.day)


def _day_and_month(day: dt.date, language: Language) -> str:
    month = _month(day, language)
    if language is Language.FR:
        return f"{_french_day(day)}{NBSP}{month}"
    return f"{month}{NBSP}{day.day}"


def _with_year(text: str, day: dt.date, language: Language) -> str:
    return f"{text} {day.year}" if language is Language.FR else f"{text}, {day.year}"


def _french_start(first: dt.date, last: dt.date) -> str:
    if first.year != last.year:
        return date(first, Language.FR, DateStyle.LONG)
    if first.month != last.month:
        return date(first, Language.FR, DateStyle.DAY)
    return _french_day(first)


def _english_range(first: dt.date, last: dt.date) -> str:
    begin = _day_and_month(first, Language.EN)
    if first.year != last.year:
        begin = _with_year(begin, first, Language.EN)
    same_month = (first.year, first.month) == (last.year, last.month)
    finish = str(last.day) if same_month else _day_and_month(last, Language.EN)
    return _with_year(f"{begin}{EN_DASH}{finish}", last, Language.EN)
