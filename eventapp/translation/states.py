"""The state of a text in a language. Pure: compares wordings with what was approved."""

from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256

from eventapp.values.bilingual import Bilingual, PublishedText
from eventapp.values.language import Language


class TextState(StrEnum):
    """How far one language of a text is."""

    EMPTY = "empty"  # neither language has it: nothing is missing
    MISSING = "missing"  # à traduire
    DRAFT = "draft"  # ébauche
    STALE = "stale"  # périmée
    APPROVED = "approved"  # approuvée


@dataclass(frozen=True, slots=True)
class Approved:
    """Digests of an approved wording and of the other language's wording beside it."""

    digest: str
    beside: str


def digest_of(wording: str) -> str:
    """128 bits that tell two wordings apart; an empty wording has none."""
    return sha256(wording.encode()).hexdigest()[:32] if wording else ""


def state_of(text: Bilingual, language: Language, approved: Approved | None) -> TextState:
    """The state of one language of a text.

    A text approved before the other language existed is its original: a first translation does
    not make it stale.
    """
    if not text:
        return TextState.EMPTY
    own, other = text.strict(language), text.strict(language.other)
    if not own:
        return TextState.MISSING
    if approved is None or approved.digest != digest_of(own):
        return TextState.DRAFT
    if approved.beside not in ("", digest_of(other)):
        return TextState.STALE
    return TextState.APPROVED


def published_text(text: Bilingual, states: dict[Language, TextState]) -> PublishedText:
    """The text as a release may hold it.

    A wording that is not approved gives way to the other language's where that one is; where
    neither is, what there is stands. Either way the gap is named.
    """
    gaps = tuple(
        language
        for language in Language
        if states[language] not in (TextState.APPROVED, TextState.EMPTY)
    )
    kept = text
    if len(gaps) == 1:
        kept = text.replaced(gaps[0], "")
    return PublishedText(kept.fr, kept.en, gaps)
