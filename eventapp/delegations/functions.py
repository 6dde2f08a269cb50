"""What members of delegations are called, each by their own agreement. Pure."""

from collections.abc import Mapping
from typing import NamedTuple

from eventapp.delegations.kinds import MemberFunction
from eventapp.delegations.labels import MEMBER_FUNCTIONS
from eventapp.people.kinds import Agreement
from eventapp.values.bilingual import Bilingual
from eventapp.values.catalogue import translator
from eventapp.values.language import Language
from eventapp.values.typography import InclusiveStyle, gendered


class Forms(NamedTuple):
    """A function's French forms; `neutral` names the task, for whoever wants no gender.

    `of` follows the two gendered ones, and is said once where both are: `cheffe ou chef de …`.
    """

    masculine: str
    feminine: str
    neutral: str
    of: str = ""


#: Lower case, as in text; OQLF, Banque de dépannage linguistique, feminine titles.
FORMS: Mapping[MemberFunction, Forms] = {
    MemberFunction.HEAD: Forms("chef", "cheffe", "tête de délégation", " de délégation"),
    MemberFunction.ALTERNATE_HEAD: Forms(
        "chef suppléant",
        "cheffe suppléante",
        "suppléance de la tête de délégation",
        " de délégation",
    ),
    MemberFunction.DELEGATE: Forms("délégué", "déléguée", "membre de la délégation"),
    MemberFunction.ALTERNATE: Forms("suppléant", "suppléante", "suppléance"),
    MemberFunction.ADVISER: Forms("conseiller", "conseillère", "conseil"),
    MemberFunction.EXPERT: Forms("expert", "experte", "spécialiste"),
    MemberFunction.SUPPORT: Forms("personnel", "personnel", "personnel de soutien", " de soutien"),
    MemberFunction.INTERPRETER: Forms("interprète", "interprète", "interprète"),
    MemberFunction.SECURITY: Forms("agent", "agente", "sécurité", " de sécurité"),
    MemberFunction.PRESS: Forms("journaliste", "journaliste", "presse"),
}


def function_name(
    function: MemberFunction,
    agreement: Agreement,
    language: Language,
    style: InclusiveStyle = InclusiveStyle.DOUBLET,
) -> str:
    """The function of somebody: `cheffe de délégation`, `head of delegation`.

    Where nothing is known of them, French follows the house style: `déléguée ou délégué`.
    """
    if language is Language.EN:
        return translator(language)(MEMBER_FUNCTIONS[function])
    forms = FORMS[function]
    match agreement:
        case Agreement.FEMININE:
            return forms.feminine + forms.of
        case Agreement.MASCULINE:
            return forms.masculine + forms.of
        case _:
            if style is InclusiveStyle.NEUTRAL:
                return forms.neutral
            return gendered(forms.masculine, forms.feminine, style) + forms.of


def function_of_anybody(function: MemberFunction, language: Language) -> str:
    """The function of nobody in particular, as a list to choose from names it."""
    return function_name(function, Agreement.NOT_GIVEN, language)


def function_names(
    function: MemberFunction,
    agreement: Agreement,
    style: InclusiveStyle = InclusiveStyle.DOUBLET,
) -> Bilingual:
    """The same in both languages."""
    return Bilingual(*(function_name(function, agreement, each, style) for each in Language))
