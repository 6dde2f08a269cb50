"""What rules, severities and balances are called, in both languages. Pure."""

from collections.abc import Mapping
from datetime import date

from eventapp.events import labels
from eventapp.events.kinds import Sector
from eventapp.people.kinds import Gender
from eventapp.planning.balance import LMIC, Criterion, Measure, Sense
from eventapp.planning.conflicts import Severity
from eventapp.planning.countries import Income
from eventapp.planning.rules import RULES
from eventapp.values import typography
from eventapp.values.bilingual import Bilingual
from eventapp.values.catalogue import N_, translator
from eventapp.values.language import Language
from eventapp.values.territories import country_name
from eventapp.values.timespan import TimeSpan
from eventapp.values.typography import DateStyle

SEVERITIES: Mapping[Severity, str] = {
    Severity.ERROR: N_("error"),
    Severity.WARNING: N_("warning"),
    Severity.NOTICE: N_("notice"),
}

CRITERIA: Mapping[Criterion, str] = {
    Criterion.SECTOR: N_("sector"),
    Criterion.COUNTRY: N_("country"),
    Criterion.INCOME: N_("income group of the country"),
    Criterion.QUEBEC: N_("Québec"),
    Criterion.CANADA: N_("Canada"),
    Criterion.GENDER: N_("gender, where given"),
}

GENDERS: Mapping[Gender, str] = {
    Gender.WOMAN: N_("women"),
    Gender.MAN: N_("men"),
    Gender.OTHER: N_("people of another gender"),
}

INCOMES: Mapping[str, str] = {
    Income.LOW: N_("low-income countries"),
    Income.LOWER_MIDDLE: N_("lower-middle-income countries"),
    Income.UPPER_MIDDLE: N_("upper-middle-income countries"),
    Income.HIGH: N_("high-income countries"),
    LMIC: N_("low- and middle-income countries"),
}

SENSES: Mapping[Sense, str] = {Sense.AT_LEAST: N_("at least"), Sense.AT_MOST: N_("at most")}

MEASURES: Mapping[Measure, str] = {Measure.PEOPLE: N_("people"), Measure.SHARE: N_("percent")}


def said(message: str) -> Bilingual:
    """A message of the catalogue in both languages."""
    return Bilingual(*(translator(language)(message) for language in Language))


def rule_name(code: str) -> Bilingual:
    """What a rule forbids; its code where it is no longer one of ours."""
    rule = RULES.get(code)
    return said(rule.name) if rule else Bilingual.same(code)


def severity(each: Severity, language: Language) -> str:
    """`erreur`, `warning`."""
    return translator(language)(SEVERITIES[each])


def balance_name(criterion: Criterion, group: str) -> Bilingual:
    """Whom a balance counts: `women`, `civil society`, `Québec`."""
    match criterion:
        case Criterion.SECTOR if group in set(Sector):
            return said(labels.SECTORS[Sector(group)])
        case Criterion.GENDER if group in set(Gender):
            return said(GENDERS[Gender(group)])
        case Criterion.INCOME if group in INCOMES:
            return said(INCOMES[group])
        case Criterion.COUNTRY:
            return Bilingual(*(country_name(group, language) for language in Language))
    return said(CRITERIA[criterion])


def day_name(day: date, language: Language) -> str:
    """`mardi 3 décembre`."""
    return typography.date(day, language, DateStyle.WEEKDAY)


def hours(span: TimeSpan, language: Language) -> str:
    """`9 h – 10 h`."""
    return typography.time_range(span.start, span.end, language)
