"""Languages that people speak, as readers call them (CLDR's names)."""

from functools import cache

from babel import Locale

from eventapp.values.language import Language

#: Languages that are spoken at events or interpreted into (BCP 47), in the order of lists.
SPOKEN = (
    "fr", "en", "es", "pt", "ar", "zh", "ru", "de", "it", "ja", "ko", "sr", "sw", "iu", "cr",
)  # fmt: skip


@cache
def language_name(tag: str, language: Language) -> str:
    """The language with that BCP 47 tag, as a reader calls it; the tag where it has no name."""
    return str(Locale.parse(language.locale).languages.get(tag.replace("-", "_"), tag))
