"""The interface's words, for code that knows no web request: calendars, paper, letters."""

import gettext
from collections.abc import Callable
from functools import cache
from pathlib import Path

from eventapp.values.language import Language

FOLDER = Path(__file__).parent.parent / "locales"
DOMAIN = "messages"

Translate = Callable[[str], str]


def N_(message: str) -> str:  # noqa: N802 - the name that catalogue tools know
    """Marks a message for the catalogue where its reader is not known yet."""
    return message


def NN_(singular: str, plural: str) -> tuple[str, str]:  # noqa: N802 - beside N_
    """Marks the two forms of a message for the catalogue; `counted` chooses between them."""
    return singular, plural


@cache
def translations(language: Language) -> gettext.NullTranslations:
    """The compiled catalogue of a language; English is the language of the source."""
    if language is Language.EN:
        return gettext.NullTranslations()
    return gettext.translation(DOMAIN, FOLDER, [language.value])


def translator(language: Language) -> Translate:
    """`_` for this language: `_ = translator(language); _("Room")`."""
    return translations(language).gettext


def counted(singular: str, plural: str, count: int, language: Language) -> str:
    """The form that fits the count, with `%(num)s` filled in: 0 is singular in French.

    Raises KeyError where a form names anything but `num`.
    """
    form = translations(language).ngettext(singular, plural, count)
    return form % {"num": count}
