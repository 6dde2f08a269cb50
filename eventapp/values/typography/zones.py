"""Time zones: by abbreviation where Canadians use one, by city and offset elsewhere.

French abbreviations: TERMIUM Plus and OQLF (HN for « heure normale », HA for « heure avancée »,
then the region). CLDR's own are wrong for Halifax, and its offsets for St. John’s.
"""

import datetime as dt
from functools import cache
from typing import NamedTuple
from zoneinfo import ZoneInfo

from babel import Locale
from babel.core import get_global

from eventapp.values.language import Language
from eventapp.values.typography.characters import APOSTROPHE, MINUS
from eventapp.values.typography.characters import NO_BREAK_SPACE as NBSP


class Region(NamedTuple):
    """A Canadian time zone: the letter that ends its French abbreviation, and its names."""

    letter: str
    fr: str
    en: str


#: By the first letter of the English abbreviation: EST, MDT…
REGIONS = {
    "N": Region("T", "de Terre-Neuve", "Newfoundland"),
    "A": Region("A", f"de l{APOSTROPHE}Atlantique", "Atlantic"),
    "E": Region("E", f"de l{APOSTROPHE}Est", "Eastern"),
    "C": Region("C", "du Centre", "Central"),
    "M": Region("R", "des Rocheuses", "Mountain"),
    "P": Region("P", "du Pacifique", "Pacific"),
}


def zone(at: dt.datetime, zone_name: str, language: Language) -> str:
    """`HNE` or `EST` in Canada, `Belgrade (UTC+1)` elsewhere, as it is at that moment.

    `at` is an instant if aware, else a wall time of the zone; `zone_name` is an IANA name.
    """
    local = in_zone(at, zone_name)
    english = _canadian_abbreviation(local, zone_name)
    if not english:
        return _city_and_offset(local, zone_name, language)
    if language is Language.EN:
        return english
    return f"H{'A' if english[1:] == 'DT' else 'N'}{REGIONS[english[0]].letter}"


def zone_in_words(at: dt.datetime, zone_name: str, language: Language) -> str:
    """`heure de l’Est` or `Eastern Time` in Canada, `Belgrade (UTC+1)` elsewhere."""
    local = in_zone(at, zone_name)
    english = _canadian_abbreviation(local, zone_name)
    if not english:
        return _city_and_offset(local, zone_name, language)
    region = REGIONS[english[0]]
    return f"heure {region.fr}" if language is Language.FR else f"{region.en} Time"


def in_zone(at: dt.datetime, zone_name: str) -> dt.datetime:
    """The same moment on the clocks of that zone; a naive `at` is a wall time there already."""
    zone_info = ZoneInfo(zone_name)
    return at.replace(tzinfo=zone_info) if at.tzinfo is None else at.astimezone(zone_info)


def _canadian_abbreviation(local: dt.datetime, zone_name: str) -> str:
    """`EST`, `EDT`…; empty for other countries, and for the local times before 1883."""
    if get_global("zone_territories").get(_current(zone_name)) != "CA":
        return ""
    name = local.tzname() or ""
    return name if name[0] in REGIONS and name[1:] in {"ST", "DT"} else ""


def _city_and_offset(local: dt.datetime, zone_name: str, language: Language) -> str:
    offset = _offset(local)
    if "/" not in zone_name:
        return offset
    return f"{_city(zone_name, language)}{NBSP}({offset})"


def _offset(local: dt.datetime) -> str:
    minutes = round((local.utcoffset() or dt.timedelta()) / dt.timedelta(minutes=1))
    if not minutes:
        return "UTC"
    hours, rest = divmod(abs(minutes), 60)
    sign = "+" if minutes > 0 else MINUS
    return f"UTC{sign}{hours}" + (f":{rest:02}" if rest else "")


@cache
def _city(zone_name: str, language: Language) -> str:
    """The city's name in that language; CLDR files some under a former name of the zone."""
    current = _current(zone_name)
    former = [old for old, new in get_global("zone_aliases").items() if new == current]
    known = Locale.parse(language.locale).time_zones
    for name in (zone_name, current, *former):
        if "city" in known.get(name, {}):
            return str(known[name]["city"])
    return zone_name.rpartition("/")[2].replace("_", " ")


def _current(zone_name: str) -> str:
    return str(get_global("zone_aliases").get(zone_name, zone_name))
