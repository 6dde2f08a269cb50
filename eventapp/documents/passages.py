"""Texts as paper gets them: each with its language and, where one is due, its mark. Pure."""

from textwrap import shorten
from typing import NotRequired, TypedDict

from eventapp.values import markdown
from eventapp.values.bilingual import Wording
from eventapp.values.catalogue import translator
from eventapp.values.language import Language


class Passage(TypedDict):
    """A text in one language; `mark` says, in the reader's language, what is wrong with it."""

    text: str
    lang: str
    mark: NotRequired[str]


class Prose(TypedDict):
    """An author's text as blocks; without any, `mark` alone stands for it."""

    lang: str
    mark: NotRequired[str]
    blocks: list[markdown.Block]


def passage(wording: Wording, reader: Language) -> Passage:
    """A heading or a line, with its mark in full."""
    made: Passage = {"text": wording.text, "lang": wording.language.value}
    if wording.to_follow:
        made["mark"] = to_follow(reader)
    return made


def said(text: str, language: Language) -> Passage:
    """The interface's own words."""
    return {"text": text, "lang": language.value}


def cut(text: str, most: int) -> str:
    """The text at a length that fits, cut after a word unless next to nothing would be left."""
    if len(text) <= most:
        return text
    words = shorten(text, most, placeholder="…")
    return words if len(words) > most // 2 else text[: most - 1] + "…"


def prose(wording: Wording, reader: Language, *, is_alone: bool) -> Prose | None:
    """An abstract, whole. Beside its original, one that is yet to be translated is only marked."""
    if not wording:
        return None
    is_left_out = wording.is_fallback and wording.to_follow and not is_alone
    blocks = [] if is_left_out else markdown.to_blocks(wording.text)
    made: Prose = {"lang": wording.language.value, "blocks": blocks}
    if wording.to_follow:
        made["mark"] = to_follow(reader)
    return made


def to_follow(reader: Language) -> str:
    """The mark of a text that has no approved wording in the reader's language."""
    _ = translator(reader)
    return _("Translation to follow")
