"""Numbers, shares, amounts of money and durations."""

import datetime as dt
from decimal import Decimal

from babel.numbers import format_currency, format_decimal

from eventapp.values.language import Language
from eventapp.values.typography.characters import MINUS, NARROW_NO_BREAK_SPACE
from eventapp.values.typography.characters import NO_BREAK_SPACE as NBSP

Number = int | float | Decimal


def number(value: Number, language: Language) -> str:
    """`1 234,5` or `1,234.5`, with three decimals at most."""
    return _typeset(format_decimal(value, locale=language.locale))


def percent(share: Number, language: Language) -> str:
    """A share of 1 as `77,8 %` or `77.8%`, with one decimal at most."""
    # Through its digits: 0.07 * 100 is 7.000000000000001.
    hundredths = Decimal(str(share)) * 100
    text = _typeset(format_decimal(hundredths, "#,##0.#", locale=language.locale))
    return f"{text}{NBSP}%" if language is Language.FR else f"{text}%"


def money(dollars: int | Decimal, language: Language) -> str:
    """Canadian dollars and cents: `3 998 596,00 $` or `$3,998,596.00`."""
    return _typeset(format_currency(dollars, "CAD", locale=language.locale))


def duration(length: dt.timedelta) -> str:
    """`45 min`, `1 h 30 min`, `36 h`: unit symbols are the same in both languages."""
    minutes = round(length / dt.timedelta(minutes=1))
    hours, rest = divmod(abs(minutes), 60)
    parts = [f"{hours}{NBSP}h"] if hours else []
    if rest or not hours:
        parts.append(f"{rest}{NBSP}min")
    return (MINUS if minutes < 0 else "") + NBSP.join(parts)


def _typeset(text: str) -> str:
    return text.replace("-", MINUS).replace(NARROW_NO_BREAK_SPACE, NBSP)
