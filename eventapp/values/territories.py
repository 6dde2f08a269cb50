"""Countries and Canadian regions to choose from, as a reader calls them (CLDR's names)."""

from collections.abc import Mapping
from functools import cache

from babel import Locale

from eventapp.values.catalogue import N_, translator
from eventapp.values.collation import sort_key
from eventapp.values.language import Language

#: What CLDR lists with two letters and is no country of ISO 3166-1.
NOT_COUNTRIES = frozenset(
    {"AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "TA", "UN", "XA", "XB", "ZZ"}
)

#: ISO 3166-2 codes.
REGIONS: Mapping[str, str] = {
    "CA-AB": N_("Alberta"),
    "CA-BC": N_("British Columbia"),
    "CA-MB": N_("Manitoba"),
    "CA-NB": N_("New Brunswick"),
    "CA-NL": N_("Newfoundland and Labrador"),
    "CA-NS": N_("Nova Scotia"),
    "CA-NT": N_("Northwest Territories"),
    "CA-NU": N_("Nunavut"),
    "CA-ON": N_("Ontario"),
    "CA-PE": N_("Prince Edward Island"),
    "CA-QC": N_("Quebec"),
    "CA-SK": N_("Saskatchewan"),
    "CA-YT": N_("Yukon"),
}


@cache
def countries(language: Language) -> tuple[tuple[str, str], ...]:
    """ISO 3166-1 alpha-2 codes with their names, in the reader's order."""
    names = Locale.parse(language.locale).territories
    found = [
        (code, str(name))
        for code, name in ((str(code), name) for code, name in names.items())
        if len(code) == 2 and code.isalpha() and code not in NOT_COUNTRIES
    ]
    return tuple(sorted(found, key=lambda each: sort_key(each[1], language)))


@cache
def regions(language: Language) -> tuple[tuple[str, str], ...]:
    """The provinces and territories of Canada, in the reader's order."""
    named = [(code, translator(language)(name)) for code, name in REGIONS.items()]
    return tuple(sorted(named, key=lambda each: sort_key(each[1], language)))


def country_name(code: str, language: Language) -> str:
    """The country with that code; the code where it has no name."""
    return dict(countries(language)).get(code, code)
