"""What forms propose for functions and honorifics: wordings to choose, and the other language's."""

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from eventapp.people.kinds import Agreement
from eventapp.people.lexicon import function_in, functions, honorific_in, honorifics
from eventapp.plumbing.settings import in_force
from eventapp.values.bilingual import Bilingual, Wording
from eventapp.values.collation import sort_key
from eventapp.values.language import Language
from eventapp.values.typography import InclusiveStyle


class Known(NamedTuple):
    """A wording of the lexicon, and what it is in the other language."""

    wording: str
    other: str


Translation = Callable[[Language, str, Agreement, InclusiveStyle], str]


def known_words(field: str, agreement: Agreement | None) -> Mapping[Language, Sequence[Known]]:
    """All wordings for a field (`function`, `honorific`), by language, in its alphabet."""
    return _known_words(field, agreement or Agreement.NOT_GIVEN, in_force().inclusive_style)


def proposed(field: str, text: Bilingual, agreement: Agreement | None) -> Wording | None:
    """What the lexicon has for the one language in which the field is still empty."""
    typed = text.fr or text.en
    if not typed or (text.fr and text.en):
        return None
    language = Language.EN if text.fr else Language.FR
    style = in_force().inclusive_style
    found = _TRANSLATIONS[field](language, typed, agreement or Agreement.NOT_GIVEN, style)
    return Wording(found, language) if found else None


def _honorific_in(
    language: Language, text: str, agreement: Agreement, _style: InclusiveStyle
) -> str:
    return honorific_in(language, text, agreement)


_TRANSLATIONS: Mapping[str, Translation] = {"function": function_in, "honorific": _honorific_in}


@cache
def _known_words(
    field: str, agreement: Agreement, style: InclusiveStyle
) -> Mapping[Language, Sequence[Known]]:
    return {each: _in_language(field, each, agreement, style) for each in Language}


def _in_language(
    field: str, language: Language, agreement: Agreement, style: InclusiveStyle
) -> list[Known]:
    into = _TRANSLATIONS[field]
    found = {each: into(language.other, each, agreement, style) for each in _all(field, language)}
    wordings = sorted(found, key=lambda each: sort_key(each, language))
    return [Known(each, found[each]) for each in wordings]


def _all(field: str, language: Language) -> set[str]:
    """The field's wordings in the language. A function is proposed in its two plain forms."""
    is_french = language is Language.FR
    if field == "honorific":
        return {text for each in honorifics() for text in (each[:3] if is_french else each[3:6])}
    if is_french:
        return {text for each in functions() for text in (each.masculine, each.feminine)}
    return {each.english for each in functions()}
