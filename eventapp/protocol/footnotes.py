"""What is printed below a list to state its rule. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from eventapp.delegations.kinds import Authority
from eventapp.planning.precedence import Basis, Place, Rule
from eventapp.values import typography
from eventapp.values.bilingual import Bilingual
from eventapp.values.catalogue import N_, NN_, counted, translator
from eventapp.values.language import Language
from eventapp.values.typography import DateStyle

ALPHABETS: Mapping[tuple[Language, Authority], str] = {
    (Language.FR, Authority.UN): N_("French alphabetical order of the United Nations’ names"),
    (Language.EN, Authority.UN): N_("English alphabetical order of the United Nations’ names"),
    (Language.FR, Authority.CLDR): N_("French alphabetical order of names in common usage"),
    (Language.EN, Authority.CLDR): N_("English alphabetical order of names in common usage"),
    (Language.FR, Authority.HOST): N_("French alphabetical order of the names chosen by the host"),
    (Language.EN, Authority.HOST): N_("English alphabetical order of the names chosen by the host"),
}

PRINCIPLES: Mapping[Basis, str] = {
    Basis.RANK: N_("By rank of the heads of delegation, then by seniority in their posts"),
    Basis.CREDENTIALS: N_("By date of credentials"),
    Basis.ACCESSION: N_("By date of accession"),
}

HOSTS: Mapping[Place, str] = {
    Place.FIRST: N_("the host comes first"),
    Place.LAST: N_("the host comes last"),
}

ORGANISATIONS: Mapping[Place, str] = {
    Place.FIRST: N_("organizations come before states, by the same rule"),
    Place.IN_ORDER: N_("organizations take their turn among states"),
    Place.LAST: N_("organizations follow states, by the same rule"),
}

SAME_IN_BOTH = N_("The order is the same in both languages.")
_FIXED = NN_("%(num)s place is fixed by decision", "%(num)s places are fixed by decision")


@dataclass(frozen=True, slots=True)
class Stated:
    """What a footnote says: the rule, the name that was drawn and the day, how many are moved."""

    rule: Rule
    authority: Authority
    drawn: Bilingual | None = None
    drawn_on: date | None = None
    fixed: int = 0
    has_organisations: bool = False


def footnote(stated: Stated) -> Bilingual:
    """The rule in one sentence in each language, and that both keep one order."""
    return Bilingual(*(_footnote(stated, language) for language in Language))


def _footnote(stated: Stated, language: Language) -> str:
    _ = translator(language)
    parts = [_principle(stated, language), _draw(stated, language)]
    if stated.rule.host:
        parts.append(_(HOSTS.get(stated.rule.host_place, "")) if _has_place(stated.rule) else "")
    if stated.has_organisations:
        parts.append(_(ORGANISATIONS[stated.rule.organisations_place]))
    if stated.fixed:
        parts.append(counted(*_FIXED, stated.fixed, language))
    sentence = "; ".join(filter(None, parts))
    return f"{sentence}. {_(SAME_IN_BOTH)}"


def _has_place(rule: Rule) -> bool:
    return rule.host_place is not Place.IN_ORDER


def _principle(stated: Stated, language: Language) -> str:
    _ = translator(language)
    alphabet = _(ALPHABETS[stated.rule.language, stated.authority])
    if stated.rule.basis is Basis.NAME:
        return alphabet
    among_equals = _("among equals, %(alphabet)s")
    alphabet = alphabet[:1].lower() + alphabet[1:] if language is Language.FR else alphabet
    return f"{_(PRINCIPLES[stated.rule.basis])}; {among_equals % {'alphabet': alphabet}}"


def _draw(stated: Stated, language: Language) -> str:
    if stated.drawn is None or stated.rule.basis is not Basis.NAME:
        return ""
    values = {"party": stated.drawn.text(language).text}
    if stated.drawn_on is None:
        return translator(language)(N_("first place drawn by lot: %(party)s")) % values
    said = translator(language)(N_("first place drawn by lot: %(party)s (%(day)s)"))
    day = typography.date(stated.drawn_on, language, DateStyle.LONG)
    return said % {**values, "day": day}
