"""What a column of a list of people holds, guessed from its heading. Pure."""

import re
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from functools import cache

from eventapp.exchange.reading.sheets.lines import Line
from eventapp.values.addresses import is_mail_address
from eventapp.values.catalogue import N_, translator
from eventapp.values.folding import fold
from eventapp.values.language import Language


class Column(StrEnum):
    """What a column may hold, in the order in which an export writes them."""

    CODE = "code"
    GIVEN_NAME = "given_name"
    FAMILY_NAME = "family_name"
    FULL_NAME = "full_name"
    EMAIL = "email"
    HONORIFIC = "honorific"
    HONORIFIC_FR = "honorific_fr"
    HONORIFIC_EN = "honorific_en"
    FUNCTION = "function"
    FUNCTION_FR = "function_fr"
    FUNCTION_EN = "function_en"
    ORGANISATION = "organisation"
    ORGANISATION_FR = "organisation_fr"
    ORGANISATION_EN = "organisation_en"
    COUNTRY = "country"
    LANGUAGES = "languages"
    CORRESPONDENCE = "correspondence"
    CATEGORY = "category"
    STATE = "state"
    PRINTED_NAME_FR = "printed_name_fr"
    PRINTED_NAME_EN = "printed_name_en"
    IS_LISTED = "is_listed"
    DELEGATION = "delegation"
    MEMBER_FUNCTION = "member_function"
    GENDER = "gender"
    ACCESS = "access"
    DIET = "diet"


#: What only those may import or export who may see it.
RESTRICTED = (Column.GENDER, Column.ACCESS, Column.DIET)

#: Texts of one language or the other: in which, the heading says or the text.
EITHER = (Column.HONORIFIC, Column.FUNCTION, Column.ORGANISATION)

COLUMN_NAMES: Mapping[Column, str] = {
    Column.CODE: N_("Participant’s code"),
    Column.GIVEN_NAME: N_("Given name"),
    Column.FAMILY_NAME: N_("Family name"),
    Column.FULL_NAME: N_("Whole name"),
    Column.EMAIL: N_("E-mail address"),
    Column.HONORIFIC: N_("Honorific"),
    Column.HONORIFIC_FR: N_("Honorific (French)"),
    Column.HONORIFIC_EN: N_("Honorific (English)"),
    Column.FUNCTION: N_("Function"),
    Column.FUNCTION_FR: N_("Function (French)"),
    Column.FUNCTION_EN: N_("Function (English)"),
    Column.ORGANISATION: N_("Organization"),
    Column.ORGANISATION_FR: N_("Organization (French)"),
    Column.ORGANISATION_EN: N_("Organization (English)"),
    Column.COUNTRY: N_("Country"),
    Column.LANGUAGES: N_("Languages spoken"),
    Column.CORRESPONDENCE: N_("Language of letters"),
    Column.CATEGORY: N_("Category"),
    Column.STATE: N_("State"),
    Column.PRINTED_NAME_FR: N_("Name as printed (French)"),
    Column.PRINTED_NAME_EN: N_("Name as printed (English)"),
    Column.IS_LISTED: N_("Listed in public"),
    Column.DELEGATION: N_("Delegation"),
    Column.MEMBER_FUNCTION: N_("Function in the delegation"),
    Column.GENDER: N_("Gender, as declared"),
    Column.ACCESS: N_("Access needs"),
    Column.DIET: N_("Diet"),
}

#: Headings of lists as people keep them, folded and without the language that they name.
_HEADINGS: Mapping[Column, str] = {
    Column.CODE: "code|participant's code|code de la participation|no|id|identifiant|identifier",
    Column.GIVEN_NAME: "given name|given names|first name|firstname|forename|prenom|prenoms",
    Column.FAMILY_NAME: "family name|last name|lastname|surname|nom de famille|patronyme",
    Column.FULL_NAME: (
        "name|full name|whole name|complete name|nom|nom complet|nom et prenom|prenom et nom"
        "|nom, prenom|name, first name|participant|nom entier"
    ),
    Column.EMAIL: (
        "e-mail|email|mail|e-mail address|email address|courriel|adresse courriel"
        "|adresse de courriel|adresse electronique|adresse e-mail|adresse mail"
    ),
    Column.HONORIFIC: (
        "honorific|salutation|civility|form of address|appel|civilite|formule d'appel"
        "|titre de civilite|appellation|titre honorifique"
    ),
    Column.FUNCTION: (
        "function|title|job title|job|position|role|occupation|fonction|titre|poste|emploi"
        "|titre du poste|titre de fonction|profession"
    ),
    Column.ORGANISATION: (
        "organization|organisation|organisme|company|institution|employer|employeur|entreprise"
        "|ministere|department|affiliation|etablissement"
    ),
    Column.COUNTRY: "country|country or territory|pays|pays ou territoire|nation|nationality",
    Column.LANGUAGES: (
        "languages|language|languages spoken|spoken languages|langues|langue|langues parlees"
        "|langue parlee"
    ),
    Column.CORRESPONDENCE: (
        "language of letters|language of correspondence|correspondence|preferred language"
        "|correspondance|langue de correspondance|langue des lettres|langue preferee"
    ),
    Column.CATEGORY: "category|type|badge|class|categorie|classe|insigne|categorie d'insigne",
    Column.STATE: "state|status|etat|statut",
    Column.PRINTED_NAME_FR: "name as printed|printed name|badge name|nom a imprimer|nom imprime",
    Column.IS_LISTED: "listed in public|listed|public|liste publique|nom dans la liste publique",
    Column.DELEGATION: "delegation|party|partie|head delegation",
    Column.MEMBER_FUNCTION: (
        "function in the delegation|role in delegation|role in the delegation|delegation role"
        "|capacity|capacite|fonction dans la delegation|role dans la delegation|qualite|a titre de"
    ),
    Column.GENDER: "gender|sex|gender, as declared|genre|sexe|genre declare",
    Column.ACCESS: "access|access needs|accessibility|acces|besoins d'acces|accessibilite",
    Column.DIET: "diet|dietary needs|dietary restrictions|alimentation|regime|allergies",
}
_WORDS = {heading: column for column, words in _HEADINGS.items() for heading in words.split("|")}
_NAMED = {
    Language.FR: "fr|fra|french|francais|francaise",
    Language.EN: "en|eng|english|anglais|anglaise",
}
_LANGUAGES = {word: language for language, words in _NAMED.items() for word in words.split("|")}
_LAST_WORD = re.compile(r"^(.*?)[\s_\-/.(\[]+(?:(?:in|en|-)\s+)?([a-z]+)[)\]]?$")

#: How many of the first rows may stand above the headings.
_ABOVE = 10


def heading_row(lines: Sequence[Line]) -> int:
    """The place among the lines of the one that names the most columns; the first, if none does."""
    named = [sum(guess is not None for guess in _guesses(line.cells)) for line in lines[:_ABOVE]]
    return named.index(max(named))


def guess_columns(headings: Sequence[str], lines: Iterable[Line] = ()) -> list[Column | None]:
    """What each column holds, once each; None where that cannot be told.

    Some words mean another thing beside others: “nom” beside “prénom” is the family name.
    """
    guesses = _guesses(headings)
    if Column.FULL_NAME in guesses and Column.GIVEN_NAME in guesses:
        guesses[guesses.index(Column.FULL_NAME)] = Column.FAMILY_NAME
    titles = [place for place, guess in enumerate(guesses) if guess is Column.FUNCTION]
    if len(titles) > 1 and Column.HONORIFIC not in guesses:
        named = [place for place in titles if fold(headings[place]) in ("title", "titre")]
        for place in named[:1]:
            guesses[place] = Column.HONORIFIC
    if Column.EMAIL not in guesses:
        _find_addresses(guesses, [*lines])
    return _once(guesses)


def column_name(column: Column, language: Language) -> str:
    """The column's heading in a reader's language: « Fonction (anglais) »."""
    return translator(language)(COLUMN_NAMES[column])


@cache
def _known() -> Mapping[str, Column]:
    """Headings as people write them, and our own: what was exported is read."""
    own = {fold(column_name(each, language)): each for each in Column for language in Language}
    return _WORDS | own


def _guesses(headings: Sequence[str]) -> list[Column | None]:
    return [_guess(heading) for heading in headings]


def _guess(heading: str) -> Column | None:
    words = fold(heading[:100]).replace("_", " ").strip(" :*")
    if words in _known():
        return _known()[words]
    found = _LAST_WORD.match(words)
    language = _LANGUAGES.get(found[2]) if found else None
    if found is None or language is None:
        return _of_either(words)
    column = _known().get(found[1].strip(" :*-(["))
    return _in_language(column, language) if column else None


def _of_either(words: str) -> Column | None:
    """“Organisme/Organization”: the same in both languages."""
    parts = {_known().get(part.strip(" :*")) for part in re.split(r"[/|]", words)}
    return parts.pop() if len(parts) == 1 else None


def _in_language(column: Column, language: Language) -> Column:
    base = "printed_name" if column is Column.PRINTED_NAME_FR else column.value
    named = f"{base}_{language}"
    return Column(named) if named in set(Column) else column


def _find_addresses(guesses: list[Column | None], lines: Sequence[Line]) -> None:
    """A column of e-mail addresses shows by itself."""
    for place, guess in enumerate(guesses):
        cells = [line.cells[place] for line in lines if place < len(line.cells)]
        filled = [cell for cell in cells if cell]
        if guess is None and filled and all(is_mail_address(cell) for cell in filled[:50]):
            guesses[place] = Column.EMAIL
            return


def _once(guesses: list[Column | None]) -> list[Column | None]:
    seen = set[Column]()
    kept = list[Column | None]()
    for guess in guesses:
        kept.append(None if guess in seen else guess)
        if guess is not None:
            seen.add(guess)
    return kept
