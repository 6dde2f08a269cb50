"""Clock times and their ranges.

French: OQLF, Vitrine linguistique, « Écriture des heures » (24 h, spaces around h, no « h 00 »,
0 h begins a day and 24 h ends it). English: The Canadian Style and Writing Tips, "time of day"
(a.m. and p.m. after a no-break space, an unspaced en dash between two times).
"""

import datetime as dt

from eventapp.values.language import Language
from eventapp.values.typography.characters import EN_DASH
from eventapp.values.typography.characters import NO_BREAK_SPACE as NBSP
from eventapp.values.typography.dates import DateStyle, date

Clock = dt.time | dt.datetime

WORDS = {
    Language.FR: {(0, 0): "minuit", (12, 0): "midi"},
    Language.EN: {(0, 0): "midnight", (12, 0): "noon"},
}


def time(at: Clock, language: Language, *, prose: bool = False) -> str:
    """`14 h 30` or `2:30 p.m.`, which never breaks over a line; seconds are left out.

    In `prose`, noon and midnight are words; schedules print them in figures.
    """
    if prose and (at.hour, at.minute) in WORDS[language]:
        return WORDS[language][at.hour, at.minute]
    if language is Language.FR:
        return _french(at.hour, at.minute)
    return f"{_twelve_hours(at)}{NBSP}{_half_day(at)}"


def time_range(
    start: dt.datetime, end: dt.datetime, language: Language, *, prose: bool = False
) -> str:
    """`9 h – 10 h 30` or `9:00–10:30 a.m.`, for schedules: it never breaks over a line.

    In `prose`: `de 9 h à 10 h 30`, `from 9:00 to 10:30 a.m.` Both ends are wall times of one
    zone. An end on the next day says so; a later one carries its date, and so does the start.
    """
    if _same_minute(start, end):
        return time(start, language, prose=prose)
    if _days(start, end) not in {0, 1}:
        return _dated_range(start, end, language)
    if language is Language.FR:
        return _french_range(start, end, prose)
    return _english_range(start, end, prose)


def clock24(at: Clock) -> str:
    """`14:30`, the form that both languages share, for the time column of bilingual pages."""
    return f"{at.hour:02}:{at.minute:02}"


def clock24_range(start: dt.datetime, end: dt.datetime) -> str:
    """`14:30–16:05`; an end on a later day is marked with the number of days: `(+1)`."""
    if _same_minute(start, end):
        return clock24(start)
    if _ends_at_midnight(start, end):
        return f"{clock24(start)}{EN_DASH}24:00"
    days = _days(start, end)
    later = f"{NBSP}({days:+})" if days else ""
    return f"{clock24(start)}{EN_DASH}{clock24(end)}{later}"


def _french(hour: int, minute: int) -> str:
    minutes = f"{NBSP}{minute:02}" if minute else ""
    return f"{hour}{NBSP}h{minutes}"


def _twelve_hours(at: Clock) -> str:
    return f"{at.hour % 12 or 12}:{at.minute:02}"


def _half_day(at: Clock) -> str:
    return "a.m." if at.hour < 12 else "p.m."


def _french_range(start: dt.datetime, end: dt.datetime, prose: bool) -> str:
    at_midnight = _ends_at_midnight(start, end)
    finish = _french(24, 0) if at_midnight and not prose else time(end, Language.FR, prose=prose)
    later = _days(start, end) > 0 and not at_midnight
    if prose:
        next_day = " le lendemain" if later else ""
        return f"de {time(start, Language.FR, prose=True)} à {finish}{next_day}"
    next_day = f"{NBSP}(lendemain)" if later else ""
    return f"{time(start, Language.FR)}{NBSP}{EN_DASH}{NBSP}{finish}{next_day}"


def _english_range(start: dt.datetime, end: dt.datetime, prose: bool) -> str:
    begin, finish = (time(at, Language.EN, prose=prose) for at in (start, end))
    if _days(start, end) == 0 and all(at.endswith(_half_day(start)) for at in (begin, finish)):
        begin = _twelve_hours(start)
    later = _days(start, end) > 0 and not _ends_at_midnight(start, end)
    if prose:
        return f"from {begin} to {finish}" + (" the next day" if later else "")
    return f"{begin}{EN_DASH}{finish}" + (f"{NBSP}(next{NBSP}day)" if later else "")


def _dated_range(start: dt.datetime, end: dt.datetime, language: Language) -> str:
    style = DateStyle.DAY if start.year == end.year else DateStyle.LONG
    begin, finish = (
        f"{date(at, language, style)}, {time(at, language)}".replace(" ", NBSP)
        for at in (start, end)
    )
    return f"{begin}{NBSP}{EN_DASH} {finish}"


def _days(start: dt.datetime, end: dt.datetime) -> int:
    return (end.date() - start.date()).days


def _same_minute(start: dt.datetime, end: dt.datetime) -> bool:
    return _days(start, end) == 0 and clock24(start) == clock24(end)


def _ends_at_midnight(start: dt.datetime, end: dt.datetime) -> bool:
    return _days(start, end) == 1 and (end.hour, end.minute) == (0, 0)
