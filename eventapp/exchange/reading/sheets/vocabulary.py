"""What the words of a list mean, in either language, whatever their case and accents. Pure."""

import re
from collections.abc import Iterable, Mapping
from enum import StrEnum
from functools import cache
from typing import Any, TypeVar

from eventapp.delegations.kinds import MemberFunction
from eventapp.delegations.labels import MEMBER_FUNCTIONS
from eventapp.delegations.states import united_nations
from eventapp.participants.kinds import ParticipantState
from eventapp.participants.labels import PARTICIPANT_STATES
from eventapp.people.kinds import Correspondence, Gender
from eventapp.people.labels import CORRESPONDENCE, GENDERS
from eventapp.values.catalogue import translator
from eventapp.values.folding import fold
from eventapp.values.language import Language
from eventapp.values.territories import countries
from eventapp.values.tongues import SPOKEN, language_name

K = TypeVar("K", bound=StrEnum)

#: What people write besides the names that lists have (ISO 3166-1 alpha-2).
_COUNTRIES = {
    "US": "usa|u.s.a.|u.s.|united states of america|etats-unis d'amerique|e.-u.|eu",
    "GB": "uk|u.k.|great britain|royaume uni|grande-bretagne|angleterre|england",
    "KR": "south korea|republic of korea|coree du sud|republique de coree",
    "KP": "north korea|coree du nord",
    "CD": "drc|rdc|dr congo|rd congo|congo (kinshasa)",
    "CG": "congo|congo (brazzaville)|republique du congo|republic of the congo",
    "CI": "ivory coast|cote d'ivoire|cote-d'ivoire",
    "CZ": "czech republic|republique tcheque|tchequie",
    "RU": "russia|russie|federation de russie",
    "TR": "turkey|turquie|turkiye",
    "VN": "viet nam|vietnam",
    "VA": "holy see|saint-siege|vatican",
    "AE": "uae|u.a.e.|e.a.u.|eau",
    "NL": "holland|hollande|the netherlands|pays bas",
    "BO": "bolivia|bolivie",
    "TZ": "tanzania|tanzanie",
    "LA": "laos",
    "SY": "syria|syrie",
    "MD": "moldova|moldavie",
    "MM": "burma|birmanie",
    "SZ": "swaziland",
    "MK": "macedonia|macedoine",
}
_MEMBERS = {
    MemberFunction.HEAD: (
        "hod|head|chef|cheffe|chef de delegation|cheffe de delegation"
        "|cheffe ou chef de delegation|chef de la delegation|leader"
    ),
    MemberFunction.ALTERNATE_HEAD: (
        "deputy head|deputy head of delegation|alternate head|chef adjoint|cheffe adjointe"
        "|chef de delegation suppleant|cheffe de delegation suppleante|suppleance de la tete"
    ),
    MemberFunction.DELEGATE: "delegate|deleguee|delegue|member|membre|deleguee ou delegue",
    MemberFunction.ALTERNATE: "alternate|alternate delegate|suppleante|suppleant|suppleance",
    MemberFunction.ADVISER: "adviser|advisor|conseillere|conseiller|conseil",
    MemberFunction.EXPERT: "expert|experte|expertise",
    MemberFunction.SUPPORT: "support|soutien|staff|personnel",
    MemberFunction.INTERPRETER: "interpreter|interprete",
    MemberFunction.SECURITY: "security|securite",
    MemberFunction.PRESS: "press|presse|media|medias",
}
_STATES = {
    ParticipantState.INVITED: "invited|invitee|invite",
    ParticipantState.PENDING: "pending|en attente",
    ParticipantState.WAITING: "waiting|waiting list|waitlist|liste d'attente",
    ParticipantState.CONFIRMED: "confirmed|registered|accepted|confirmee|confirme|inscrite|inscrit",
    ParticipantState.DECLINED: "declined|refused|refusee|refuse",
    ParticipantState.WITHDRAWN: "withdrawn|cancelled|desistement|annulee|annule",
}
_GENDERS = {
    Gender.WOMAN: "f|female|woman|w|femme|feminin",
    Gender.MAN: "m|male|man|h|homme|masculin",
    Gender.OTHER: "x|other|autre|non-binary|non binaire",
}
_LETTERS = {
    Correspondence.FR: "fr|francais|french",
    Correspondence.EN: "en|anglais|english",
    Correspondence.BOTH: "both|fr en|fr/en|bilingual|bilingue|les deux",
}
_TONGUES = {"fr": "french|francais|fra", "en": "english|anglais|eng", "es": "spanish|espagnol|esp"}
_YES = ("yes", "y", "oui", "o", "true", "vrai", "1", "x")
_NO = ("no", "n", "non", "false", "faux", "0")


def country_of(text: str) -> str | None:
    """The country's code (ISO 3166-1 alpha-2), by its code or a name in either language."""
    return _all_countries().get(_key(text))


def choice_of(kind: type[K], text: str) -> K | None:
    """The choice that the word means: a state, a function in a delegation, a gender…"""
    found = _choices(kind).get(_key(text))
    return None if found is None else kind(found)


def is_yes(text: str) -> bool | None:
    """Whether the word means yes; None where it means neither yes nor no."""
    word = fold(text)
    return True if word in _YES else False if word in _NO else None


def languages_of(text: str) -> tuple[str, ...] | None:
    """The languages (BCP 47) that the words name, in their order; None where one names none."""
    words = [_key(part) for part in re.split(r"[,;/+&\n]| et | and ", text)]
    if len(words) == 1 and words[0] not in _tongues():
        words = words[0].split()
    found = [_tongues().get(word) for word in words if word]
    return None if None in found else tuple(dict.fromkeys(each for each in found if each))


def _key(text: str) -> str:
    return fold(text).replace("-", " ").strip(" .")


@cache
def _all_countries() -> Mapping[str, str]:
    found = {_key(code): code for code, _name in countries(Language.EN)}
    for code, names in united_nations().items():
        both = (names.short.fr, names.short.en, names.formal.fr, names.formal.en)
        found |= {_key(name): code for name in both}
    found |= {_key(word): code for code, words in _COUNTRIES.items() for word in words.split("|")}
    for language in Language:
        found |= {_key(name): code for code, name in countries(language)}
    return found


@cache
def _tongues() -> Mapping[str, str]:
    named = {_key(language_name(tag, each)): tag for tag in SPOKEN for each in Language}
    more = {word: tag for tag, words in _TONGUES.items() for word in words.split("|")}
    return named | {tag: tag for tag in SPOKEN} | more


@cache
def _choices(kind: type[StrEnum]) -> Mapping[str, StrEnum]:
    names, words = _SOURCES[kind]
    found = {_key(str(each)): each for each in kind}
    for language in Language:
        found |= {_key(translator(language)(name)): each for each, name in names.items()}
    found |= {_key(word): each for each, said in words.items() for word in said.split("|")}
    return found


_SOURCES: Mapping[type[StrEnum], tuple[Mapping[Any, str], Mapping[Any, str]]] = {
    ParticipantState: (PARTICIPANT_STATES, _STATES),
    MemberFunction: (MEMBER_FUNCTIONS, _MEMBERS),
    Gender: (GENDERS, _GENDERS),
    Correspondence: (CORRESPONDENCE, _LETTERS),
}


def keys_of(names: Iterable[str]) -> set[str]:
    """Names as they are compared."""
    return {_key(name) for name in names if name}
