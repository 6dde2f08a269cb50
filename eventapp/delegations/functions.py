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
    """A function's French forms; `neutral` names the task, for whoever wants no gender."""

    masculine: str
    feminine: str
    neutral: str


#: Lower case, as in text; OQLF, Banque de dépannage linguistique, feminine titles.
FORMS: Mapping[MemberFunction, Forms] = {
    MemberFunction.HEAD: Forms("chef de délégation", "cheffe de délégation", "tête de délégation"),
    MemberFunction.ALTERNATE_HEAD: Forms(
        "chef suppléant de délégation",
        "cheffe suppléante de délégation",
        "suppléance de la tête de délégation",
    ),
    MemberFunction.DELEGATE: Forms("délégué", "déléguée", "membre de la délégation"),
    MemberFunction.ALTERNATE: Forms("suppléant", "suppléante", "suppléance"),
    MemberFunction.ADVISER: Forms("conseiller", "conseillère", "conseil"),
    MemberFunction.EXPERT: Forms("expert", "experte", "spécialiste"),
    MemberFunction.SUPPORT: Forms("personnel de soutien", "personnel de soutien", "soutien"),
    MemberFunction.INTERPRETER: Forms("interprète", "interprète", "interprète"),
    MemberFunction.SECURITY: Forms("agent de sécurité", "agente de sécurité", "sécurité"),
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
            return forms.feminine
        case Agreement.MASCULINE:
            return forms.masculine
        case _:
            return gendered(forms.masculine, forms.feminine, style, neutral=forms.neutral)


def function_names(
    function: MemberFunction,
    agreement: Agreement,
    style: InclusiveStyle = InclusiveStyle.DOUBLET,
) -> Bilingual:
    """The same in both languages."""
    return Bilingual(*(function_name(function, agreement, each, style) for each in Language))
