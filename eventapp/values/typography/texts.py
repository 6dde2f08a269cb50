"""Lists, quotations, labels and punctuation of the interface's own texts.

French spacing: OQLF, Vitrine linguistique, « Espacement avant et après les signes de
ponctuation » (a no-break space before : » % $ and after «; none before ; ! ?).
"""

import re
from collections.abc import Sequence

from eventapp.values.language import Language
from eventapp.values.typography.characters import APOSTROPHE
from eventapp.values.typography.characters import NO_BREAK_SPACE as NBSP

_SPACES = "[ \u00a0\u202f\u2009]"
_ENDING = rf"(?={_SPACES}|[.,;)»\n]|$)"
_FRENCH_SPACING = (
    (re.compile(rf"«{_SPACES}*"), f"«{NBSP}"),
    (re.compile(rf"{_SPACES}*»"), f"{NBSP}»"),
    (re.compile(rf"(?<=[^\s:]){_SPACES}*:{_ENDING}"), f"{NBSP}:"),
    (re.compile(rf"(?<=\d){_SPACES}*([%$]){_ENDING}"), rf"{NBSP}\1"),
    (re.compile(rf"(?<=[^\s;!?]){_SPACES}+([;!?])"), r"\1"),
)
_STRAIGHT_APOSTROPHE = re.compile(r"(?<=\w)'(?=\w)")


def enumeration(items: Sequence[str], language: Language) -> str:
    """`a, b et c` or `a, b and c`: neither Québec nor Canadian style has a last comma."""
    if len(items) < 2:
        return "".join(items)
    joint = "et" if language is Language.FR else "and"
    return f"{', '.join(items[:-1])} {joint} {items[-1]}"


def quotation(text: str, language: Language) -> str:
    """`« texte »` or `“text”`."""
    return f"«{NBSP}{text}{NBSP}»" if language is Language.FR else f"“{text}”"


def label(text: str, language: Language) -> str:
    """The text with the colon that introduces its value: `Salle :` or `Room:`."""
    return f"{text}{NBSP}:" if language is Language.FR else f"{text}:"


def tidy(text: str, language: Language) -> str:
    """An interface text with its language's spaces and apostrophes. Doing it twice is harmless.

    For our own texts only, never for what authors write. Colons inside times and addresses
    stay as they are.
    """
    text = _STRAIGHT_APOSTROPHE.sub(APOSTROPHE, text)
    if language is Language.FR:
        for pattern, replacement in _FRENCH_SPACING:
            text = pattern.sub(replacement, text)
    return text
