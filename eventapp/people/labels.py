"""What the team may know of a person, in words. Pure."""

from collections.abc import Mapping

from eventapp.people.kinds import Agreement, Correspondence, Gender
from eventapp.values.catalogue import N_, translator
from eventapp.values.language import Language

CORRESPONDENCE: Mapping[Correspondence, str] = {
    Correspondence.FR: N_("in French"),
    Correspondence.EN: N_("in English"),
    Correspondence.BOTH: N_("in both languages"),
}

LANGUAGES: Mapping[Language, str] = {Language.FR: N_("French"), Language.EN: N_("English")}

GENDERS: Mapping[Gender, str] = {
    Gender.NOT_GIVEN: N_("not given"),
    Gender.WOMAN: N_("woman"),
    Gender.MAN: N_("man"),
    Gender.OTHER: N_("another gender"),
}

#: The grammatical gender of French words about somebody.
AGREEMENTS: Mapping[Agreement, str] = {
    Agreement.NOT_GIVEN: N_("by the house style"),
    Agreement.FEMININE: N_("feminine"),
    Agreement.MASCULINE: N_("masculine"),
}

#: Classes of precedence (`Person.rank`), the highest first.
RANKS: Mapping[int, str] = {
    1: N_("head of state"),
    2: N_("head of government"),
    3: N_("deputy head of government"),
    4: N_("minister"),
    5: N_("deputy minister"),
    6: N_("ambassador"),
    7: N_("senior official"),
    8: N_("other official"),
}


def rank(each: int, language: Language) -> str:
    """The class of precedence in a reader's language: `ministre`; its number where it has none."""
    return translator(language)(RANKS[each]) if each in RANKS else str(each)


def agreement(each: Agreement, language: Language) -> str:
    """The grammatical gender in a reader's language: `féminin`."""
    return translator(language)(AGREEMENTS[each])


def correspondence(each: Correspondence, language: Language) -> str:
    """The language of letters, in a reader's language: `en français`."""
    return translator(language)(CORRESPONDENCE[each])


def gender(each: Gender, language: Language) -> str:
    """The gender in a reader's language: `femme`."""
    return translator(language)(GENDERS[each])
