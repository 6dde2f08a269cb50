"""Markdown for web pages."""

import nh3

from eventapp.values.markdown.parsing import PARSER, parse

_TAGS = {
    "a", "blockquote", "br", "code", "em", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "li", "ol",
    "p", "pre", "strong", "ul",
}  # fmt: skip


def to_html(text: str, *, heading_offset: int = 2) -> str:
    """Safe HTML of an author's Markdown; its first heading becomes `h3`, below the page's own.

    The parser already makes nothing but the allowed elements; the allow-list holds even where
    the parser errs.
    """
    tokens = parse(text)
    for token in tokens:
        if token.type in {"heading_open", "heading_close"}:
            token.tag = f"h{min(int(token.tag[1]) + heading_offset, 6)}"
    rendered = PARSER.renderer.render(tokens, PARSER.options, {})
    return nh3.clean(
        rendered,
        tags=_TAGS,
        attributes={"*": set(), "a": {"href"}, "ol": {"start"}},
        url_schemes={"http", "https", "mailto"},
        link_rel="noopener nofollow",
    )
