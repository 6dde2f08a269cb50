"""What a letter says in one language, before it becomes text and HTML. Pure."""

import re
from dataclasses import dataclass

from eventapp.values.bilingual import Wording
from eventapp.values.cleaning import one_line
from eventapp.values.language import Language

TOLD_AT_MOST = 200

# Where a mail program would begin a link by itself, in words that somebody else chose.
_LINK_LIKE = re.compile(r"(?<=:)(?=//)|(?<=\w)(?=@\w)|(?<=\w)(?=\.\w{2})")
_NON_JOINER = "\u200c"


@dataclass(frozen=True, slots=True)
class Fact:
    """A line of what it is about: `Where: Room A`; `before` is what it was, where it changed."""

    label: str
    value: Wording
    before: Wording | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """A page of ours, and what its reader does there; the address is absolute."""

    words: str
    address: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A letter in one language: greeting, paragraphs, facts, link, closing, signature."""

    language: Language
    subject: str
    greeting: str
    paragraphs: tuple[str, ...]
    signature: str
    facts: tuple[Fact, ...] = ()
    link: Link | None = None
    closing: tuple[str, ...] = ()


def told(words: str) -> str:
    """Words that somebody typed, as a letter may say them: one short line that is no link.

    A mail program finds no address in it to make a link of (an unseen character stands between),
    so that nobody can put an address of theirs into our letters.
    """
    line = one_line(words)
    short = line if len(line) <= TOLD_AT_MOST else f"{line[: TOLD_AT_MOST - 1].rstrip()}…"
    return _LINK_LIKE.sub(_NON_JOINER, short)


def told_wording(wording: Wording) -> Wording:
    """The same for a wording, which keeps its language."""
    return Wording(told(wording.text), wording.language, wording.is_fallback, wording.to_follow)
