"""Countries by income, as balance rules count them.

Source: World Bank, country classifications by income level, fiscal year 2026 (in force from
1 July 2025 to 30 June 2026; gross national income per person of 2024, Atlas method). Ethiopia
and Venezuela are unclassified that year. Codes are ISO 3166-1 alpha-2, with XK for Kosovo.
"""

from enum import StrEnum


class Income(StrEnum):
    """A World Bank income group."""

    LOW = "low"
    LOWER_MIDDLE = "lower_middle"
    UPPER_MIDDLE = "upper_middle"
    HIGH = "high"


_CODES = {
    Income.LOW: ("AF BF BI CD CF ER GM GW KP LR MG ML MW MZ NE RW SD SL SO SS SY TD TG UG YE"),
    Income.LOWER_MIDDLE: (
        "AO BD BJ BO BT CG CI CM DJ EG FM GH GN HN HT IN JO KE KG KH KI KM LA LB LK LS MA MM MR "
        "NA NG NI NP PG PH PK PS SB SN ST SZ TJ TL TN TZ UZ VN VU ZM ZW"
    ),
    Income.UPPER_MIDDLE: (
        "AL AM AR AZ BA BR BW BY BZ CN CO CU CV DM DO DZ EC FJ GA GD GE GQ GT ID IQ IR JM KZ LC "
        "LY MD ME MH MK MN MU MV MX MY PE PY RS SR SV TH TM TO TR TV UA VC WS XK ZA"
    ),
    Income.HIGH: (
        "AD AE AG AS AT AU AW BB BE BG BH BM BN BS CA CH CL CR CW CY CZ DE DK EE ES FI FO FR GB "
        "GG GI GL GR GU GY HK HR HU IE IL IM IS IT JE JP KN KR KW KY LI LT LU LV MC MF MO MP MT "
        "NC NL NO NR NZ OM PA PF PL PR PT PW QA RO RU SA SC SE SG SI SK SM SX TC TT TW US UY VG "
        "VI"
    ),
}

_INCOME = {code: income for income, codes in _CODES.items() for code in codes.split()}

#: Low and middle: the countries that a quota for PRFI (LMIC) means.
LOW_AND_MIDDLE = frozenset({Income.LOW, Income.LOWER_MIDDLE, Income.UPPER_MIDDLE})


def income_of(country: str) -> Income | None:
    """The group of a country, or None where the source names none."""
    return _INCOME.get(country)
