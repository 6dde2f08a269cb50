"""The subset of CommonMark, and what makes it safe: plain links, headings without gaps."""

import re

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

#: Where quotations and lists within each other end; what lies deeper is not shown.
DEEPEST = 20

_LINK = re.compile(r"https?://|mailto:", re.IGNORECASE)


class _Parser(MarkdownIt):
    def validateLink(self, url: str) -> bool:  # noqa: N802 - markdown-it calls it so
        """Whether a link may lead there; the text of others is shown as it was typed."""
        return _LINK.match(url) is not None


def _close_heading_gaps(state: StateCore) -> None:
    """The first heading is of level 1, and none is more than one level below the last.

    Readers of screens and of tagged PDF move by heading level, so none may be missing.
    """
    last = 0
    for token in state.tokens:
        if token.type == "heading_open":
            last = min(int(token.tag[1]), last + 1)
        if token.type in {"heading_open", "heading_close"}:
            token.tag = f"h{last}"


def _limit_emphasis(state: StateCore) -> None:
    """Marks nested deeper than anybody reads are dropped; their words stay."""
    for token in state.tokens:
        depth, kept = 0, []
        for child in token.children or []:
            depth += max(child.nesting, 0)
            if not child.nesting or depth <= DEEPEST:
                kept.append(child)
            depth += min(child.nesting, 0)
        if token.children:
            token.children = kept


def _parser() -> MarkdownIt:
    parser = _Parser("commonmark", {"html": False, "maxNesting": DEEPEST})
    # Authors indent for looks, not for code; pictures would come from other people's servers.
    parser.disable(["code", "image"])
    parser.core.ruler.push("close_heading_gaps", _close_heading_gaps)
    parser.core.ruler.push("limit_emphasis", _limit_emphasis)
    return parser


PARSER = _parser()


def parse(text: str) -> list[Token]:
    """The tokens of a text. Never raises: every text is Markdown."""
    return PARSER.parse(text)
