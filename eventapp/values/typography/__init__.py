"""Owns every date, time, range, zone, number and no-break space that a person reads.

The language comes after the value: `time(at, language)`. Everything here is pure. CLDR alone
gets Québec French wrong (« 09 h 00 », « 1 décembre »), so it only lends the names of days,
months and cities, and the grouping of digits. Texts that authors write are never touched.
"""

from eventapp.values.typography.dates import DateStyle, date, date_range, month_range
from eventapp.values.typography.inclusive import InclusiveStyle, gendered
from eventapp.values.typography.instants import instant
from eventapp.values.typography.numbers import duration, money, number, percent
from eventapp.values.typography.texts import enumeration, label, quotation, tidy
from eventapp.values.typography.times import clock24, clock24_range, time, time_range
from eventapp.values.typography.zones import zone, zone_in_words

__all__ = [
    "DateStyle",
    "InclusiveStyle",
    "clock24",
    "clock24_range",
    "date",
    "date_range",
    "duration",
    "enumeration",
    "gendered",
    "instant",
    "label",
    "money",
    "month_range",
    "number",
    "percent",
    "quotation",
    "tidy",
    "time",
    "time_range",
    "zone",
    "zone_in_words",
]
