"""Texts as a search compares them: « Valerie » finds « Valérie »."""

import unicodedata

#: Letters that Unicode does not take apart, as people type them without their own keyboard.
PLAIN_LETTERS = {
    "æ": "ae", "ð": "d", "ø": "o", "þ": "th", "đ": "d", "ħ": "h", "ı": "i", "ł": "l",
    "ŋ": "n", "œ": "oe", "ŧ": "t",
}  # fmt: skip

_TABLE = str.maketrans(
    PLAIN_LETTERS
    | {"’": "'", "‘": "'", "ʼ": "'", "ʹ": "'"}
    | dict.fromkeys("‐‒–—−", "-")
    # Inclusive forms read through: « expert·e·s » holds « experte ».
    | dict.fromkeys("·‧\u00ad\u200b\u200c\u200d\u2060\ufeff", "")
)


def fold(text: str) -> str:
    """The text without case, accents, ligatures or odd spaces. Folding twice changes nothing."""
    text = unicodedata.normalize("NFKD", text).casefold()
    letters = (char for char in text if not unicodedata.combining(char))
    return " ".join("".join(letters).translate(_TABLE).split())


def matches(query: str, folded_text: str) -> bool:
    """Whether a folded text holds every word of the query, anywhere and in any order."""
    return all(word in folded_text for word in fold(query).split())
